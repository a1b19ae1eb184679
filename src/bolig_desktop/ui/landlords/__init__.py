"""The page of landlords (utleiere) and head leases."""
