"""A form takes a record and gives its values, keeps what is half-written, and opens where something is wrong."""

import dataclasses
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from bolig_desktop.clock import fixed
from bolig_desktop.tenancies.records import TenancyKind
from bolig_desktop.text.lengths import LINE, longest
from bolig_desktop.ui.widgets.choices import ChoiceField, YesNoField
from bolig_desktop.ui.widgets.field import ProblemLine
from bolig_desktop.ui.widgets.fields import DateField, MoneyField, NumberField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.sub_list import SubList


@dataclasses.dataclass(frozen=True, kw_only=True)
class Record:
    id: int | None = 1
    street: str = "Fjellgata 8"
    rent_nok: int | None = 4900
    free_from: date | None = None
    lift: bool | None = None
    floor: int | None = None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Kind:
    kind: TenancyKind


def record_form():
    form = Form()
    form.bind("street", "Gateadresse", TextField())
    with form.row():
        form.bind("rent_nok", "Leie per måned", MoneyField())
        form.bind("free_from", "Ledig fra", DateField(fixed(date(2026, 11, 22))))
    with form.section("Tilgjengelighet"):
        form.bind("lift", "Heis", YesNoField())
        form.bind("floor", "Etasje", NumberField())
    return form


@pytest.fixture
def form(shown):
    made = shown(record_form())
    made.show_record(Record())
    return made


def fold(form):
    return next(iter(form._folds))


def test_the_values_of_a_form_are_the_record_again(form):
    record = Record(street="Storgata 1", rent_nok=None, free_from=date(2026, 12, 1), lift=False, floor=2)
    form.show_record(record)
    assert dataclasses.replace(Record(), **form.values()) == record
    assert form.typed() == {}


def test_what_cannot_be_read_is_not_among_the_values_but_is_kept_as_typed(form, qtbot):
    field = form.fields["rent_nok"]
    field.entry.selectAll()
    qtbot.keyClicks(field.entry, "ni tusen")
    assert "rent_nok" not in form.values()
    assert form.typed() == {"rent_nok": "ni tusen"}
    other = record_form()
    qtbot.addWidget(other)
    other.show_record(Record())
    other.restore_typed({"rent_nok": "ni tusen", "gone": "x"})
    assert other.typed() == {"rent_nok": "ni tusen"}
    assert other.fields["rent_nok"].problem()


def test_a_saved_record_coming_back_leaves_other_half_written_fields_alone(form, qtbot):
    rent = form.fields["rent_nok"]
    rent.entry.setText("ni tusen")
    form.show_record(Record(street="Storgata 2"), keep_typed=True)
    assert (form.fields["street"].value(), rent.typed()) == ("Storgata 2", "ni tusen")
    form.show_record(Record(street="Storgata 2"))
    assert rent.value() == 4900


def test_leaving_a_field_tells_which_one_and_typing_tells_that_there_is_a_draft(form, qtbot):
    committed, edited = [], []
    form.field_committed.connect(committed.append)
    form.edited.connect(lambda: edited.append(1))
    entry = form.fields["street"].entry
    entry.setFocus()
    qtbot.keyClicks(entry, "B")
    assert (committed, len(edited)) == ([], 1)
    qtbot.keyClick(entry, Qt.Key.Key_Tab)
    assert committed == ["street"]


def test_finish_commits_what_nobody_has_left_yet(form, qtbot):
    committed = []
    form.field_committed.connect(committed.append)
    form.fields["street"].entry.setFocus()
    qtbot.keyClicks(form.fields["street"].entry, " B")
    assert form.finish()
    assert committed == ["street"]
    form.fields["rent_nok"].entry.setText("x")
    assert not form.finish()
    assert form.fields["rent_nok"].problem()


def test_tab_goes_through_the_fields_in_the_order_they_were_bound(form, qtbot):
    form.focus("street")
    order = []
    for _ in range(3):
        focused = form.window().focusWidget()
        order.append(next(name for name, field in form.fields.items() if field.isAncestorOf(focused)))
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert order == ["street", "rent_nok", "free_from"]


def test_a_section_is_folded_and_counts_what_is_filled(form):
    section = fold(form)
    assert not section.is_open()
    assert section.detail.text() == "ikke fylt ut"
    form.show_record(Record(lift=True))
    assert section.detail.text() == "1 av 2 fylt ut"
    assert not form.fields["lift"].isVisible()
    section.button.click()
    assert form.fields["lift"].isVisible()


def test_a_hard_problem_unfolds_its_section_and_a_warning_does_not(form):
    form.show_problems({"floor": [("Uvanlig høyt.", False)]})
    assert not fold(form).is_open()
    form.show_problems({"floor": [("Etasjen mangler.", True)]})
    assert form.fields["floor"].problem_line.isVisible()


def test_problems_of_no_field_stand_on_top(form):
    form.show_problems({"": [("Saken er avsluttet.", True)], "unknown": [("Noe annet.", False)]})
    assert form.general.text().splitlines() == ["Saken er avsluttet.", "Noe annet."]
    form.show_record(Record())
    assert not form.general.isVisible()


@pytest.mark.parametrize("width", [420, 640, 1100, 1500])
def test_nothing_is_squeezed_or_cut_off_however_wide_the_column_is(shown, qtbot, width):
    from bolig_desktop.ui.widgets.banner import Banner
    from bolig_desktop.ui.widgets.case_panel import CasePanel

    panel = CasePanel()
    inside = record_form()
    panel.tabs.add("case", "Sak", inside)
    long = "Et langt ord og ett til, " * 12
    panel.header.show_title(long, long)
    panel.show_banners([Banner("danger", long, text=long, why=long, acts=[("Gjør noe med det", print)])])
    panel.show_case()
    inside.show_record(Record())
    inside.show_problems({"rent_nok": [(long, True)], "street": [(long, False)]})
    shown(panel, width, 500)
    qtbot.waitUntil(lambda: panel.column.widget().width() <= panel.column.viewport().width())
    for field in inside.fields.values():
        if field.isVisible():
            assert field.editor().height() >= field.editor().sizeHint().height()
            assert field.height() >= field.editor().height()
    said = [words for words in inside.findChildren(QLabel) if words.isVisible() and words.text() == long]
    assert len(said) == 2
    assert all(words.height() >= words.heightForWidth(words.width()) for words in said)
    right = inside.mapTo(panel.column.widget(), inside.rect().topRight()).x()
    assert right <= panel.column.viewport().width()


