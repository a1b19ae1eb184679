"""The people of one household: a line each, opened in place, and a way to let one more in."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.law.grants import grant_year
from bolig_desktop.people.records import Grading, Membership, Person
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui import icons
from bolig_desktop.ui.labels import label, language_words
from bolig_desktop.ui.people.page.member import MemberBox
from bolig_desktop.ui.people.page.new_member import NewMember
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.pills import PillLabel
from bolig_desktop.ui.words import tr


class MembersTab(QWidget):
    """Who is in the household and who was; one of them may be open for change.

    Signals: ``kept(sentence)`` when something was saved that can be undone; ``said(sentence)`` for the status line.
    """

    kept = Signal(str)
    said = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._household_id = 0
        self._rows: dict[int, MemberRow] = {}
        self._nothing = QLabel(tr("Ingen er ført i husstanden ennå. Begynn med hovedpersonen."))
        self._nothing.setProperty("role", "muted")
        self._nothing.setContentsMargins(12, 8, 12, 8)
        self._nothing.setWordWrap(True)
        self.box = MemberBox(session)
        self.box.hide()
        self.new_member = NewMember(session)
        self.new_member.hide()
        self.add_button = QPushButton(tr("Legg til medlem"))
        self.add_button.setProperty("role", "fold")
        icons.put(self.add_button, "user-plus", "accent", side=16)
        self.add_button.clicked.connect(self.add)
        frame = QFrame()
        frame.setProperty("role", "box")
        self._column = QVBoxLayout(frame)
        self._column.setContentsMargins(0, 4, 0, 6)
        self._column.setSpacing(0)
        self._column.addWidget(self._nothing)
        line = QHBoxLayout()
        line.setContentsMargins(8, 4, 8, 0)
        line.addWidget(self.add_button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.new_member)
        column.addWidget(frame)
        column.addLayout(line)
        column.addStretch(1)
        self._column.addWidget(self.box)
        for part in (self.box, self.new_member):
            part.kept.connect(self.kept)
            part.said.connect(self.said)
        self.box.closed.connect(self._closed)
        self.new_member.closed.connect(self._new_closed)
        self.new_member.open_wanted.connect(self.show_person)

    def open(self, household_id: int) -> None:
        """Show another household's people; what was half-filled there stands in its fields again."""
        self.finish()
        self.box.close_member()
        self._household_id = household_id
        self.new_member.open(household_id)
        self._show_new(self.new_member.has_draft())

    def household_id(self) -> int:
        """Return whose people are shown, 0 before the first."""
        return self._household_id

    def reload(self) -> int:
        """Read the people again and return how many are in the household now."""
        memberships = self._memberships()
        if list(self._rows) != [m.id for m in memberships]:
            self._make_rows(memberships)
        today, people = self.session.today, self.session.case.people
        for membership in memberships:
            self._rows[membership.id or 0].show_member(membership, people.get(membership.person_id), today)
        self._nothing.setVisible(not memberships)
        self.box.refresh()
        self._place_box()
        return sum(1 for m in memberships if m.left_on is None or m.left_on > today)

    def show_person(self, person_id: int) -> None:
        """Open the person for change, where they are in the household."""
        found = [m for m in self._memberships() if m.person_id == person_id]
        if found:
            self._show_member(found[0].id or 0)

    def add(self) -> None:
        """Ask who is to be let in."""
        self.box.finish()
        self.box.close_member()
        self._place_box()
        self._show_new(True)
        self.new_member.focus()

    def finish(self) -> None:
        """Save or keep everything typed so far."""
        self.box.finish()
        self.new_member.keep_draft()

    def _memberships(self) -> list[Membership]:
        today = self.session.today
        found = self.session.case.memberships.of_household(self._household_id)
        return sorted(found, key=lambda m: m.left_on is not None and m.left_on <= today)

    def _make_rows(self, memberships: list[Membership]) -> None:
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {}
        for at, membership in enumerate(memberships, 1):
            row = MemberRow(membership.id or 0)
            row.chosen.connect(self._toggle)
            self._rows[membership.id or 0] = row
            self._column.insertWidget(at, row)

    def _place_box(self) -> None:
        self._column.removeWidget(self.box)
        open_id = self.box.membership_id()
        for row_id, row in self._rows.items():
            row.show_open(row_id == open_id)
        at = self._column.indexOf(self._rows[open_id]) + 1 if open_id in self._rows else self._column.count()
        self._column.insertWidget(at, self.box)
        self.box.setVisible(open_id in self._rows)

    def _toggle(self, membership_id: int) -> None:
        if self.box.membership_id() == membership_id:
            self.box.finish()
            self.box.close_member()
            self._place_box()
        else:
            self._show_member(membership_id)

    def _show_member(self, membership_id: int) -> None:
        self.box.finish()
        self.box.open(membership_id)
        self._place_box()
        if membership_id in self._rows:
            self._rows[membership_id].button.setFocus()

    def _closed(self) -> None:
        open_id = self.box.membership_id()
        self.box.close_member()
        self._place_box()
        if open_id in self._rows:
            self._rows[open_id].button.setFocus()

    def _show_new(self, shown: bool) -> None:
        self.new_member.setVisible(shown)
        self.add_button.setVisible(not shown)

    def _new_closed(self) -> None:
        self._show_new(False)
        self.add_button.setFocus()


