"""What checks look at, and what they say: documents, blogs, faults, findings."""
