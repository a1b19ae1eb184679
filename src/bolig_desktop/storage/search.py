"""One search across topics, tolerant of spelling: each word of a text is kept as its search keys."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from bolig_desktop.text.names import fold, search_key

KINDS = ("household", "person", "dwelling", "landlord", "tenancy", "paper")
_LIMIT = 30
_SHORTEST_MISSPELT = 4  # shorter words are one slip away from half the index


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One found thing: its kind (one of ``KINDS``), its id, and what to show."""

    kind: str
    id: int
    title: str
    detail: str


class Search:
    """The index in the file; whoever writes a record writes its line here in the same transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db
        # Every key in the index by its length, read at the first misspelt word and added to from then on; one that
        # is no longer in the index finds nothing.
        self._known: dict[int, set[str]] | None = None

    def put(self, kind: str, row_id: int, title: str, detail: str, words: str) -> None:
        """Index one thing under the words; what stood there before is replaced."""
        self.drop(kind, row_id)
        keys = _keys(words)
        self._db.execute(
            "insert into search (rowid, keys, title, detail) values (?, ?, ?, ?)",
            [_rowid(kind, row_id), " ".join(keys), title, detail],
        )
        if self._known is not None:
            _learn(self._known, keys)

    def put_all(self, lines: Iterable[tuple[str, int, str, str, str]]) -> None:
        """Replace the whole index by these lines: kind, id, title, detail and words of each."""
        self._known = None
        self._db.execute("delete from search")
        self._db.conn.executemany(
            "insert into search (rowid, keys, title, detail) values (?, ?, ?, ?)",
            (
                (_rowid(kind, row_id), " ".join(_keys(words)), title, detail)
                for kind, row_id, title, detail, words in lines
            ),
        )

    def drop(self, kind: str, row_id: int) -> None:
        """Take one thing out of the index."""
        self._db.execute("delete from search where rowid = ?", [_rowid(kind, row_id)])

    def find(self, typed: str) -> list[Hit]:
        """Return what matches every word typed, best first; words may be begun, misspelt or in any order."""
        words = [word for word in typed.split() if search_key(word)]
        if not words:
            return []
        hits = self._match([_wanted(word) for word in words])
        return hits if len(hits) > 2 else _merged(hits, self._match([self._nearly(word) for word in words]))

    def _match(self, wanted: list[str]) -> list[Hit]:
        rows = self._db.execute(
            "select rowid, title, detail from search where search match ? limit 200", [" AND ".join(wanted)]
        ).fetchall()
        hits = [_hit(*row) for row in rows]
        return sorted(hits, key=lambda hit: (KINDS.index(hit.kind), len(hit.title)))[:_LIMIT]

    def _nearly(self, word: str) -> str:
        near = [key for part in (*search_key(word), *fold(word).split()) for key in self._near(part)]
        return f"({' OR '.join([_wanted(word), *map(_begun, near)])})"

    def _near(self, key: str) -> list[str]:
        """Return the keys in the index that are one slip of the finger away."""
        from rapidfuzz import distance, process

        if len(key) < _SHORTEST_MISSPELT:
            return []
        found: list[str] = []
        for length in range(len(key) - 1, len(key) + 2):
            near = process.extract(
                key,
                self._vocabulary().get(length, ()),
                scorer=distance.DamerauLevenshtein.distance,
                score_cutoff=1,
                limit=5,
            )
            found += [word for word, _, _ in near]
        return found

    def get_ready(self) -> None:
        """Read now what the first misspelt word would otherwise wait for."""
        self._near("tjuefire")

    def _vocabulary(self) -> dict[int, set[str]]:
        if self._known is None:
            self._known = {}
            _learn(self._known, (row[0] for row in self._db.execute("select term from search_words").fetchall()))
        return self._known


def _keys(words: str) -> tuple[str, ...]:
    """Return what a text is found by: its words as spelt, and as they sound."""
    return tuple(dict.fromkeys((*search_key(words), *fold(words).split())))


def _wanted(word: str) -> str:
    """Return the query for one typed word: begun as spelt, or every part of it as it sounds."""
    as_spelt = " AND ".join(_begun(part) for part in fold(word).split())
    as_heard = " AND ".join(_begun(key) for key in search_key(word))
    return f"(({as_heard}) OR ({as_spelt}))" if as_spelt else f"({as_heard})"


def _begun(key: str) -> str:
    return f'"{key}"*'


def _learn(known: dict[int, set[str]], keys: Iterable[str]) -> None:
    for key in keys:
        known.setdefault(len(key), set()).add(key)


def _rowid(kind: str, row_id: int) -> int:
    return row_id * 8 + KINDS.index(kind)


def _hit(rowid: int, title: str, detail: str) -> Hit:
    return Hit(kind=KINDS[rowid % 8], id=rowid // 8, title=title, detail=detail)


def _merged(first: list[Hit], more: list[Hit]) -> list[Hit]:
    return list(dict.fromkeys([*first, *more]))[:_LIMIT]
