"""The window's parts of what is followed up about a lease or a household: matters, assessments, decisions, marks."""
