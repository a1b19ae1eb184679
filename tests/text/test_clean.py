"""What clean drops and what it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bolig_desktop.text.clean import clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Ali\u00a0", "Ali"),
        ("A\x00l\x1bi\x9f", "Ali"),
        ("A\ud800li", "Ali"),
        ("A\ufffeli\U0001ffff", "Ali"),
        ("\ufeffAli", "Ali"),
        ("A\u202eli\u2066", "Ali"),
        ("A\u030als", "Åls"),
        ("Ali\r\nHassan", "Ali Hassan"),
        ("Ali\tHassan", "Ali Hassan"),
        ("<b> & 😀 محمد", "<b> & 😀 محمد"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("'=1+1", "'=1+1"),
        ("", ""),
    ],
)
def test_only_what_nobody_can_see_is_dropped(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_long_texts_keep_their_lines() -> None:
    assert clean(" en\r\nto\u2028tre\tfire\x85\n", lines=True) == "en\nto\ntre fire"


@given(st.text(alphabet=st.characters(), max_size=60), st.booleans())
def test_cleaning_twice_changes_nothing(text: str, lines: bool) -> None:
    once = clean(text, lines=lines)
    assert clean(once, lines=lines) == once
    once.encode("utf-8")
