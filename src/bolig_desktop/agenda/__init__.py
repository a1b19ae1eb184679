"""What is due: every date of every topic that somebody must keep, why, and what is to be done about it."""
