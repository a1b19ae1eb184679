"""How printed papers and photos are kept; the bytes are read only when one paper or photo is opened."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bolig_desktop.archive.records import BinderEdition, Paper, PaperLine, Photo, SentHow
from bolig_desktop.storage.file import Database
from bolig_desktop.storage.rows import day_of
from bolig_desktop.storage.store import Store

_COLUMNS = (
    "id, number, title, language, recipient, dwelling_id, household_id, tenancy_id,"
    " printed_on, sent_on, sent_how, filed_as, pages"
)


class Papers(Store[Paper]):
    """Papers as they were printed."""

    table, record = "papers", Paper

    def lines(self, where: str = "1", args: tuple[Any, ...] = ()) -> list[PaperLine]:
        """Return the papers without their bytes, newest first."""
        rows = self.db.execute(f"select {_COLUMNS} from papers where {where} order by id desc", args).fetchall()
        return [_line(row) for row in rows]

    def sent(self, household_id: int | None = None) -> list[tuple[Any, ...]]:
        """Return (number, tenancy, decision, printed, sent) of the papers of one household, or of all; ISO dates."""
        return self.db.execute(
            "select number, tenancy_id, decision_id, printed_on, sent_on from papers where household_id "
            + ("is not null" if household_id is None else "= ?"),
            [] if household_id is None else [household_id],
        ).fetchall()

    def newest(self, number: str, subject: str, household_id: int | None = None) -> dict[int, date]:
        """Return when a kind of paper was last printed or sent, by the id of the tenancy, decision or matter.

        Of one household, or of all.
        """
        column = {"tenancy": "tenancy_id", "decision": "decision_id", "matter": "matter_id"}[subject]
        of_one = " and household_id = ?" if household_id else ""
        rows = self.db.execute(
            f"select {column}, max(max(printed_on, coalesce(sent_on, printed_on))) from papers"
            f" where number = ? and {column} is not null{of_one} group by {column}",
            [number, household_id] if household_id else [number],
        ).fetchall()
        return {row[0]: date.fromisoformat(row[1]) for row in rows}

    def not_filed(self) -> list[tuple[Any, ...]]:
        """Return (id, household, tenancy, printed) of the papers that are not yet in the municipality's archive."""
        query = "select id, household_id, tenancy_id, printed_on from papers where filed_on is null"
        return self.db.execute(query).fetchall()

    def of_tenancy(self, tenancy_id: int) -> list[PaperLine]:
        """Return the tenancy's papers, newest first."""
        return self.lines("tenancy_id = ?", (tenancy_id,))

    def of_household(self, household_id: int) -> list[PaperLine]:
        """Return the household's papers, newest first."""
        return self.lines("household_id = ?", (household_id,))

    def of_dwelling(self, dwelling_id: int) -> list[PaperLine]:
        """Return the papers about one unit, newest first."""
        return self.lines("dwelling_id = ?", (dwelling_id,))


def _line(row: tuple[Any, ...]) -> PaperLine:
    sent_on, sent_how = row[9], row[10]
    return PaperLine(
        id=row[0],
        number=row[1],
        title=row[2],
        language=row[3],
        recipient=row[4],
        dwelling_id=row[5],
        household_id=row[6],
        tenancy_id=row[7],
        printed_on=date.fromisoformat(row[8]),
        sent_on=day_of(sent_on),
        sent_how=SentHow(sent_how) if sent_how else None,
        filed_as=row[11],
        pages=row[12],
    )


class BinderEditions(Store[BinderEdition]):
    """The editions of the welcome binder."""

    table, record = "binder_editions", BinderEdition

    def of_household(self, household_id: int) -> list[BinderEdition]:
        """Return the editions a household got, the newest first."""
        return list(reversed(self.list("household_id = ?", [household_id])))

    def households(self) -> frozenset[int]:
        """Return the households that have got one; read again only when one has been written."""
        return self.touched.kept("households with a binder", (self.table,), self._households)

    def _households(self) -> frozenset[int]:
        rows = self.db.execute("select distinct household_id from binder_editions").fetchall()
        return frozenset(row[0] for row in rows)


class Photos(Store[Photo]):
    """Photos without their bytes."""

    table, record = "photos", Photo

    def of_visit(self, visit_id: int) -> list[Photo]:
        """Return a visit's photos, in the order they were added."""
        return self.list("visit_id = ?", [visit_id])

    def of_defect(self, defect_id: int) -> list[Photo]:
        """Return a defect's photos, in the order they were added."""
        return self.list("defect_id = ?", [defect_id])

    def is_twice(self, photo: Photo) -> bool:
        """Return whether another photo of the same visit or defect has the same bytes."""
        same = "sha256 = ? and visit_id is ? and defect_id is ? and id is not ?"
        facts = [photo.sha256, photo.visit_id, photo.defect_id, photo.id]
        return self.db.execute(f"select 1 from photos where {same}", facts).fetchone() is not None


class PhotoContents:
    """The bytes of photos, each once. The history keeps fingerprints of bytes only, so these stay after a removal."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, sha256: str) -> bytes | None:
        """Return the bytes, None where they are gone."""
        row = self._db.execute("select content from photo_contents where sha256 = ?", [sha256]).fetchone()
        return None if row is None else bytes(row[0])

    def has(self, sha256: str) -> bool:
        """Return whether the bytes are there, without reading them."""
        return self._db.execute("select 1 from photo_contents where sha256 = ?", [sha256]).fetchone() is not None

    def put(self, sha256: str, content: bytes) -> None:
        """Write bytes that are not there."""
        self._db.execute("insert or ignore into photo_contents (sha256, content) values (?, ?)", [sha256, content])

    def unused(self, since: str) -> list[str]:
        """Return those no photo refers to, and whose photo was not removed after ``since`` (ISO, in UTC)."""
        rows = self._db.execute(
            "select sha256 from photo_contents c"
            " where not exists (select 1 from photos p where p.sha256 = c.sha256)"
            " and not exists (select 1 from history h where h.table_name = 'photos' and h.after is null"
            " and h.at > ? and json_extract(h.before, '$.sha256') = c.sha256)",
            [since],
        ).fetchall()
        return [str(row[0]) for row in rows]

    def drop(self, fingerprints: Sequence[str]) -> None:
        """Take bytes out of the file for good."""
        for sha256 in fingerprints:
            self._db.execute("delete from photo_contents where sha256 = ?", [sha256])
