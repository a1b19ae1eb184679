"""What is worth saying of a file that is read although nothing in it is wrong: hidden rows, what is not taken in."""

from collections.abc import Iterator, Sequence

from bolig_desktop.errors import Problem
from bolig_desktop.exchange.cells import is_empty
from bolig_desktop.exchange.choices import Choices, Labels
from bolig_desktop.exchange.mapping import Mapped
from bolig_desktop.exchange.pages import Book, letters

_MOST_NAMED = 12


def notes_of(book: Book, pages: Sequence[Mapped], labels: Labels) -> Iterator[Problem]:
    """Yield what is to be said of a book of which ``pages`` are taken in."""
    taken = {id(one.page) for one in pages}
    for page in book.pages:
        if page.lines and id(page) not in taken:
            yield _note("hidden_page" if page.is_hidden else "page_left_out", sheet=page.title)
    for one in pages:
        if one.page.title != one.sheet.title:
            yield _note("read_as", sheet=one.page.title, topic=one.sheet.title)
        if one.sheet.is_list:
            yield _assumed(one, Choices(labels))
        yield from _of_rows(one)
        yield from _of_columns(one)


def _of_rows(one: Mapped) -> Iterator[Problem]:
    below = one.page.lines[one.heading_row + 1 :]
    hidden = sum(1 for line in below if line.number in one.page.hidden)
    if hidden:
        yield _note("hidden_rows", sheet=one.page.title, count=hidden)
    wide = sorted(line.number for line in below if line.number in one.page.wide)
    if wide:
        more = " …" if len(wide) > _MOST_NAMED else ""
        yield _note("merged_over", sheet=one.page.title, rows=", ".join(map(str, wide[:_MOST_NAMED])) + more)


def _of_columns(one: Mapped) -> Iterator[Problem]:
    sheet = one.page.title
    if nameless := ", ".join(letters(place) for place in _without_heading(one)):
        yield _note("no_heading", sheet=sheet, columns=nameless)
    taken_in = {place for place, column in enumerate(one.columns) if column is not None}
    if out_of_sight := ", ".join(map(letters, sorted(taken_in & one.page.hidden_columns))):
        yield _note("hidden_columns", sheet=sheet, columns=out_of_sight)
    beside = [one.headings[place] for place in sorted(one.beside - taken_in) if one.headings[place]]
    if beside:
        yield _note("table_beside", sheet=sheet, columns=", ".join(beside))
    if unknown := [words for words in one.unknown if words not in beside]:
        yield _note("columns_left_out", sheet=sheet, columns=", ".join(unknown))


def _without_heading(one: Mapped) -> list[int]:
    """Return the places of columns that say something under no heading, such as the second of two merged ones."""
    named = {place for place, words in enumerate(one.headings) if words}
    places = {
        place
        for line in one.page.lines[one.heading_row + 1 :]
        for place, cell in enumerate(line.cells)
        if place not in named and not is_empty(cell)
    }
    return sorted(places)[:_MOST_NAMED]


def _assumed(one: Mapped, choices: Choices) -> Problem:
    """Return what is taken for granted where a list does not say it."""
    words = {name: choices.word(value).lower() for name, value in vars(one.assumed).items()}
    return _note("list_assumes", sheet=one.page.title, **words)


def _note(code: str, **facts: object) -> Problem:
    return Problem(field="", code=f"sheet.{code}", hard=False, facts=facts)
