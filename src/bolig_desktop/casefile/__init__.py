"""The open case file: one object, one store per topic, one door for writes."""

from bolig_desktop.casefile.case import CaseFile

__all__ = ["CaseFile"]
