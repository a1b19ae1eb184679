"""Papers on screen: real pages, and out to the printer or a file."""
