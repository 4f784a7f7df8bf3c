"""One module a figure, named as posts name it; the catalogue finds them by looking."""
