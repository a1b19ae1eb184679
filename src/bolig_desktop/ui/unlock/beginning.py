"""The first words about the municipality: kept inside the new file until the sheet is on paper."""

import json
from dataclasses import asdict

from bolig_desktop.casefile.opened import case_of
from bolig_desktop.security.openfile import OpenFile
from bolig_desktop.settings.records import Municipality, WrittenForm

_FACT = "first_municipality"


def keep(open_file: OpenFile, municipality: Municipality) -> None:
    """Keep the first words about the municipality inside the file. Raises FileTrouble."""
    wanted = {name: asdict(municipality)[name] for name in ("name", "unit", "written_form")}
    open_file.put_fact(_FACT, json.dumps(wanted))


def municipality(open_file: OpenFile) -> Municipality:
    """Return what is known of the municipality, also before its row is written."""
    kept = open_file.fact(_FACT)
    if not kept:
        return case_of(open_file).settings.municipality()
    known = json.loads(kept)
    return Municipality(**{**known, "written_form": WrittenForm(known["written_form"])})


def write(open_file: OpenFile) -> None:
    """Write it as the municipality's own row, the first time the file can be used. Raises FileTrouble."""
    case = case_of(open_file)
    if open_file.fact(_FACT) and not case.settings.count():
        case.save(municipality(open_file))
        open_file.put_fact(_FACT, "")
