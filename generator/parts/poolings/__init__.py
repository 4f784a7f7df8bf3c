"""What figures of pooling share."""
