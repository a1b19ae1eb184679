"""Case work for municipal refugee housing, on one machine, in one encrypted file."""

__version__ = "0.1.0"
