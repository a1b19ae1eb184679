"""Papers: gather facts, find the words, set the pages."""
