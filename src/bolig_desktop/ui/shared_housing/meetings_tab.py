"""House meetings: the minutes, the newest first, and what was agreed, the open points first until they are done."""

import dataclasses
from datetime import date

from bolig_desktop.casefile.naming import naming_fields
from bolig_desktop.law.months import add_months
from bolig_desktop.shared_housing.records import HouseMeeting, MeetingPoint
from bolig_desktop.shared_housing.rules import rooms_present
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.shared_housing.house_tab import HouseTab
from bolig_desktop.ui.shared_housing.meeting_form import HouseMeetingForm, MeetingPointForm
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.case_header import breakable
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.sub_list import LineAct, SubList
from bolig_desktop.ui.words import tr


class MeetingsTab(HouseTab):
    """Møter."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        clock = session.case.clock
        points = SubList(
            self._point_words,
            make_form=lambda: MeetingPointForm(clock),
            add_label=tr("Nytt punkt"),
            blank=self._blank_point,
            empty=tr(
                "Ingen punkter ennå. Før et møte først; det som avtales, kommer igjen på neste møte til det er gjort."
            ),
            pill=self._point_pill,
            stacked=True,
            acts=self._acts,
            heading=lambda point: tr("Gjort") if point.done_on else tr("Åpne punkter"),
        )
        meetings = SubList(
            self._meeting_words,
            make_form=lambda: HouseMeetingForm(clock, self.rooms()),
            add_label=tr("Før et møte"),
            blank=self._blank,
            empty=tr("Ingen møter ennå. Før det første: hvem som var der, og hva dere ble enige om."),
            pill=self._pill,
            stacked=True,
            print_line=lambda meeting: self.wanted.emit("meeting", meeting.id or 0),
        )
        self.meetings = self.part(
            tr("Beboermøter"),
            "house_meetings",
            meetings,
            session.case.house_meetings.of_house,
            about=tr("Rutinen er ett møte i måneden. Åpne punkter kommer med på neste møte."),
        )
        self.points = self.part(tr("Avtalte punkter"), "meeting_points", points, self._load_points)

    def _fill(self) -> None:
        """Read the meetings; a point needs a meeting it was agreed at."""
        super()._fill()
        if self.points.list.add_button is not None:
            is_ready = self._last() is not None and self.points.list.form is None
            self.points.list.add_button.setVisible(is_ready)

    def _load_points(self, house_id: int) -> list[MeetingPoint]:
        found = self.session.case.meeting_points.of_house(house_id)
        return sorted(
            found,
            key=lambda one: (
                one.done_on is not None,
                -(one.done_on or date.min).toordinal(),
                one.due_on or date.max,
                one.id or 0,
            ),
        )

    def _last(self) -> HouseMeeting | None:
        held = [
            one for one in self.session.case.house_meetings.of_house(self.house_id) if one.held_on <= self._today()
        ]
        return held[0] if held else None

    def _today(self) -> date:
        return self.session.today

    def _blank(self) -> HouseMeeting:
        today = self._today()
        return HouseMeeting(house_id=self.house_id, held_on=today, next_on=add_months(today, 1))

    def _blank_point(self) -> MeetingPoint:
        last = self._last()
        return MeetingPoint(meeting_id=last.id or 0 if last else 0, what="")

    def _meeting_words(self, meeting: HouseMeeting) -> tuple[str, str]:
        hidden = naming_fields(self.session.case, meeting)
        present = rooms_present(meeting)
        there = [name for room, name in self.names.items() if room in present]
        parts = [
            tr("til stede: {rooms}", rooms=", ".join(there)) if there else "",
            tr("tolk: {name}", name=meeting.interpreter)
            if meeting.interpreter and "interpreter" not in hidden
            else "",
            tr("neste møte {day}", day=show_date(meeting.next_on)) if meeting.next_on else "",
        ]
        minute = "" if "minute" in hidden else breakable(meeting.minute)
        if "minute" in hidden:
            minute = tr("Referatet nevner noen med gradert adresse. Endre det.")
        said = " · ".join(part for part in parts if part)
        return tr("Møte {day}", day=show_date(meeting.held_on)), "\n".join(part for part in (said, minute) if part)

    def _pill(self, meeting: HouseMeeting) -> Pill | None:
        if meeting.held_on > self._today():
            return tr("Kommer"), Tone.ACCENT
        return (tr("Underskrevet"), Tone.GOOD) if meeting.signed_on else None

    def _point_words(self, point: MeetingPoint) -> tuple[str, str]:
        hidden = naming_fields(self.session.case, point)
        meeting = self.session.case.house_meetings.get(point.meeting_id)
        parts = [
            point.who if "who" not in hidden else "",
            tr("frist {day}", day=show_date(point.due_on)) if point.due_on else tr("uten frist"),
            tr("avtalt {day}", day=show_date(meeting.held_on)),
            point.result if "result" not in hidden else "",
        ]
        what = tr("Punktet nevner noen med gradert adresse. Endre det.") if "what" in hidden else point.what
        return breakable(what), " · ".join(part for part in parts if part)

    def _point_pill(self, point: MeetingPoint) -> Pill | None:
        if point.done_on is not None:
            return tr("Gjort {day}", day=show_date(point.done_on)), Tone.GOOD
        if point.due_on is not None and point.due_on < self._today():
            return tr("Over fristen"), Tone.DANGER
        return tr("Åpent"), Tone.SOON

    def _acts(self, point: MeetingPoint) -> list[LineAct]:
        if point.done_on is not None:
            return []
        words = tr("Gjort i dag: {what}", what=self._point_words(point)[0])
        return [LineAct("check", words, lambda: self._done(point))]

    def _done(self, point: MeetingPoint) -> None:
        done = dataclasses.replace(point, done_on=self._today())
        self.session.run(lambda case: case.save(done))
        self.kept.emit(tr("Punktet er gjort."))
