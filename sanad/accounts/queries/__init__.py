"""Reading: what a reader is made from (`making_readers`), and what a reader may manage (`managed`)."""
