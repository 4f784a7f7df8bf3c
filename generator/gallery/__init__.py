"""One page that shows every figure of the catalogue, made from the catalogue alone."""
