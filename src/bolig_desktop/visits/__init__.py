"""Home visits (hjemmebesøk): planned, noticed, made, and what was told, shown and still is a problem."""
