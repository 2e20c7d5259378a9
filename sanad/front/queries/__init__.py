"""Named reads that several rooms answer together; the reader comes first."""
