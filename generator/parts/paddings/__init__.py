"""What figures of padding share."""