def test_a_name_is_bound_once():
    form = Form()
    form.bind("street", "Gate", TextField())
    with pytest.raises(ValueError, match="street"):
        form.bind("street", "Gate", TextField())


def test_every_field_has_the_name_above_it_for_a_screen_reader(form):
    names = {name: field.editor().accessibleName() for name, field in form.fields.items()}
    assert names["street"] == "Gateadresse"
    assert all(names.values())


@pytest.fixture
def keys(shown):
    def key_form():
        made = Form()
        made.bind("street", "Nøkkel", TextField())
        made.bind("floor", "Antall", NumberField())
        return made

    made = SubList(
        lambda key: (key.street, f"{key.floor} stk."), make_form=key_form, blank=lambda: Record(id=None, street=""),
        add_label="Legg til nøkkel",
    )  # fmt: skip
    made.set_rows([Record(id=4, street="Inngang", floor=2)])
    return shown(made)


def test_a_line_is_added_right_there(keys, qtbot):
    saved = []
    keys.saved.connect(lambda record, values: saved.append(dataclasses.replace(record, **values)))
    assert keys.add_button.text() == "Legg til nøkkel"
    keys.add_button.click()
    entry = keys.form.fields["street"].entry
    assert entry.hasFocus()
    qtbot.keyClicks(entry, "Postkasse")
    keys.form.fields["floor"].entry.setText("to")
    keys._save()
    assert not saved
    assert keys.form.fields["floor"].problem()
    keys.form.fields["floor"].entry.setText("2")
    keys._save()
    assert [(key.id, key.street, key.floor) for key in saved] == [(None, "Postkasse", 2)]
    keys.show_problems({"floor": [("For mange.", True)]})
    assert keys.form.fields["floor"].problem() == "For mange."
    keys.close_form()
    assert keys.add_button.isVisible()


def test_the_smaller_words_of_a_long_line_stand_under_it(keys):
    for name, beside in (("Inngang", True), ("Nøkkel til " + "Øvregardshaugen " * 12, False)):
        keys.set_rows([Record(id=4, street=name, floor=2)])
        QApplication.processEvents()
        title, about = (next(w for w in keys.findChildren(QLabel) if w.isVisible() and w.text() == words)
                        for words in (name, "2 stk."))  # fmt: skip
        assert (
            about.mapTo(keys, about.rect().topLeft()).y() < title.mapTo(keys, title.rect().bottomLeft()).y()
        ) is beside
        assert title.heightForWidth(title.width()) <= title.height() or beside


def test_what_was_chosen_comes_as_itself_and_not_as_text(shown):
    """Rules ask ``is``: an enumeration that came out of a signal as plain text would pass every one of them."""

    def choice_form():
        made = Form()
        made.bind("kind", "Type", ChoiceField({TenancyKind.ROOM: "Rom"}, unknown=None))
        return made

    made = shown(SubList(lambda line: ("", ""), make_form=choice_form, blank=lambda: Kind(kind=TenancyKind.ROOM)))
    saved = []
    made.saved.connect(lambda record, values: saved.append(values["kind"]))
    made.add()
    made._save()
    assert saved[0] is TenancyKind.ROOM


def test_a_line_is_changed_and_taken_away_by_named_buttons(keys):
    from PySide6.QtWidgets import QToolButton

    removed = []
    keys.removed.connect(removed.append)
    buttons = {button.accessibleName(): button for button in keys.findChildren(QToolButton)}
    buttons["Endre Inngang"].click()
    assert keys.form.fields["street"].value() == "Inngang"
    buttons["Fjern Inngang"].click()
    assert [key.id for key in removed] == [4]


def test_a_long_sentence_beside_a_narrow_field_has_the_whole_width(qtbot):
    form = Form()
    with form.row():
        form.bind("from", "Fra", TextField())
        form.bind("to", "Til", TextField())
    qtbot.addWidget(form)
    form.resize(600, 300)
    form.show()
    field = form.fields["to"]
    form.show_problems({"to": [("Kort setning.", True)]})
    assert field.problem_line.isVisible() and field.problem() == "Kort setning."
    long = "En lang setning om en paragraf " * 5
    form.show_problems({"to": [(long, True)]})
    wide = next(line for line in form.findChildren(ProblemLine) if line.isVisible())
    assert not field.problem_line.isVisible()
    assert field.problem() == wide.text() == long and wide.width() > 500
    assert field.editor().accessibleDescription() == long


class PersonalForm(Form):
    table = "people"

    def __init__(self):
        super().__init__()
        self.bind("given_name", "Fornavn", TextField())
        self.bind("phone", "Telefon", TextField())


def test_a_form_has_the_room_for_text_that_its_table_has(shown):
    form = shown(PersonalForm())
    for name, most in (("given_name", longest("people", "given_name")), ("phone", LINE)):
        field = form.fields[name]
        field.set_typed("x" * most)
        assert field.value() == "x" * most
        field.set_typed("x" * (most + 1))
        with pytest.raises(ValueError, match=str(most)):
            field.value()
    assert longest("people", "given_name") < LINE, "they tell the two apart"
