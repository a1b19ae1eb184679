"""The loan helper: annuity against serial with the user's own rate, as two curves; never a promise of a loan."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from bolig_desktop.career.records import Plan
from bolig_desktop.career.rules.loans import (
    MOST_RATE,
    MOST_YEARS,
    Loan,
    LoanKind,
    Schedule,
    loan_problems,
    of_plan,
    schedule,
)
from bolig_desktop.text.money import show_kroner, show_ore
from bolig_desktop.ui import icons
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.problems import by_field
from bolig_desktop.ui.theme import theme, tokens
from bolig_desktop.ui.widgets.facts_list import FactsList
from bolig_desktop.ui.widgets.fields import DecimalField, MoneyField, NumberField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import language, tr

_MONTHS = 12


class LoanForm(Form):
    """What a loan is reckoned from; nothing of it is kept."""

    def __init__(self) -> None:
        super().__init__()
        with self.row():
            self.bind("amount_nok", tr("Lån"), MoneyField())
            self.bind("rate", tr("Rente i året"), DecimalField(most=Decimal(MOST_RATE), unit="%"))
        with self.row():
            self.bind("years", tr("Nedbetalingstid i år"), NumberField(most=MOST_YEARS))
            self.bind("interest_only", tr("Avdragsfrie år"), NumberField(most=MOST_YEARS))


class LoanTab(QWidget):
    """Lånehjelpen, reckoned again at each value that is left. Signal ``kept(Loan)``: the example goes on the plan."""

    kept = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rent_nok: int | None = None
        self._plan_id: int | None = None
        self._loan: Loan | None = None
        self.form = LoanForm()
        self.form.field_committed.connect(lambda _: self.reckon())
        self.curves, self.facts = Curves(), FactsList()
        promise = QLabel(
            tr("Et regneeksempel med din egen rente, ikke et løfte om lån. Banken eller kommunen avgjør.")
        )
        promise.setWordWrap(True)
        promise.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (promise, self.form, self.curves, self.facts):
            column.addWidget(part)
        self.keep = QPushButton(tr("Ta med på planen"))
        icons.put(self.keep, "file-plus", side=16)
        self.keep.clicked.connect(lambda: self.kept.emit(self._loan))
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        self.keep.hide()
        column.addStretch(1)
        self.curves.hide()

    def show_plan(self, plan: Plan, rent_nok: int | None) -> None:
        """Show the example of another plan, and what the household pays a month today, None where not known."""
        self._rent_nok = rent_nok
        if plan.id != self._plan_id:
            self._plan_id = plan.id
            known = of_plan(plan, LoanKind.ANNUITY)
            for name, field in self.form.fields.items():
                field.set_value(None if known is None else getattr(known, name))
        self.reckon()

    def reckon(self) -> None:
        """Show both loans, or say beside the field why they cannot be reckoned."""
        typed = self.form.values()
        known = [typed.get(name) is not None for name in ("amount_nok", "rate", "years")]
        self.facts.clear()
        self.curves.hide()
        self.keep.hide()
        if not all(known):
            return
        loans = [
            Loan(
                amount_nok=typed["amount_nok"],
                rate=typed["rate"],
                years=typed["years"],
                kind=kind,
                interest_only=typed.get("interest_only") or 0,
            )
            for kind in LoanKind
        ]
        problems = loan_problems(loans[0])
        self.form.show_problems(by_field(problems, language()))
        if problems:
            return
        found = [schedule(loan) for loan in loans]
        self.curves.show_loans(found, self._rent_nok)
        self.curves.show()
        self._loan = loans[0]
        self.keep.show()
        self._tell(found)

    def _tell(self, found: Sequence[Schedule]) -> None:
        for one in found:
            said = tr(
                "{first} første måned, {highest} på det høyeste, {interest} i renter",
                first=show_ore(one.first_ore), highest=show_ore(one.highest_ore), interest=show_ore(one.interest_ore),
            )  # fmt: skip
            self.facts.add(label(one.loan.kind), said)
        if self._rent_nok is None:
            self.facts.add(tr("Leien i dag"), tr("ikke kjent"))
            return
        self.facts.add(tr("Leien i dag"), tr("{rent} i måneden", rent=show_kroner(self._rent_nok)))
        for one in found:
            more = one.first_ore - self._rent_nok * 100
            words = tr("{sum} mer enn leien", sum=show_ore(more)) if more >= 0 else ""
            words = words or tr("{sum} mindre enn leien", sum=show_ore(-more))
            self.facts.add(tr("{loan}, første måned", loan=label(one.loan.kind)), words)


class Curves(QWidget):
    """What is paid a year by each loan, a full line and a dashed one, and what the rent of today comes to."""

    def __init__(self) -> None:
        super().__init__()
        self._loans: Sequence[Schedule] = ()
        self._rent_ore = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size it is drawn in."""
        return QSize(420, 210)

    def show_loans(self, loans: Sequence[Schedule], rent_nok: int | None) -> None:
        """Draw these; rent_nok: what the household pays a month today, None where not known."""
        self._loans, self._rent_ore = loans, 1200 * (rent_nok or 0)
        ends = [(label(one.loan.kind), show_ore(one.years_ore[0]), show_ore(one.years_ore[-1])) for one in loans]
        said = [f"{words}: {first} – {last}" for words, first, last in ends]
        self.setAccessibleName(tr("Betalt i året, år for år"))
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw axes and curves."""
        if not self._loans:
            return
        paint, colours = QPainter(self), tokens()
        paint.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(84, 26, self.width() - 100, self.height() - 56)
        most = max(self._rent_ore, *(max(one.years_ore) for one in self._loans)) or 1
        paint.setPen(QPen(QColor(colours.line), 1))
        paint.drawLine(room.bottomLeft(), room.bottomRight())
        paint.drawLine(room.bottomLeft(), room.topLeft())
        paint.setPen(QColor(colours.muted))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        paint.drawText(QRectF(0, room.top() - 9, 78, 18), right, show_kroner(round(most / 100)))
        paint.drawText(QRectF(0, room.bottom() - 9, 78, 18), right, show_kroner(0))
        if self._rent_ore:
            self._draw_rent(paint, room, most)
        years = len(self._loans[0].years_ore)
        below = QRectF(room.left(), room.bottom() + 4, room.width(), 18)
        paint.drawText(below, int(Qt.AlignmentFlag.AlignLeft), tr("år {number}", number=1))
        paint.drawText(below, int(Qt.AlignmentFlag.AlignRight), tr("år {number}", number=years))
        inks = ((colours.accent, Qt.PenStyle.SolidLine), (colours.ink("soon"), Qt.PenStyle.DashLine))
        for number, (one, (ink, style)) in enumerate(zip(self._loans, inks, strict=True)):
            paint.setPen(QPen(QColor(ink), 2.2, style))
            across = room.width() / max(years - 1, 1)
            points = [
                QPointF(room.left() + year * across, room.bottom() - paid / most * room.height())
                for year, paid in enumerate(one.years_ore)
            ]
            paint.drawPolyline(QPolygonF(points))
            left = room.left() + 8 + number * 170
            paint.drawLine(QPointF(left, 11), QPointF(left + 26, 11))
            paint.setPen(QColor(colours.text))
            paint.drawText(QRectF(left + 32, 2, 136, 18), int(Qt.AlignmentFlag.AlignVCenter), label(one.loan.kind))
        paint.end()

    def _draw_rent(self, paint: QPainter, room: QRectF, most: int) -> None:
        """Draw a dotted line where a year's rent of today is, its words under it where there is room for them."""
        level = room.bottom() - self._rent_ore / most * room.height()
        paint.setPen(QPen(QColor(tokens().muted), 1.4, Qt.PenStyle.DotLine))
        paint.drawLine(QPointF(room.left(), level), QPointF(room.right(), level))
        top = level + 2 if room.bottom() - level > 22 else level - 20
        words = tr("Leien i dag, {sum} i året", sum=show_kroner(round(self._rent_ore / 100)))
        paint.drawText(QRectF(room.left() + 8, top, room.width() - 8, 18), int(Qt.AlignmentFlag.AlignLeft), words)
