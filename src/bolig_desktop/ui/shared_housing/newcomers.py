"""How a newcomer fits a house, in words and never as a score: a common language, know each other, want it."""

from typing import Any

from bolig_desktop.casefile import house_days
from bolig_desktop.shared_housing.records import NewcomerTalk
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.choosing import household_choices, household_title
from bolig_desktop.ui.labels import language_words
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.shared_housing.house_tab import HouseTab
from bolig_desktop.ui.shared_housing.running_form import NewcomerTalkForm
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.pick_field import Choice, PickField
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.sub_list import SubList
from bolig_desktop.ui.words import tr


class Newcomers(HouseTab):
    """Under the residents: who may move in, and what both sides say."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        lines = SubList(
            self._words,
            make_form=self._make_form,
            add_label=tr("Vurder en ny beboer"),
            blank=self._blank,
            empty=tr("Ingen vurdert ennå. Er et rom ledig, så spør både den nye og dem som bor der."),
            pill=self._pill,
            stacked=True,
            place=self._place,
        )
        self.talks = self.part(
            tr("Passer en ny beboer inn?"),
            "newcomer_talks",
            lines,
            session.case.newcomer_talks.of_house,
            about=tr(
                "Felles språk, om de kjenner hverandre, og om begge sider ønsker det. Aldri etnisitet, religion "
                "eller opphav (husleieloven § 1-8)."
            ),
        )

    def _make_form(self) -> NewcomerTalkForm:
        case = self.session.case
        field = PickField("households", self._choices, lambda row_id: household_title(case, row_id), icon="users")
        field.go.connect(self.go)
        return NewcomerTalkForm(case.clock, field)

    def _choices(self, typed: str) -> list[Choice]:
        strict = self.session.case.households.strict_ids()
        return [
            Choice(id=one.id, title=one.title)
            for one in household_choices(self.session.case, typed)
            if one.id not in strict
        ]

    def _blank(self) -> NewcomerTalk:
        nobody: Any = None
        return NewcomerTalk(house_id=self.house_id, household_id=nobody)

    def _place(self, talk: NewcomerTalk) -> Place | None:
        strict = self.session.case.households.is_strict(talk.household_id)
        return None if strict else Place(topic="households", id=talk.household_id)

    def _words(self, talk: NewcomerTalk) -> tuple[str, str]:
        case = self.session.case
        if case.households.is_strict(talk.household_id):
            return tr("Skjermet husstand"), ""
        answers = (
            self._language(talk),
            _said(
                talk.knows, tr("kjenner noen i huset"), tr("kjenner ingen i huset"), tr("ikke spurt om de kjennes")
            ),
            _said(talk.wants, tr("ønsker å bo der"), tr("ønsker det ikke"), tr("den nye er ikke spurt")),
            _said(
                talk.residents_want,
                tr("beboerne ønsker det"),
                tr("beboerne ønsker det ikke"),
                tr("beboerne er ikke spurt"),
            ),
        )
        asked = tr("spurt {day}", day=show_date(talk.asked_on)) if talk.asked_on else ""
        shielded = case.households.is_shielded(talk.household_id)
        interpreter = tr("tolk: {name}", name=talk.interpreter) if talk.interpreter and not shielded else ""
        under = " · ".join(part for part in (asked, interpreter) if part)
        return household_title(case, talk.household_id), "\n".join(
            part for part in ("; ".join(answers), under) if part
        )

    def _language(self, talk: NewcomerTalk) -> str:
        fit = house_days.fit(self.session.case, self.house_id, talk.household_id)
        if fit.residents == 0:
            return tr("ingen bor der i dag")
        if self.session.case.households.is_shielded(talk.household_id) or not fit.asked:
            return tr("felles språk er ikke kjent")
        if not fit.languages:
            return tr("ikke noe felles språk med dem vi vet språket til")
        return "; ".join(
            tr(
                "{language} felles med {count} av {all}",
                language=language_words(code),
                count=count,
                all=fit.residents,
            )
            for code, count in fit.languages
        )

    def _pill(self, talk: NewcomerTalk) -> Pill | None:
        if talk.wants is None or talk.residents_want is None:
            return tr("Spør begge"), Tone.SOON
        both = talk.wants and talk.residents_want
        return (tr("Begge ønsker det"), Tone.GOOD) if both else (tr("Ikke begge"), Tone.MUTED)


def _said(answer: bool | None, yes: str, no: str, unknown: str) -> str:
    return unknown if answer is None else yes if answer else no
