"""Checks of a finished site, one a file."""
