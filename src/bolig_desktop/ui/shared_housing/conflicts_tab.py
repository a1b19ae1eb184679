"""Breaches and conflicts, step by step: talk, written warning (D14), move; each step opens the paper it needs."""

from bolig_desktop.casefile import house_days
from bolig_desktop.casefile.house_conflicts import next_step, warn
from bolig_desktop.casefile.house_texts import rules_about
from bolig_desktop.casefile.naming import naming_fields
from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.shared_housing.records import ConflictStep, HouseConflict, RuleGroup
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.followup.places import place_of_line
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.shared_housing.house_tab import HouseTab
from bolig_desktop.ui.shared_housing.meeting_form import HouseConflictForm
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.case_header import breakable
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.sub_list import LineAct, SubList
from bolig_desktop.ui.words import language, tr

_TONES = {ConflictStep.TALK: Tone.ACCENT, ConflictStep.WARNING: Tone.SOON, ConflictStep.MOVE: Tone.DANGER}


class ConflictsTab(HouseTab):
    """Konflikter."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        lines = SubList(
            self._words,
            make_form=self._make_form,
            add_label=tr("Før en hendelse"),
            blank=self._blank,
            empty=tr(
                "Ingen hendelser. Begynn med en samtale; skriftlig advarsel og flytting kommer etter, om det trengs."
            ),
            pill=lambda entry: self._pill(entry),
            stacked=True,
            acts=self._acts,
        )
        self.entries = self.part(
            tr("Brudd og konflikter"),
            "house_conflicts",
            lines,
            session.case.house_conflicts.of_house,
            about=tr("Samtale først, så skriftlig advarsel, så flytting. Før det som skjedde, ikke hvem noen er."),
        )

    def _make_form(self) -> HouseConflictForm:
        case, shown = self.session.case, self.entries.list.record()
        entries = case.house_conflicts.of_house(self.house_id)
        known = [shown.household_id, shown.other_household_id] if isinstance(shown, HouseConflict) else []
        own = shown.id if isinstance(shown, HouseConflict) else None
        also = [one for entry in entries for one in (entry.household_id, entry.other_household_id)]
        before = [(one.id or 0, self._title(one)) for one in entries if one.id != own]
        return HouseConflictForm(case.clock, self.households(*known, *also), before)

    def _blank(self) -> HouseConflict:
        return HouseConflict(
            house_id=self.house_id,
            step=ConflictStep.TALK,
            happened_on=self.session.today,
            topic=RuleGroup.OTHER,
            facts="",
        )

    def _title(self, entry: HouseConflict) -> str:
        return f"{show_date(entry.happened_on)} · {label(entry.step)} · {label(entry.topic)}"

    def _words(self, entry: HouseConflict) -> tuple[str, str]:
        hidden = naming_fields(self.session.case, entry)
        who = [self.called(one) for one in (entry.household_id, entry.other_household_id) if one]
        named = tr("Teksten nevner noen med gradert adresse. Endre den.")
        facts = named if "facts" in hidden else breakable(entry.facts)
        agreed = "" if "agreed" in hidden or not entry.agreed else tr("Avtalt: {what}", what=breakable(entry.agreed))
        follow = tr("følges opp {day}", day=show_date(entry.follow_up_on)) if entry.follow_up_on else ""
        skipped = (
            tr("trinn hoppet over: {why}", why=entry.skipped) if entry.skipped and "skipped" not in hidden else ""
        )
        about = " · ".join(part for part in (" / ".join(who) or tr("Ukjent"), follow, skipped) if part)
        said = rules_about(self.session.case, entry.house_id, entry.topic, entry.happened_on)
        ruled = tr("Husregelen: {rules}", rules=" ".join(f"«{one}»" for one in said)) if said else ""
        return self._title(entry), "\n".join(part for part in (about, facts, agreed, ruled) if part)

    def _pill(self, entry: HouseConflict) -> Pill:
        if entry.closed_on is not None:
            return tr("Avsluttet"), Tone.MUTED
        if (
            entry.follow_up_on is not None
            and entry.follow_up_on < self.session.today
            and not self._is_followed(entry)
        ):
            return tr("Skulle vært fulgt opp"), Tone.DANGER
        return label(entry.step), _TONES[entry.step]

    def _is_followed(self, entry: HouseConflict) -> bool:
        entries = self.session.case.house_conflicts.of_house(self.house_id)
        return any(one.follows_id == entry.id for one in entries)

    def _acts(self, entry: HouseConflict) -> list[LineAct]:
        acts = []
        if entry.closed_on is None and entry.step is not ConflictStep.MOVE and not self._is_followed(entry):
            words = tr("Neste trinn etter {what}", what=self._title(entry))
            acts.append(LineAct("arrow-right", words, lambda: self._next(entry)))
        if entry.household_id is None or self._lease_of(entry.household_id) is None:
            return acts
        if entry.step is ConflictStep.WARNING:
            words = tr("Skriv advarselen (D14): {what}", what=self._title(entry))
            acts.append(LineAct("mail", words, lambda: self._warn(entry)))
        if entry.step is ConflictStep.MOVE:
            words = tr("Åpne leieforholdet: {what}", what=self._title(entry))
            acts.append(LineAct("external-link", words, lambda: self._open_lease(entry)))
        return acts

    def _lease_of(self, household_id: int) -> int | None:
        leases = house_days.leases(self.session.case, self.house_id)
        here = [one for one in leases if one.household_id == household_id]
        return here[-1].id if here else None

    def _next(self, entry: HouseConflict) -> None:
        self.entries.begin(next_step(entry, self.session.today))

    def _open_lease(self, entry: HouseConflict) -> None:
        lease = self._lease_of(entry.household_id or 0)
        if lease is not None:
            self.go.emit(Place(topic="tenancies", id=lease, tab="matters"))

    def _warn(self, entry: HouseConflict) -> None:
        """Open the matter of the written warning with the facts in it; it is made where there is none."""
        matter = self.session.case.matters.find(entry.matter_id) if entry.matter_id else None
        if matter is None:
            try:
                matter = self.session.run(lambda case: warn(case, entry))
            except Refused as refused:
                self.said.emit(sentences_for(refused.problems, language())[0][0])
                return
            except FileTrouble as trouble:
                self.said.emit(trouble_sentence(trouble, language()))
                return
            self.kept.emit(tr("Advarselen er begynt på leieforholdet."))
        self.go.emit(place_of_line(matter, "warning"))
