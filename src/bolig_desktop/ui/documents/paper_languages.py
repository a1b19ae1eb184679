"""Which languages a paper is offered in before it is printed, in what order, and what each choice is called."""

from bolig_desktop.casefile import CaseFile
from bolig_desktop.documents.guide.editions import language_of
from bolig_desktop.documents.guide.writer import NORWEGIAN
from bolig_desktop.documents.kinds import languages_of
from bolig_desktop.documents.making import PaperKind
from bolig_desktop.settings.records import WrittenForm
from bolig_desktop.ui.labels import label, language_words
from bolig_desktop.ui.words import tr


def offered(case: CaseFile, kind: PaperKind, household_id: int) -> list[tuple[str, str]]:
    """Return code and words of each choice; the first is the one proposed.

    A letter begins in the municipality's own written form, what is made for a household in the household's language,
    and a paper for a house in all the languages of those who live there.
    """
    form = case.settings.municipality().written_form.value
    theirs = [language_of(case, household_id)] if household_id else []
    likely = [*theirs, form] if kind.compose is not None else [form, *theirs]
    first = [""] if kind.own_languages else []
    known = languages_of(kind)
    codes = dict.fromkeys([*first, *(code for code in (*likely, *NORWEGIAN, *known) if code in known)])
    return [(code, _words(kind, code)) for code in codes]


def _words(kind: PaperKind, code: str) -> str:
    if not code:
        return tr("Alle språk i huset")
    if code in NORWEGIAN:
        return label(WrittenForm(code))
    if kind.compose is not None:
        return tr("Norsk og {language}", language=language_words(code))
    return tr("Norsk + forklaring på {language}", language=language_words(code))
