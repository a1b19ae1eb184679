"""The pages of defects (avvik) and complaints (klager), and what dwellings and landlords show of them."""
