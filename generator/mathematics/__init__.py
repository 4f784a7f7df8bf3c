"""The mathematics of any Markdown post: what its author meant, what each viewer shows, how to mend it."""
