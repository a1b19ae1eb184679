"""Defects and what they cost (avvik), complaints (klager) and what is looked over again and again in a home."""
