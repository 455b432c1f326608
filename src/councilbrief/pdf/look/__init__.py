"""How pages look: type, colours, faces, and which characters they have."""
