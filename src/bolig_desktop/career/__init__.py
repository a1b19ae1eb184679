"""Housing career: a plan per household, the schemes that carry it, what was said and tried, and what a loan costs."""
