"""The words of the bilingual papers: the user's own beside the shipped ones, and how far each can be trusted."""
