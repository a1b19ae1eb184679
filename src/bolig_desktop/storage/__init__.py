"""The file, rows, stores, history, search and migrations."""

import sys

import sqlcipher3
import sqlcipher3.dbapi2

# sqlite-utils takes its driver and its error classes from the first of these names it can import. Without this a
# failed write is not recognised as one and leaves a transaction open: rows the user sees are gone at the next start.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)
