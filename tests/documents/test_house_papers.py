"""The papers of a shared house: rooms and never people, in both written forms, and refused where they would say nothing."""

import dataclasses

import pytest

from bolig_desktop.documents import kinds
from bolig_desktop.errors import Refused
from bolig_desktop.shared_housing.records import CostKind
from reading import words_of
from shared_house import (
    DAY,
    TODAY,
    a_cost,
    a_meeting,
    a_neighbour_letter,
    a_point,
    an_account,
    lived_in,
)

HIDDEN = ("Noori", "Farid", "Hemmelig", "Zahra")
