"""The words of every choice there is."""

from bolig_desktop.labels import (
    allocation,
    career,
    dwellings,
    home,
    maintenance,
    papers,
    people,
    shared_housing,
    tenancies,
)
from bolig_desktop.labels.kinds import Labels

LABELS: Labels = {
    **allocation.LABELS,
    **career.LABELS,
    **dwellings.LABELS,
    **home.LABELS,
    **maintenance.LABELS,
    **papers.LABELS,
    **people.LABELS,
    **shared_housing.LABELS,
    **tenancies.LABELS,
}
