"""The page of tenancies: the list, the case, and the question of when they moved out."""

from bolig_desktop.ui.tenancies.page.tenancies import TenanciesPage

__all__ = ["TenanciesPage"]
