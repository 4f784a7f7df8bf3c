"""What is asked for, what is stale, what was drawn; building, checking, cleaning."""
