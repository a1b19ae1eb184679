"""The page of settings (innstillinger)."""
