"""What belongs to this machine and never travels with the case file; no personal data is kept here."""

import contextlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from bolig_desktop import paths

LANGUAGES = ("nb", "nn", "en")
SCHEMES = ("system", "light", "dark")
TEXT_SIZES = (100, 115, 130, 150)
IDLE_CHOICES = (2, 5, 10, 15, 30, 60)
_NAME = "machine.json"


@dataclass(kw_only=True)
class Machine:
    """The machine's own settings; read once at start, written whenever one changes.

    last_file, second_folder: paths as text, "" for none. language: of the screen, nb, nn or en. scheme: light, dark
    or as the system has it. text_size: per cent of the ordinary. idle_minutes: until the file locks itself.
    reminded_on: ISO date when the second place for copies was last put off. widths: the window's and tables'
    measures in pixels, by name. headings: what columns of workbooks were said to mean, by topic and heading.
    """

    last_file: str = ""
    language: str = "nb"
    scheme: str = "system"
    text_size: int = 100
    idle_minutes: int = 10
    second_folder: str = ""
    reminded_on: str = ""
    window_width: int = 0
    window_height: int = 0
    window_maximised: bool = False
    widths: dict[str, int] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)


def read(folder: Path | None = None) -> Machine:
    """Return the settings kept in ``folder`` (default ``paths.settings_folder()``), or the defaults.

    A file that cannot be understood is renamed aside, never removed; a value that makes no sense is the default.
    """
    place = _place(folder)
    try:
        found = json.loads(place.read_text(encoding="utf-8"))
        if not isinstance(found, dict):
            raise ValueError("not settings")
    except FileNotFoundError:
        return Machine()
    except (OSError, ValueError, RecursionError):
        with contextlib.suppress(OSError):
            place.replace(_free(place.with_suffix(".skadet")))
        return Machine()
    return Machine(**{one.name: _sound(one.name, found[one.name]) for one in fields(Machine) if one.name in found})


def write(machine: Machine, folder: Path | None = None) -> None:
    """Keep the settings, whole or not at all, for the user alone (0600). Raises OSError."""
    place = _place(folder)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".machine-", dir=place.parent)  # made with 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(asdict(machine), out, ensure_ascii=False, indent=1, sort_keys=True)
            out.flush()
            os.fsync(out.fileno())
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _place(folder: Path | None) -> Path:
    return (folder or paths.settings_folder()) / _NAME


def _free(wanted: Path) -> Path:
    name, number = wanted, 2
    while name.exists():
        name, number = wanted.with_name(f"{wanted.name}-{number}"), number + 1
    return name


def _sound(name: str, value: Any) -> Any:
    default = getattr(Machine(), name)
    choices = {"language": LANGUAGES, "scheme": SCHEMES, "text_size": TEXT_SIZES, "idle_minutes": IDLE_CHOICES}
    if isinstance(default, dict):
        pairs = value.items() if isinstance(value, dict) else ()
        if name == "headings":
            return {key: words for key, words in pairs if isinstance(words, str) and len(key) + len(words) < 300}
        return {key: number for key, number in pairs if type(number) is int and 0 <= number < 100_000}
    if type(value) is not type(default) or (name in choices and value not in choices[name]):
        return default
    if isinstance(value, int) and name.startswith("window_") and not 0 <= value < 100_000:
        return default
    return value
