"""The form of one dated figure of the user's own."""

from collections.abc import Mapping, Sequence

from bolig_desktop.clock import Clock
from bolig_desktop.law import figures
from bolig_desktop.law.figures import Figure, Sort
from bolig_desktop.law.sources import Certainty
from bolig_desktop.ui.labels import answers
from bolig_desktop.ui.settings.parameter_words import bare, title
from bolig_desktop.ui.widgets.choices import ChoiceField
from bolig_desktop.ui.widgets.field import EntryField
from bolig_desktop.ui.widgets.fields import DateField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import tr

NOT_ON_FORM = frozenset({"id"})


class FigureField(EntryField):
    """A value of the sort that is asked for now, typed as people type it; kept as ``law.figures`` writes it."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._sort: Sort | None = None

    def use(self, sort: Sort | None) -> None:
        """Ask for a value of another sort; None where nobody has said which figure it is."""
        if sort is not self._sort:
            self._sort = sort
            self.entry.setPlaceholderText(_example(sort))

    def _read(self, text: str) -> str:
        return text if self._sort is None else figures.typed(self._sort, text, self._clock())

    def _words(self, value: str) -> str:
        found = None if self._sort is None else figures.read(self._sort, value)
        return value if found is None or self._sort is None else bare(self._sort, found)


class OwnParameterForm(Form):
    """Which figure, its value, when it holds, and where it is from. among: the figures to choose from."""

    table = "own_parameters"

    def __init__(self, clock: Clock, among: Sequence[Figure]) -> None:
        super().__init__()
        names = {figure.name: title(figure.name) for figure in among}
        self.bind("name", tr("Hva det gjelder"), ChoiceField(names, unknown=None))
        with self.row():
            self._value = self.bind("value", tr("Verdi"), FigureField(clock))
            self.bind("valid_from", tr("Første dag"), DateField(clock), hint=tr("Tomt: har alltid vært slik."))
            self.bind("valid_to", tr("Siste dag"), DateField(clock), hint=tr("Tomt: gjelder til videre."))
        self.bind("source", tr("Kilde"), TextField(), hint=tr("Hvor tallet eller datoen står, og når du så det."))
        with self.row():
            self.bind("certainty", tr("Hvor sikkert det er"), ChoiceField(answers(Certainty), unknown=None))
            self.bind("next_check", tr("Kontrolleres igjen"), DateField(clock))
        self.fields["name"].edited.connect(self._use)

    def show_record(self, record: object, *, keep_typed: bool = False) -> None:
        """Show the record's values, each in the way of its figure."""
        self._value.use(_sort(getattr(record, "name", None)))
        super().show_record(record, keep_typed=keep_typed)
        self._use()

    def restore_typed(self, draft: Mapping[str, str]) -> None:
        """Put a draft back; which figure it is about is known before its value is read."""
        if "name" in draft:
            self.fields["name"].set_typed(draft["name"])
            self._use()
        super().restore_typed(draft)

    def _use(self) -> None:
        name = self.fields["name"].value() if self.fields["name"].is_valid() else None
        sort = _sort(name)
        self._value.use(sort)
        for field, words in (("valid_from", tr("Første dag")), ("valid_to", tr("Siste dag"))):
            self.show_field(field, "" if sort is Sort.DAY else words)
            if sort is Sort.DAY:  # a day that comes once holds until it has gone
                self.fields[field].set_typed("")
        if self._value.is_filled() and self._value.is_changed():
            self._value.check()


def _sort(name: str | None) -> Sort | None:
    figure = figures.FIGURES.get(name or "")
    return figure.sort if figure else None


def _example(sort: Sort | None) -> str:
    match sort:
        case Sort.PERCENT:
            return "%"
        case Sort.KRONER:
            return tr("kroner")
        case Sort.DAYS:
            return tr("dager")
        case Sort.DAY_OF_MONTH:
            return tr("1 til 28")
        case Sort.DAY:
            return tr("dd.mm.åååå")
        case Sort.DAY_OF_YEAR:
            return tr("dag og måned")
    return ""
