"""A second way in, chosen by the user: a random secret that the operating system keeps for her.

Only the keyrings of Windows, macOS, GNOME and KDE count. Whatever else answers to the name (nothing at all, a
plain-text file) is never used: then the passphrase is the way in. Nothing here is the only key.
"""

import base64
import contextlib
import secrets
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Bolig"
_SECRET_BYTES = 32
_REAL = (
    "keyring.backends.Windows",
    "keyring.backends.macOS",
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
)


def real_backend(found: "Iterable[KeyringBackend] | None" = None) -> "KeyringBackend | None":
    """Return the system's own keyring, or None where there is none. found: for tests; else all that are installed.

    The user's keyring settings are not asked: they may name a file.
    """
    if found is None:
        import keyring.backend

        with contextlib.suppress(Exception):  # a keyring that cannot even be listed is no keyring
            found = keyring.backend.get_all_keyring()
    real = [backend for backend in found or () if type(backend).__module__ in _REAL]
    return max(real, key=lambda backend: float(backend.priority), default=None)


def keep_secret(backend: "KeyringBackend", db_id: str) -> bytes | None:
    """Put 32 new random bytes (44 characters) in the keyring and return them, or None if it does not keep them."""
    secret = secrets.token_bytes(_SECRET_BYTES)
    try:
        backend.set_password(SERVICE, db_id, base64.b64encode(secret).decode())
    except Exception:  # each keyring has its own errors; all mean: not kept
        return None
    return secret if kept_secret(backend, db_id) == secret else None


def kept_secret(backend: "KeyringBackend", db_id: str) -> bytes | None:
    """Return what the keyring keeps for this file, or None."""
    try:
        kept = backend.get_password(SERVICE, db_id)
        secret = base64.b64decode(kept or "", validate=True)
    except Exception:  # locked, refused, gone: the passphrase opens
        return None
    return secret if len(secret) == _SECRET_BYTES else None


def forget_secret(backend: "KeyringBackend", db_id: str) -> None:
    """Take the secret out of the keyring."""
    with contextlib.suppress(Exception):
        backend.delete_password(SERVICE, db_id)
