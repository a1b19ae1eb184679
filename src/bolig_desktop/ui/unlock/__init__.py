"""Opening and making a case file."""
