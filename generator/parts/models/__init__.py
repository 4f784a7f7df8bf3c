"""What figures of trained networks share."""
