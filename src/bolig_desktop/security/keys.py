"""Every key comes from one seed of sixteen random bytes: the printed sheet is that seed, the slots lock it away."""

import secrets

SEED_BYTES = 16


def new_seed() -> bytes:
    """Return a new seed; whoever has it can read the file and every copy of it."""
    return secrets.token_bytes(SEED_BYTES)


def data_key(seed: bytes) -> bytes:
    """Return the key (32 bytes) the case file's pages are encrypted with."""
    return _derive(seed, b"db-key/1", 32)


def db_id(seed: bytes) -> str:
    """Return the file's public name, 32 hexadecimal digits; it tells nothing about the seed.

    It is the first sixteen bytes of the file and of every copy, so that a sheet, a key file and a case file can be
    seen to belong together without a passphrase.
    """
    return _derive(seed, b"db-id/1", 16).hex()


def jsonl_key(seed: bytes) -> bytes:
    """Return the key (32 bytes) of the second, database-free form of the data inside a copy."""
    return _derive(seed, b"jsonl", 32)


def manifest_key(seed: bytes) -> bytes:
    """Return the key (32 bytes) of a copy's list of contents."""
    return _derive(seed, b"manifest/1", 32)


def counter_key(seed: bytes) -> bytes:
    """Return the key (32 bytes) that signs how long the history is."""
    return _derive(seed, b"counter/1", 32)


def _derive(seed: bytes, purpose: bytes, length: int) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=length, salt=None, info=purpose).derive(seed)
