"""What builds keep for the next one, and how it is known that nothing has changed."""
