"""The forms of the texts in the papers: words of one's own, and that an interpreter has checked a translation."""

from PySide6.QtCore import Qt

from bolig_desktop.clock import Clock
from bolig_desktop.ui.widgets.fields import DateField, LongTextField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import tr

NOT_ON_OWNTEXTFORM = frozenset({"id", "language", "unit", "of", "written_on"})
NOT_ON_TEXTCHECKFORM = frozenset({"id", "language", "unit", "text_print", "of"})
_FEWEST_LINES, _MOST_LINES, _LETTERS_A_LINE = 3, 14, 75


class OwnTextForm(Form):
    """The words of one text. label: what the field is called; hint: what must stand in it; text: as it is now."""

    table = "own_texts"

    def __init__(self, label: str, *, hint: str, text: str, rtl: bool) -> None:
        super().__init__()
        needed = sum(1 + len(line) // _LETTERS_A_LINE for line in text.splitlines()) + 1
        field = LongTextField(lines=min(max(needed, _FEWEST_LINES), _MOST_LINES))
        self.bind("text", label, field, hint=hint)
        if rtl:
            turn(field)


class TextCheckForm(Form):
    """Which interpreter has read the translation, and when."""

    table = "text_checks"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind(
                "interpreter", tr("Tolk"), TextField(), hint=tr("Navn eller nummer i tolkeregisteret."), weight=2
            )
            self.bind("checked_on", tr("Kontrollert"), DateField(clock))


def turn(field: LongTextField) -> None:
    """Let a field be written from right to left."""
    document = field.entry.document()
    option = document.defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    document.setDefaultTextOption(option)
