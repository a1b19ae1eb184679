"""The page of households and their people (husstander)."""
