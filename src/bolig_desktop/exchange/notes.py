"""What is worth saying of a file that is read although nothing in it is wrong: hidden rows, what is not taken in."""

from collections.abc import Iterator, Sequence

from bolig_desktop.errors import Problem
from bolig_desktop.exchange.mapping import Mapped
from bolig_desktop.exchange.pages import Book


def notes_of(book: Book, pages: Sequence[Mapped]) -> Iterator[Problem]:
    """Yield what is to be said of a book of which ``pages`` are taken in."""
    taken = {id(one.page) for one in pages}
    for page in book.pages:
        if page.lines and id(page) not in taken:
            yield _note("page_left_out", sheet=page.title)
    for one in pages:
        if one.page.title != one.sheet.title:
            yield _note("read_as", sheet=one.page.title, topic=one.sheet.title)
        hidden = sum(1 for line in one.page.lines[one.heading_row + 1 :] if line.number in one.page.hidden)
        if hidden:
            yield _note("hidden_rows", sheet=one.page.title, count=hidden)
        if one.unknown:
            yield _note("columns_left_out", sheet=one.page.title, columns=", ".join(one.unknown))


def _note(code: str, **facts: object) -> Problem:
    return Problem(field="", code=f"sheet.{code}", hard=False, facts=facts)
