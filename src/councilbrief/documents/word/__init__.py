"""Word files: the package, its numbered lists, and its body as blocks in reading order."""
