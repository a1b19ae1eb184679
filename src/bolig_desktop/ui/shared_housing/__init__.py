"""The page of shared housing (bofellesskap): who lives in a house, its rules, and who has signed them."""
