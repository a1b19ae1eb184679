"""Whether rows are gone from the case file that nobody deleted."""

import json

from bolig_desktop.security.openfile import OpenFile, history_length

_SHRUNK_BY = 0.2
_NOT_TOPICS = ("history", "drafts", "meta", "search", "search_words", "photo_contents", "_sqlite_migrations")


def shrunk(open_file: OpenFile) -> bool:
    """Return whether over a fifth of the rows is gone since the last copy that was in order, and not by deleting."""
    noted = json.loads(open_file.fact("rows_at_copy") or "null")
    if noted is None:
        return False
    missing = noted["rows"] - _topic_rows(open_file)
    deleted = open_file.db.execute(
        "SELECT count(*) FROM history WHERE after IS NULL AND id > ?", [noted["history"]]
    ).fetchone()[0]
    return bool(missing - deleted > _SHRUNK_BY * noted["rows"])


def accept_fewer_rows(open_file: OpenFile) -> None:
    """Take the rows there are now as right: no fewer than before, or the user has said so. Raises FileTrouble."""
    noted = {"rows": _topic_rows(open_file), "history": history_length(open_file.db)}
    open_file.put_fact("rows_at_copy", json.dumps(noted))


def _topic_rows(open_file: OpenFile) -> int:
    shadows = tuple(f"{name}_" for name in _NOT_TOPICS)
    tables = [n for n in open_file.db.table_names() if n not in _NOT_TOPICS and not n.startswith(shadows)]
    return sum(int(open_file.db[name].count) for name in tables)
