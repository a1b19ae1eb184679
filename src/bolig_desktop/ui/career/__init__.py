"""Boligkarriere: plans, their steps and schemes, what was said and tried, and what a loan costs."""
