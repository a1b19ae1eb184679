"""One search across topics, tolerant of spelling: each word of a text is kept as its search keys."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from bolig_desktop.text.names import search_key

KINDS = ("household", "person", "dwelling", "landlord", "tenancy", "paper")
_LIMIT = 30


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
        keys = tuple(dict.fromkeys(search_key(words)))
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
                (_rowid(kind, row_id), " ".join(dict.fromkeys(search_key(words))), title, detail)
                for kind, row_id, title, detail, words in lines
            ),
        )

    def drop(self, kind: str, row_id: int) -> None:
        """Take one thing out of the index."""
        self._db.execute("delete from search where rowid = ?", [_rowid(kind, row_id)])

    def find(self, typed: str) -> list[Hit]:
        """Return what matches every word typed, best first; words may be begun, misspelt or in any order."""
        words = [keys for word in typed.split() if (keys := search_key(word))]
        if not words:
            return []
        hits = self._match(words)
        return hits if len(hits) > 2 else _merged(hits, self._match([self._near(keys) for keys in words]))

    def _match(self, words: Iterable[Iterable[str]]) -> list[Hit]:
        query = " AND ".join("(" + " OR ".join(f'"{key}"*' for key in keys) + ")" for keys in words)
        rows = self._db.execute(
            "select rowid, title, detail from search where search match ? limit 200", [query]
        ).fetchall()
        hits = [_hit(*row) for row in rows]
        return sorted(hits, key=lambda hit: (KINDS.index(hit.kind), len(hit.title)))[:_LIMIT]

    def _near(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        from rapidfuzz import distance, process

        longest = max(keys, key=len)
        if len(longest) < 4:
            return keys
        found = list(keys)
        for length in range(len(longest) - 1, len(longest) + 2):
            near = process.extract(
                longest,
                self._vocabulary().get(length, ()),
                scorer=distance.DamerauLevenshtein.distance,
                score_cutoff=1,
                limit=5,
            )
            found += [word for word, _, _ in near]
        return tuple(dict.fromkeys(found))

    def get_ready(self) -> None:
        """Read now what the first misspelt word would otherwise wait for."""
        self._near(("tjuefire",))

    def _vocabulary(self) -> dict[int, set[str]]:
        if self._known is None:
            self._known = {}
            _learn(self._known, (row[0] for row in self._db.execute("select term from search_words").fetchall()))
        return self._known


def _learn(known: dict[int, set[str]], keys: Iterable[str]) -> None:
    for key in keys:
        known.setdefault(len(key), set()).add(key)


def _rowid(kind: str, row_id: int) -> int:
    return row_id * 8 + KINDS.index(kind)


def _hit(rowid: int, title: str, detail: str) -> Hit:
    return Hit(kind=KINDS[rowid % 8], id=rowid // 8, title=title, detail=detail)


def _merged(first: list[Hit], more: list[Hit]) -> list[Hit]:
    return list(dict.fromkeys([*first, *more]))[:_LIMIT]
