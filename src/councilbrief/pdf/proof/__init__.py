"""The PDF read back, and held against its briefing."""
