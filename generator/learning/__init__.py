"""Data sets, networks that learn from them, and what training leaves behind."""
