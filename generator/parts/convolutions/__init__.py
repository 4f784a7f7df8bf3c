"""What figures of convolutions share."""
