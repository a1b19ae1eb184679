"""One finished copy as one file: how its parts lie, and that not one byte of them has changed."""
from pathlib import Path

from bolig_desktop.security.slots import Slots


def slots_of_newest(path: Path, name: str) -> Slots | None:
    """x"""
    return None
