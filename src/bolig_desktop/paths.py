"""Where things lie: resources and the user's own folders, by one rule for checkout, wheel and installed program."""

import os
from pathlib import Path

import platformdirs

_PACKED = Path(__file__).parent / "_resources"
_CHECKOUT = Path(__file__).parents[2] / "resources"


def resources() -> Path:
    """Return the folder with texts, fonts and icons."""
    return _PACKED if _PACKED.is_dir() else _CHECKOUT


def settings_folder() -> Path:
    """Return the folder for what belongs to this machine (never personal data); ``BOLIG_HOME`` moves it."""
    home = os.environ.get("BOLIG_HOME")
    return Path(home) / "settings" if home else Path(platformdirs.user_config_dir("Bolig", appauthor=False))


def case_folder() -> Path:
    """Return the default folder for case files: local, never a roaming or synced one."""
    home = os.environ.get("BOLIG_HOME")
    return Path(home) / "data" if home else Path(platformdirs.user_data_dir("Bolig", appauthor=False, roaming=False))
