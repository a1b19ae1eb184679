"""What import answers in JSON where the file is no workbook: the same shape as of rows (commands.md)."""

from told import one_sentence

TODAY = ("--today", "2026-11-22")


def test_a_file_that_is_no_workbook_is_answered_in_the_same_shape(run, file, tmp_path):
    path = tmp_path / "noe.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing of the sort")
    answer = run("import", file, path, "--json", *TODAY)
    assert answer.code == 1
    told = answer.value
    (problem,) = told.pop("problems")
    assert told == {"added": 0, "same": 0}
    assert (problem["sheet"], problem["row"], problem["column"]) == ("", 0, "")
    assert "kan ikke leses" in problem["problem"]
    one_sentence(run("import", file, path, *TODAY))
