"""What several figures share: panels, numbers on them, films of them; one idea a file."""
