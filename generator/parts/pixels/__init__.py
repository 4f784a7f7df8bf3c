"""What figures of pixels and colours share."""
