"""The rules of the housing career: the plan and its steps, the schemes, and the loan helper."""