class MemberRow(QWidget):
    """One member: the name opens and closes what can be changed, the rest says what one always wants to know.

    Signal ``chosen(membership id)``.
    """

    chosen = Signal(int)

    def __init__(self, membership_id: int) -> None:
        super().__init__()
        self.button = QPushButton()
        self.button.setProperty("role", "fold")
        self.button.setMinimumWidth(80)
        self.button.clicked.connect(lambda: self.chosen.emit(membership_id))
        self._name = ""
        self.left = PillLabel()
        self.shielded = PillLabel()
        self.about = QLabel()
        self.about.setProperty("role", "muted")
        self.about.setWordWrap(True)
        self.about.setMinimumWidth(80)
        self.about.setContentsMargins(26, 0, 8, 4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.button)
        head.addWidget(self.left)
        head.addWidget(self.shielded)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 3, 8, 3)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.about)
        self.show_open(False)

    def show_member(self, membership: Membership, person: Person, today: date) -> None:
        """Show the member as they are today."""
        self._name = person.name
        self.button.setAccessibleName(person.name)
        self._fit()
        about = member_about(membership, person, today)
        self.about.setText(about)
        self.button.setAccessibleDescription(about)
        left = membership.left_on
        self.left.show_pill("" if left is None else _left_words(left, today), Tone.MUTED)
        self.shielded.show_pill("" if person.grading is Grading.NONE else tr("Adressesperre"), Tone.SOON)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut a name there is no room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - 220, 120)
        fitted = self.button.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.button.setText(fitted.replace("&", "&&"))

    def show_open(self, is_open: bool) -> None:
        """Say whether what can be changed stands under the line."""
        icons.put(self.button, "chevron-down" if is_open else "chevron-right", "accent", side=16)


def member_about(membership: Membership, person: Person, today: date) -> str:
    """Return role, age, languages, settlement and grant year (IN-TIL) in one line."""
    parts = [label(membership.role)]
    if person.born_on is not None:
        parts.append(tr("{age} år, født {day}", age=age_on(person.born_on, today), day=show_date(person.born_on)))
    if person.language:
        parts.append(language_words(person.language))
    if person.interpreter:
        parts.append(tr("trenger tolk"))
    if person.settled_on is not None:
        parts.append(tr("bosatt {day}", day=show_date(person.settled_on)))
        year = grant_year(person.settled_on, today.year)
        if year is not None:
            parts.append(tr("tilskuddsår {year}", year=year))
    return " · ".join(parts)


def age_on(born_on: date, day: date) -> int:
    """Return whole years lived on a day."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def _left_words(left_on: date, today: date) -> str:
    if left_on > today:
        return tr("Flytter ut {day}", day=show_date(left_on))
    return tr("Flyttet ut {day}", day=show_date(left_on))
