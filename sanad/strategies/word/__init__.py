"""Word files in and out: what is let in, paragraphs and tables as blocks, numbers that Word counts, writing."""
