"""Pages: the table builder, the records behind a cell, why a number changed, files, saved tables."""
