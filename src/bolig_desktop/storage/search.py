"""One search across topics, tolerant of spelling: each word of a text is kept as spelt and as heard."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from bolig_desktop.text.names import fold, loose, search_key

KINDS = (
    "household", "person", "dwelling", "landlord", "tenancy", "paper", "defect", "complaint", "meeting", "conflict",
    "plan", "check", "cost", "visit", "task",
)  # fmt: skip
_SLOTS = 8
"""A file keeps the numbers it was written with: a new kind is put last in ``KINDS``, and nothing goes from it."""
_LIMIT = 30
_MOST_TYPED, _MOST_WORDS = 100, 8
_NEXT_TO_NOTHING = 2
_SOUND = "¤"  # before a key that is a sound and no spelling
_SHORTEST_BEGUN = 3  # a shorter sound is begun by half the index
_LIKE, _VERY_LIKE = 2 / 3, 1 / 2  # how much of a word may be other letters where the sound is long, and short
_SHORTEST_MISSPELT = 4  # shorter words are one slip away from half the index
# Asked for through the index itself, the columns (keys, title, detail) of two hundred lines take ten times as long.
_FOUND = """
select id, c1, c2, c0 from search_content
where id in (select rowid from search where search match ? limit 200) order by id
"""


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
        # Wiped word by word, as single lines are, a whole index takes minutes; merging what is left wipes it too.
        self._tell("secure-delete", 0)
        self._db.execute("delete from search")
        self._tell("optimize")
        self._tell("secure-delete", 1)
        self._db.conn.executemany(
            "insert into search (rowid, keys, title, detail) values (?, ?, ?, ?)",
            (
                (_rowid(kind, row_id), " ".join(_keys(words)), title, detail)
                for kind, row_id, title, detail, words in lines
            ),
        )

    def _tell(self, order: str, rank: int | None = None) -> None:
        self._db.execute("insert into search (search, rank) values (?, ?)", [order, rank])

    def drop(self, kind: str, row_id: int) -> None:
        """Take one thing out of the index."""
        self._db.execute("delete from search where rowid = ?", [_rowid(kind, row_id)])

    def count(self) -> int:
        """Return how many things stand in the index."""
        return int(self._db.execute("select count(*) from search").fetchone()[0])

    def find(self, typed: str) -> list[Hit]:
        """Return what matches every word typed, best first; words may be begun, misspelt or in any order.

        First whole words as spelt, then words begun, then as heard, and last, where next to nothing was found, one
        slip of the finger away. Only the first eight words of the first hundred characters are looked for.
        """
        words = [_Word(word) for word in typed[:_MOST_TYPED].split()[:_MOST_WORDS] if fold(word)]
        if not words:
            return []
        found: dict[Hit, None] = {}
        for query in (_Word.whole, _Word.begun):
            found |= self._match(words, query)
            if len(found) >= _LIMIT:
                return list(found)[:_LIMIT]
        found |= self._match(words, _Word.heard, sifted=True)
        if len(found) <= _NEXT_TO_NOTHING:
            for word in words:
                word.near = [key for part in word.parts for key in self._near(part)]
            found |= self._match(words, _Word.misspelt, sifted=True)
        return list(found)[:_LIMIT]

    def _match(
        self, words: list["_Word"], query: Callable[["_Word"], str], *, sifted: bool = False
    ) -> dict[Hit, None]:
        rows = self._db.execute(
            _FOUND,
            [" AND ".join(query(word) for word in words)],
        ).fetchall()
        if sifted:
            rows = [row for row in rows if all(word.fits(row[3].split()) for word in words)]
        shown = [(_hit(*row[:3]), f" {loose(row[1])}") for row in rows]
        shown.sort(key=lambda pair: (_unseen(words, pair[1]), KINDS.index(pair[0].kind), len(pair[1])))
        return dict.fromkeys(hit for hit, _ in shown)

    def _near(self, key: str) -> list[str]:
        """Return the words in the index that are one slip of the finger away."""
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


class _Word:
    """One word somebody typed: how it is asked for, and whether what was found is like it."""

    def __init__(self, typed: str) -> None:
        self.parts = fold(typed).split()
        self.sounds = _sounds(typed)
        self.near: list[str] = []

    def whole(self) -> str:
        """Ask for the word as spelt."""
        return _all(f'"{part}"' for part in self.parts)

    def begun(self) -> str:
        """Ask for words that begin as spelt."""
        return _all(map(_begun, self.parts))

    def heard(self) -> str:
        """Ask for words that begin as spelt or as heard; of a short sound all of it must be there."""
        as_heard = _all(
            _begun(_SOUND + sound) if len(sound) >= _SHORTEST_BEGUN else f'"{_SOUND}{sound}"' for sound in self.sounds
        )
        return f"({self.begun()} OR {as_heard})" if as_heard else self.begun()

    def misspelt(self) -> str:
        """Ask for what is heard, and for words one slip away."""
        return f"({' OR '.join([self.heard(), *map(_begun, self.near)])})"

    def fits(self, keys: list[str]) -> bool:
        """Return whether one of a line's words is like this one in letters, and not in sound alone."""
        from rapidfuzz.distance import DamerauLevenshtein

        spelt = [key for key in keys if not key.startswith(_SOUND)]
        if all(any(key.startswith(part) for key in spelt) for part in self.parts):
            return True
        if any(key.startswith(near) for near in self.near for key in spelt):
            return True
        long = all(len(sound) >= _SHORTEST_BEGUN for sound in self.sounds)
        share = _LIKE if long else _VERY_LIKE
        return all(
            any(
                DamerauLevenshtein.normalized_distance(part, ending, score_cutoff=share) <= share
                and any(heard.startswith(sound) for heard in _sounds(key) for sound in self.sounds)
                for key in spelt
                for ending in ((key, key[: len(part)]) if long else (key,))
            )
            for part in self.parts
        )


def _keys(words: str) -> tuple[str, ...]:
    """Return what a text is found by: its words as spelt, and, marked, as they sound."""
    return tuple(dict.fromkeys((*fold(words).split(), *(_SOUND + sound for sound in _sounds(words)))))


def _sounds(words: str) -> list[str]:
    """Return the words as they sound; numbers and words of other scripts sound as they are spelt."""
    return [key for key in search_key(words) if key.isascii() and key.isalpha()]


def _begun(key: str) -> str:
    return f'"{key}"*'


def _all(asked: Iterable[str]) -> str:
    parts = list(asked)
    return f"({' AND '.join(parts)})" if parts else ""


def _unseen(words: list[_Word], title: str) -> int:
    """Return how many of the words do not begin a word of what is shown."""
    return sum(any(f" {part}" not in title for part in word.parts) for word in words)


def _learn(known: dict[int, set[str]], keys: Iterable[str]) -> None:
    for key in keys:
        if not key.startswith(_SOUND):
            known.setdefault(len(key), set()).add(key)


def _rowid(kind: str, row_id: int) -> int:
    """Return the number of a line in the index; kinds past the eighth count downwards, so the old keep theirs."""
    at = KINDS.index(kind)
    number = row_id * _SLOTS + at % _SLOTS
    return number if at < _SLOTS else -number - 1


def _hit(rowid: int, title: str, detail: str) -> Hit:
    later, number = rowid < 0, -rowid - 1 if rowid < 0 else rowid
    kind = KINDS[number % _SLOTS + (_SLOTS if later else 0)]
    return Hit(kind=kind, id=number // _SLOTS, title=title, detail=detail)
