"""What pages, sheets and returns show of a count: names for codes, grids of cells, pictures, captions."""
