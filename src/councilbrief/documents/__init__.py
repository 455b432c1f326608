"""Bytes to documents: one clean text each, with the way back to the file."""
