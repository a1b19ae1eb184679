"""The year in numbers: each figure with its rule, the rows behind it and what makes it unsure."""
