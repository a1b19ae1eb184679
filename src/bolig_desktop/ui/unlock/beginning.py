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


def write(open_file: OpenFile) -> None:
    """Write them as the municipality's own row, the first time the file can be used. Raises FileTrouble."""
    case = case_of(open_file)
    kept = open_file.fact(_FACT)
    if not kept or case.settings.count():
        return
    known = json.loads(kept)
    written_form = WrittenForm(known["written_form"])
    case.save(Municipality(name=known["name"], unit=known["unit"], written_form=written_form))
    open_file.put_fact(_FACT, "")


def municipality_name(open_file: OpenFile) -> str:
    """Return what the municipality is called, also before its row is written."""
    kept = open_file.fact(_FACT)
    return str(json.loads(kept)["name"]) if kept else case_of(open_file).settings.municipality().name
