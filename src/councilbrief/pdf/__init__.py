"""A briefing to a PDF, and the PDF read back."""
