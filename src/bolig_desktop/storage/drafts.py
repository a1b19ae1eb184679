"""Half-filled forms: what stood in the fields, kept as typed until it can be saved."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from bolig_desktop.clock import now_utc
from bolig_desktop.storage.file import guarded


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What was typed; record_id 0 is a record that does not exist yet, context what it was begun from."""

    topic: str
    record_id: int
    context: str
    typed: dict[str, str]
    at: str


class Drafts:
    """Keeps and finds half-filled forms in the encrypted file."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, topic: str, typed: Mapping[str, str], *, record_id: int = 0, context: str = "") -> None:
        """Keep what stands in a form, over what was kept before."""
        row = {"topic": topic, "record_id": record_id, "context": context}
        row |= {"typed": json.dumps(dict(typed), ensure_ascii=False), "at": now_utc()}
        with guarded(), self._db.atomic():
            self._db.table("drafts").upsert(row, pk=("topic", "record_id", "context"))

    def find(self, topic: str, *, record_id: int = 0, context: str = "") -> Draft | None:
        """Return what was kept for a form, or None."""
        rows = self._db.table("drafts").rows_where(
            "topic = ? and record_id = ? and context = ?", [topic, record_id, context]
        )
        return next((_draft(row) for row in rows), None)

    def of_topic(self, topic: str) -> list[Draft]:
        """Return every draft of a topic, newest first."""
        return [_draft(row) for row in self._db.table("drafts").rows_where("topic = ?", [topic], order_by="at desc")]

    def drop(self, topic: str, *, record_id: int = 0, context: str = "") -> None:
        """Forget a draft, when it has become a record or its writer threw it away."""
        with guarded(), self._db.atomic():
            self._db.execute(
                "delete from drafts where topic = ? and record_id = ? and context = ?", [topic, record_id, context]
            )


def _draft(row: Mapping[str, str | int]) -> Draft:
    return Draft(
        topic=str(row["topic"]),
        record_id=int(row["record_id"]),
        context=str(row["context"]),
        typed=dict(json.loads(str(row["typed"]))),
        at=str(row["at"]),
    )
