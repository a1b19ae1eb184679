"""Is this folder copied to other machines by a sync program, or on a network? A case file comes to harm there."""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath

_NAMES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "min disk": "Google Drive",
}
_NETWORK = "network"


def synced_by(path: Path, *, environ: Mapping[str, str] = os.environ, home: Path | None = None) -> str | None:
    """Return what syncs the path's folder (OneDrive, Dropbox, iCloud, Google Drive, cloud, network), or None.

    Looks at the OneDrive variables, Dropbox's own settings, macOS' cloud folders, UNC and network drives, and at the
    names of the folders above.
    """
    home = home or Path.home()
    whole = path.absolute()
    if str(path).startswith(("\\\\", "//")) or _on_network_drive(whole):
        return _NETWORK
    places = _known_folders(environ, home)
    for candidate in {whole, _resolved(whole)}:
        for folder, name in places:
            if candidate.is_relative_to(folder) or candidate.is_relative_to(_resolved(folder)):
                return name
        if by_name := _by_part_names(candidate):
            return by_name
    return None


def _known_folders(environ: Mapping[str, str], home: Path) -> list[tuple[Path, str]]:
    found = [(Path(value), "OneDrive") for key, value in environ.items() if _is_onedrive(key) and value]
    settings = [home / ".dropbox"]
    settings += [Path(environ[name]) / "Dropbox" for name in ("APPDATA", "LOCALAPPDATA") if environ.get(name)]
    for folder in settings:
        found += [(place, "Dropbox") for place in _dropbox_places(folder / "info.json")]
    found.append((home / "Library" / "Mobile Documents", "iCloud"))
    found.append((home / "Library" / "CloudStorage", "cloud"))
    return found


def _is_onedrive(key: str) -> bool:
    return key.casefold() in ("onedrive", "onedriveconsumer", "onedrivecommercial")


def _dropbox_places(info: Path) -> list[Path]:
    try:
        accounts = json.loads(info.read_text("utf-8"))
        return [Path(account["path"]) for account in accounts.values()]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []


def _by_part_names(path: PurePath) -> str | None:
    for part in path.parts[:-1]:
        low = part.casefold()
        for name, said in _NAMES.items():
            # "OneDrive - Nordvik kommune", "Dropbox (Personal)"
            if low == name or low.startswith((name + " -", name + " (", name + "-")):
                return said
    return None


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except OSError:
        return path


def _on_network_drive(path: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    remote = 4  # DRIVE_REMOTE
    return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == remote)
