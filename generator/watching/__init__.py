"""Building on every save, and a page that shows the post being written."""
