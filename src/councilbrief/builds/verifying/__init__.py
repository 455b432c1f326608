"""Whether published briefings still say what their sources say, at any later time."""
