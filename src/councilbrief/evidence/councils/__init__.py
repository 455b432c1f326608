"""Councils: the register, how a text names them, and which one a text is about."""
