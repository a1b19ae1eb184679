"""Home visits on screen."""
