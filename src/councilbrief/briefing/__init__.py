"""A spec and facts to a briefing: selected, ordered and cited."""
