"""What figures of receptive fields share."""
