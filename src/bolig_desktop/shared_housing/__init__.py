"""Shared housing (bofellesskap): the rules of a house, what they may not be, and who has signed them."""
