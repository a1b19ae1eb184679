"""Bilingual papers: the Norwegian beside the reader's own language, page by page in step."""
