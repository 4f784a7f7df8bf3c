"""What drawings of whole networks share."""
