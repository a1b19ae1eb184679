"""The schemes of a household on its plan: what each lacks, how far it has come, and the paper that goes with it."""

from collections.abc import Callable

from bolig_desktop.career.records import Scheme, SchemeKind, SchemeState
from bolig_desktop.career.rules import schemes as rules
from bolig_desktop.casefile.career_checks import lease_of
from bolig_desktop.tenancies.records import TenancyKind
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_kroner
from bolig_desktop.ui.career.form import SchemeForm, papers_words
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.sub_list import LineAct, SubList
from bolig_desktop.ui.words import tr

_TONES = {
    SchemeState.THOUGHT_OF: Tone.MUTED,
    SchemeState.APPLIED: Tone.ACCENT,
    SchemeState.GRANTED: Tone.GOOD,
    SchemeState.REFUSED: Tone.DANGER,
    SchemeState.ENDED: Tone.MUTED,
}


class SchemeRecords(SubRecords):
    """Virkemidler. household: whose plan is shown; issue: shows the paper (its name) that goes with a scheme."""

    def __init__(
        self, session: Session, topic: str, household: Callable[[], int], issue: Callable[[str, Scheme], object]
    ) -> None:
        clock, self._household, self._issue = session.case.clock, household, issue
        lines = SubList(
            self._words,
            make_form=lambda: SchemeForm(clock),
            add_label=tr("Legg til virkemiddel"),
            blank=lambda: Scheme(household_id=household(), kind=SchemeKind.HOUSING_BENEFIT),
            empty=tr("Ingen virkemidler er ført: bostøtte, startlån, tilskudd, garantier, leie til eie."),
            pill=self._pill,
            acts=self._acts,
            stacked=True,
        )
        super().__init__(session, topic, lines, lambda _: session.case.schemes.of_household(household()))

    def _words(self, scheme: Scheme) -> tuple[str, str]:
        words = papers_words()
        left = rules.papers_left(scheme, shared=self._shared())
        parts = [
            show_kroner(scheme.amount_nok) if scheme.amount_nok is not None else "",
            tr("til {day}", day=show_date(scheme.ends_on)) if scheme.ends_on else "",
            scheme.reason,
            tr("mangler: {papers}", papers=", ".join(words[name] for name in left)) if left else "",
        ]
        return label(scheme.kind), " · ".join(part for part in parts if part)

    def _pill(self, scheme: Scheme) -> Pill:
        now = rules.state(scheme, self.session.today)
        return label(now), _TONES[now]

    def _acts(self, scheme: Scheme) -> list[LineAct]:
        from bolig_desktop.documents.letters.way_on import paper_for

        words = {
            "housing-benefit": tr("Skriv ut følgeskriv til søknaden (D20)"),
            "rent-to-own": tr("Skriv ut tillegg om leie til eie (D26)"),
        }
        paper = paper_for(self.session.case, scheme)
        return [LineAct("printer", words[paper], lambda: self._issue(paper, scheme))] if paper else []

    def _shared(self) -> bool:
        lease = lease_of(self.session.case, self._household())
        return lease is not None and lease.kind is TenancyKind.ROOM
