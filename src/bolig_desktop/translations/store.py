"""How texts of the user's own and checks of translations are kept."""

from bolig_desktop.storage.store import Store
from bolig_desktop.translations.records import OwnText, TextCheck


class OwnTexts(Store[OwnText]):
    """The user's own texts, one for each text of a language."""

    table, record = "own_texts", OwnText

    def of_language(self, language: str) -> dict[str, OwnText]:
        """Return the texts of one language, by unit; read again only when one has been written."""
        every = self.touched.kept(self.table, (self.table,), self.list)
        return {own.unit: own for own in every if own.language == language}


class TextChecks(Store[TextCheck]):
    """Who has checked which translation."""

    table, record = "text_checks", TextCheck

    def of_language(self, language: str) -> dict[str, TextCheck]:
        """Return the newest check of each text of one language, by unit."""
        every = self.touched.kept(self.table, (self.table,), self.list)
        return {check.unit: check for check in every if check.language == language}
