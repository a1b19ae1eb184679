"""Every paper printed (arkiv): exact bytes, to whom, when, how sent."""
