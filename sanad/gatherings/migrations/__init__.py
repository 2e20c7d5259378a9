"""Tables of gatherings, their row security and their history."""
