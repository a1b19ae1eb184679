"""The page of tenancies (leieforhold)."""
