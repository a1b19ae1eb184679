"""The rows of a list under headings: groups that fold, and many of one kind gathered into one line."""

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bolig_desktop.text.names import loose
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.pills import Pill

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


class Face(NamedTuple):
    """How a line looks: an icon in its tone, what it is, who it is about, why in a few words, and a pill.

    brief: what the pill says where the title would be cut for it.
    """

    icon: str
    tone: Tone
    title: str
    who: str
    why: str
    pill: Pill
    brief: str = ""

    def words(self) -> str:
        """Return all of it as it is read aloud."""
        return ". ".join(part for part in (self.title, self.who, self.pill[0], self.why) if part)


class Entry:
    """One thing in the list; its face is made the first time it is seen.

    key: its number in this list. part: what a quick filter knows it by. gather: what it is gathered with others by,
    "" for what always stands alone.
    """

    __slots__ = ("_face", "_make", "gather", "group", "key", "part", "thing")

    def __init__(
        self, key: int, group: str, thing: Any, make: Callable[[Any], Face], *, part: str = "", gather: str = ""
    ) -> None:
        self.key, self.group, self.thing, self.part, self.gather = key, group, thing, part, gather
        self._make = make
        self._face: Face | None = None

    @property
    def face(self) -> Face:
        """How it looks."""
        if self._face is None:
            self._face = self._make(self.thing)
        return self._face


@dataclass(frozen=True, kw_only=True)
class Group:
    """One heading: its key, its words, and whether what lies under it is folded away at first."""

    key: str
    title: str
    folds: bool = False


class What(enum.Enum):
    """What a row is."""

    HEADING = enum.auto()
    NOTE = enum.auto()
    ALONE = enum.auto()
    GATHERED = enum.auto()
    MEMBER = enum.auto()


class Row(NamedTuple):
    """One row as it is shown now: a heading with its count, a note, an entry, or entries gathered into one line."""

    what: What
    group: str
    words: str = ""
    entries: tuple[Entry, ...] = ()
    is_open: bool = True
    folds: bool = False
    face: Face | None = None

    @property
    def name(self) -> tuple[object, ...]:
        """What it is known by when the rows are made anew."""
        if self.what in (What.ALONE, What.MEMBER):
            return "entry", self.entries[0].key
        return self.what, self.group, self.entries[0].gather if self.what is What.GATHERED else ""

    @property
    def can_be_chosen(self) -> bool:
        """Whether the keyboard stops here."""
        return self.what in (What.ALONE, What.MEMBER, What.GATHERED) or self.folds

    def spoken(self) -> str:
        """Return the row's words as they are read aloud."""
        if self.what is What.HEADING:
            return f"{self.words} {len(self.entries)}"
        return self.face.words() if self.face else self.words


Gather = Callable[[str, Sequence[Entry], bool], Face]
"""What many of one kind look like as one line: the kind, the entries, and whether they are shown under it now."""

GATHERED_FROM = 3


