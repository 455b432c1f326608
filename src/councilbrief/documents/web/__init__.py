"""Web pages as browsers save them: markup to blocks, and which of them are the story."""
