"""Records of one topic offered on another's form: found by what is typed, shown by their labels."""

from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.naming import dwelling_labels
from bolig_desktop.dwellings.records import DwellingKind
from bolig_desktop.text.names import loose
from bolig_desktop.ui.labels import household_words
from bolig_desktop.ui.widgets.pick_field import Choice
from bolig_desktop.ui.words import tr

_OFFERED = 12


def dwelling_choices(case: CaseFile, typed: str, *, houses: bool = False) -> list[Choice]:
    """Return the dwellings that fit what is typed; houses: only shared houses."""
    if houses:
        found = case.dwellings.list("kind = ?", [str(DwellingKind.SHARED_HOUSE)])
        words, labels = loose(typed).split(), dwelling_labels(case)
        offered = [Choice(id=d.id or 0, title=labels[d.id or 0], detail=d.city) for d in found]
        return [choice for choice in offered if _fits(choice.title, words)][:_OFFERED]
    return _found(case, "dwelling", typed) or _all(dwelling_labels(case), typed)


def dwelling_title(case: CaseFile, row_id: int) -> str:
    """Return what the dwelling is called."""
    return dwelling_labels(case)[row_id]


def landlord_choices(case: CaseFile, typed: str) -> list[Choice]:
    """Return the landlords that fit what is typed."""
    return _found(case, "landlord", typed) or _all(case.landlords.names(), typed)


def landlord_title(case: CaseFile, row_id: int) -> str:
    """Return the landlord's name."""
    return case.landlords.get(row_id).name


def household_choices(case: CaseFile, typed: str) -> list[Choice]:
    """Return the households that fit what is typed; a shielded one answers to its number only."""
    return _found(case, "household", typed) or _all(_in_words(case.households.labels()), typed)


def household_title(case: CaseFile, row_id: int) -> str:
    """Return what the household is called in lists."""
    return household_words(case.households.label(row_id))


def household_beside_home(case: CaseFile, row_id: int) -> str:
    """Return what the household is called where a dwelling stands beside it; with code 6 not even its number."""
    strict = case.households.is_strict(row_id)
    return tr("Skjermet husstand") if strict else household_title(case, row_id)


def _found(case: CaseFile, kind: str, typed: str) -> list[Choice]:
    hits = [hit for hit in case.search.find(typed) if hit.kind == kind]
    return [Choice(id=hit.id, title=household_words(hit.title), detail=hit.detail) for hit in hits[:_OFFERED]]


def _in_words(labels: dict[int, str]) -> dict[int, str]:
    return {row_id: household_words(called) for row_id, called in labels.items()}


def _all(labels: dict[int, str], typed: str) -> list[Choice]:
    words = loose(typed).split()
    return [Choice(id=i, title=text) for i, text in sorted(labels.items()) if _fits(text, words)][:_OFFERED]


def _fits(text: str, words: list[str]) -> bool:
    folded = loose(text)
    return all(word in folded for word in words)
