"""The shape stays readable: sizes, opening sentences, names, and what must not be used at all."""

import ast
from pathlib import Path

import pytest

import bolig_desktop

ROOT = Path(bolig_desktop.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION, MOST_METHODS = 400, 60, 32
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


def _named(path):
    return path.relative_to(ROOT).as_posix()


@pytest.fixture(params=MODULES, ids=_named)
def module(request):
    return request.param


def test_there_are_modules_to_look_at():
    assert len(MODULES) > 80


def test_a_module_opens_with_one_sentence_and_is_not_too_long(module):
    text = module.read_text("utf-8")
    said = ast.get_docstring(ast.parse(text))
    assert (said and said.splitlines()[0].rstrip().endswith((".", "!", "?", ":"))) or "\n" in (said or "")
    assert len(text.splitlines()) <= LONGEST_FILE


def test_functions_and_classes_are_small_enough_to_read(module):
    tree = ast.parse(module.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, f"{node.name} is too long"
        if isinstance(node, ast.ClassDef):
            methods = [part for part in node.body if isinstance(part, ast.FunctionDef)]
            # MainWindow and CaseFile name every act a user or a page may ask for; they hold no rules.
            assert len(methods) <= MOST_METHODS or node.name == "MainWindow", (
                f"{node.name} has {len(methods)} methods"
            )


def test_names_are_domain_words(module):
    assert not VAGUE & set(Path(_named(module)).with_suffix("").parts)


def test_nobody_reads_the_clock_but_the_clock(module):
    if module.name == "clock.py":
        return
    calls = {
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call)
    }
    assert not calls & {"date.today", "datetime.today", "datetime.date.today"}


def test_nothing_talks_to_a_network(module):
    imported = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            imported.add(node.module.split(".")[0])
    assert not imported & {"socket", "http", "urllib3", "requests", "httpx", "smtplib", "ftplib"}
    assert "QtNetwork" not in module.read_text("utf-8")
