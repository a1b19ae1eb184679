"""The scanner proved: it finds a word in each form it can be hidden in, and nothing where there is none."""

import base64
import gzip
import html
import io
import json
import os
import urllib.parse
import zipfile
import zlib

import pytest
import scan

from documents.reading import a_lease

WORD = "Žofie Markørsen"
AROUND = "Brev til {} om leie."


def zipped(words: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sheet.xml", words)
    return out.getvalue()


def named_in_zip(words: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(words, "")
    return out.getvalue()


FORMS = {
    "plain": lambda w: w.encode(),
    "upper case": lambda w: w.upper().encode(),
    "wrapped": lambda w: w.replace(" ", "\r\n   ").encode(),
    "in noise": lambda w: os.urandom(999) + w.encode() + os.urandom(999),
    "latin-1": lambda w: w.replace("Ž", "Z").encode("latin-1"),
    "UTF-16": lambda w: w.encode("utf-16"),
    "UTF-16 big end": lambda w: w.encode("utf-16-be"),
    "UTF-16 out of step": lambda w: b"x" + w.encode("utf-16-le"),
    "JSON escapes": lambda w: json.dumps({"name": w}).encode(),
    "HTML entities": lambda w: html.escape(w).replace("Ž", "&#381;").replace("ø", "&oslash;").encode(),
    "address escapes": lambda w: urllib.parse.quote(w).encode(),
    "base64": lambda w: base64.b64encode(w.encode()),
    "base64 within a line": lambda w: b"data:x;base64," + base64.b64encode(b"12" + w.encode()) + b";",
    "base64 for addresses": lambda w: base64.urlsafe_b64encode(w.encode()).rstrip(b"="),
    "hex": lambda w: w.encode().hex().encode(),
    "hex of UTF-16": lambda w: b"<FEFF" + w.encode("utf-16-be").hex().encode() + b">",
    "ASCII85": lambda w: base64.a85encode(w.encode()) + b"~>",
    "zlib": lambda w: zlib.compress(w.encode()),
    "zlib in noise": lambda w: os.urandom(50) + zlib.compress(w.encode() * 9, 1) + os.urandom(50),
    "gzip": lambda w: gzip.compress(w.encode()),
    "zip": zipped,
    "name in a zip": named_in_zip,
    "zlib in base64 in JSON": lambda w: b'{"x": "' + base64.b64encode(zlib.compress(w.encode())) + b'"}',
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_planted_word_is_found(form):
    word = WORD.replace("Ž", "Z") if form == "latin-1" else WORD
    assert scan.found(FORMS[form](AROUND.format(word)), [word, "Ingen Slik"]) == {word}
    assert scan.found(FORMS[form](AROUND.format("Olga Vik")), [WORD]) == set()


def test_a_word_on_a_paper_is_found_and_one_that_is_not_there_is_not():
    paper = a_lease(departures=f"Avtalt med {WORD}.")
    assert scan.found(paper, [WORD, "Zuvmarkesen"]) == {WORD}
    assert WORD.encode() not in paper, "the control is too easy"


def test_words_in_files_and_in_their_names_are_found(tmp_path):
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "letter.bin").write_bytes(zlib.compress(WORD.encode()))
    (tmp_path / f"{WORD}.pdf").touch()
    (tmp_path / "other.txt").write_text("Olga Vik")
    assert scan.found_in_folder(tmp_path, [WORD]) == {"below/letter.bin": {WORD}, f"{WORD}.pdf": {WORD}}
