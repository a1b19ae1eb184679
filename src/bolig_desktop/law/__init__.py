"""The rules of law.md that carry dates and amounts: pure functions."""
