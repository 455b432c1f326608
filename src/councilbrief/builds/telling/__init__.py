"""What came of builds, as people, other programs and logs want it."""
