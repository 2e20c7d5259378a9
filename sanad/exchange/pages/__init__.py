"""What the pages of an import show: columns with what they are taken for, rows as records, progress and results."""
