"""The demo municipality "Nordvik": invented from a seed number and a today, the same every time."""
