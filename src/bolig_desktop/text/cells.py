"""Words as a cell of a sheet somebody opens in Excel: one line, and never read as a formula."""

_FORMULA = "=+-@"


def one_cell(words: str) -> str:
    """Return the words on one line, with an apostrophe before what a program would take for a formula."""
    plain = " ".join(words.split())
    return f"'{plain}" if len(plain) > 1 and plain[0] in _FORMULA else plain


def pasted_cell(words: str) -> str:
    """Return the words as one cell of text that is pasted, tabs between the cells.

    A cell that begins with a quotation mark would be read up to the next one, over tabs and lines, and what stood
    between them anew, as a formula too; so it is quoted itself.
    """
    plain = one_cell(words)
    return '"' + plain.replace('"', '""') + '"' if plain.startswith('"') else plain
