"""What every record goes through on its way in: texts cleaned, numbers kept one way however they were typed."""

import dataclasses
from typing import Any, TypeVar

from bolig_desktop.law.identifiers import tidy
from bolig_desktop.storage.rows import column_names
from bolig_desktop.text.clean import clean

R = TypeVar("R", bound=Any)

_NUMBERS = frozenset(
    {
        "account_number",
        "bnr",
        "deposit_account",
        "duf_number",
        "fnr",
        "gnr",
        "identity_number",
        "municipality_number",
        "org_number",
        "postcode",
        "snr",
        "unit_number",
    }
)


def tidied(record: R) -> R:
    """Return the record with no character in it that nobody can see or print, and its numbers without spaces."""
    changed = {}
    for name in column_names(type(record)):
        value = getattr(record, name)
        if type(value) is str and value:
            tidier = tidy(clean(value)) if name in _NUMBERS else clean(value, lines=True)
            if tidier != value:
                changed[name] = tidier
    return dataclasses.replace(record, **changed) if changed else record
