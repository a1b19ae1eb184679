"""Languages, dates, kroner, names and sentences, the same on screen and paper."""
