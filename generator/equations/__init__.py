"""Reading the equations of a post, and telling which of them do not hold."""
