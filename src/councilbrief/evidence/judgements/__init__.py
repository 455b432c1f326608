"""Judgements: the grades that a text gives, to which area, by whom, now or then."""
