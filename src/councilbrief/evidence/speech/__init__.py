"""Speech: what is quoted, the people and bodies that a text names, and who of them speaks."""
