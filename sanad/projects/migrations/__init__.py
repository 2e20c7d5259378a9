"""Tables of projects, their row security and their history."""
