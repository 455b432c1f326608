"""The PDF file: content, tags, fonts, links, and what it carries."""
