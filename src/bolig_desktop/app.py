"""The only place where concrete things meet."""
