"""How marks are kept."""

from bolig_desktop.followup.records import Mark
from bolig_desktop.storage.store import Store


class Marks(Store[Mark]):
    """What was done or put off; the newest about a date counts."""

    table, record = "marks", Mark

    def of_subject(self, topic: str, subject_id: int) -> list[Mark]:
        """Return what was done about one thing's dates."""
        return self.list("topic = ? and subject_id = ?", [topic, subject_id])
