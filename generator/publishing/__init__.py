"""Bringing finished posts and their pictures into a Jekyll site, and leaving everything else there alone."""
