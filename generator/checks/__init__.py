"""The checks, one a file: of posts, of Jekyll sites, of the project."""
