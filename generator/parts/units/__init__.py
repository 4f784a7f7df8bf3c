"""What figures of single units share."""
