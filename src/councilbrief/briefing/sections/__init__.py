"""The sections of a briefing, one a file, in a visible order."""
