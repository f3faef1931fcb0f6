"""How well, how fast and how small CommonsBot's search is, beside others."""