class GroupedModel(QAbstractListModel):
    """The rows as they are shown now, under the words and the filter of now.

    quiet: the note shown where everything lies folded away. search: the words a thing is found by; quicker to make
    than its face, for all of them are looked through.
    """

    def __init__(
        self,
        groups: Sequence[Group],
        gather: Gather,
        quiet: str,
        search: Callable[[Any], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._groups, self._gather, self._quiet, self._find_by = list(groups), gather, quiet, search
        self._entries: list[Entry] = []
        self._search: dict[int, str] = {}
        self._rows: list[Row] = []
        self._passing: list[Entry] = []
        self._words: list[str] = []
        self._test: Callable[[Any], bool] | None = None
        self._unfolded: set[str] = set()
        self._opened: set[tuple[str, str]] = set()
        self._note = ""

    def set_entries(self, entries: Sequence[Entry], note: str = "") -> None:
        """Show other entries, in this order under their headings, and a note below them."""
        self._entries, self._search, self._note = list(entries), {}, note
        self._again()

    def entries(self) -> list[Entry]:
        """Return every entry, shown or not."""
        return self._entries

    def passing(self) -> list[Entry]:
        """Return the entries the filter lets through, folded away or not, in the order of their headings."""
        return self._passing

    def find(self, words: str) -> None:
        """Show only entries with every one of ``words``; while there are any, nothing is folded or gathered."""
        self._words = loose(words).split()
        self._again()

    def only(self, test: Callable[[Any], bool] | None) -> None:
        """Show only entries that pass ``test``; None shows all."""
        self._test = test
        self._again()

    def row(self, at: int) -> Row:
        """Return the row at place ``at``."""
        return self._rows[at]

    def place_of(self, name: tuple[object, ...]) -> int:
        """Return where the row of this name is, -1 where it is not."""
        return next((at for at, row in enumerate(self._rows) if row.name == name), -1)

    def toggle(self, row: Row) -> None:
        """Fold or unfold a heading or what is gathered."""
        if row.what is What.HEADING and row.folds:
            self._unfolded ^= {row.group}
        elif row.what is What.GATHERED:
            self._opened ^= {(row.group, row.entries[0].gather)}
        self._again()

    def reveal(self, key: int) -> bool:
        """Unfold what hides an entry the filter lets through; say whether there is one."""
        found = next((entry for entry in self._passing if entry.key == key), None)
        if found is not None and self.place_of(("entry", key)) < 0:
            self._unfolded.add(found.group)
            self._opened.add((found.group, found.gather))
            self._again()
        return found is not None

    def _again(self) -> None:
        self.beginResetModel()
        found = [entry for entry in self._entries if self._test is None or self._test(entry)]
        for word in self._words:
            found = [entry for entry in found if word in self._searched(entry)]
        by_group: dict[str, list[Entry]] = {}
        for entry in found:
            by_group.setdefault(entry.group, []).append(entry)
        self._rows, self._passing = [], []
        for group in self._groups:
            entries = by_group.get(group.key, [])
            self._passing += entries
            if entries:
                self._add(group, entries)
        if self._rows and all(row.what is What.HEADING and not row.is_open for row in self._rows):
            self._rows.insert(0, Row(What.NOTE, "quiet", self._quiet))
        if self._note and self._rows:
            self._rows.append(Row(What.NOTE, "note", self._note))
        self.endResetModel()

    def _add(self, group: Group, entries: list[Entry]) -> None:
        folds = group.folds and not self._words
        is_open = not folds or group.key in self._unfolded
        self._rows.append(Row(What.HEADING, group.key, group.title, tuple(entries), is_open, folds))
        if not is_open:
            return
        kinds: dict[str, list[Entry]] = {}
        for entry in entries:
            if entry.gather and not self._words:
                kinds.setdefault(entry.gather, []).append(entry)
        for entry in entries:
            together = kinds.get(entry.gather, [])
            if len(together) < GATHERED_FROM:
                self._rows.append(Row(What.ALONE, group.key, entries=(entry,)))
            elif entry is together[0]:
                self._add_gathered(group.key, together)

    def _add_gathered(self, group: str, together: list[Entry]) -> None:
        kind = together[0].gather
        is_open = (group, kind) in self._opened
        face = self._gather(kind, together, is_open)
        self._rows.append(Row(What.GATHERED, group, entries=tuple(together), is_open=is_open, face=face))
        if is_open:
            self._rows += [Row(What.MEMBER, group, entries=(entry,)) for entry in together]

    def _searched(self, entry: Entry) -> str:
        found = self._search.get(entry.key)
        if found is None:
            found = self._search[entry.key] = loose(self._find_by(entry.thing))
        return found

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be chosen: not a heading that does not fold."""
        if self._rows[index.row()].can_be_chosen:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row shows, or the row itself."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return shown(row).words() if row.what not in (What.HEADING, What.NOTE) else row.spoken()
        return None


def shown(row: Row) -> Face:
    """Return the face of a row that has one."""
    return row.face or row.entries[0].face
