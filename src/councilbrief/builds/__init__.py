"""What is built, from what, and where it goes."""
