"""Rows of a list such as she has it: each of a household with its people, its home and its lease."""

from datetime import date

from sheets_made import a_book

LIST = "tenancy_list"
HEADINGS = (
    "Navn", "Fødselsdato", "Telefon", "Adresse", "Husleie", "Depositum", "Innflyttet", "Kontrakt fra", "Kontrakt til",
    "Antall personer", "Type bolig", "Merknad",
)  # fmt: skip
FULL = (
    "Amina Warsame", "01.02.88", "41000000", "Storgata 14 B, H0201", "kr 9 500,-", "19 000", "2.11.2023", "1/11-23",
    date(2026, 10, 31), 1, "Leilighet", "Nøkkel nr. 7",
)  # fmt: skip


def a_row(**cells):
    """A row with these cells; headings in small letters, with _ for spaces."""
    known = {heading.lower().replace(" ", "_"): heading for heading in HEADINGS}
    return [{known[name]: cell for name, cell in cells.items()}.get(heading) for heading in HEADINGS]


def a_list(*rows, headings=HEADINGS):
    return a_book(Ark1=[headings, *rows])


def in_file(case):
    return {
        store.table: len(store.list())
        for store in (case.people, case.households, case.memberships, case.dwellings, case.tenancies)
    }
