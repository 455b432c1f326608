"""Made-up reports and letters that are laid out like the real ones of each era.

The headings and the wordings of the areas are the official ones; the councils are real, and every
inspector, finding and sentence is invented.
"""
