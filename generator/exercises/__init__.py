"""The exercises: one module each, found by looking."""
