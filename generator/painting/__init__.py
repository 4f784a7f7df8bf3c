"""From marks to files: SVG, and its pixels as PNG, GIF and WebP."""
