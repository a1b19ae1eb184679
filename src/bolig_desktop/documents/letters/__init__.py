"""What each letter says of its own: its facts, gathered apart from its words and how it looks."""
