"""How much is read of a file; beyond it the file is refused with a reason."""

MEGABYTE = 2**20

LARGEST_FILE = 2048 * MEGABYTE
LARGEST_XLS = 20 * MEGABYTE  # the old format can only be read whole
LARGEST_WHOLE = 10 * MEGABYTE  # a larger XLSX is read row by row
MOST_CELLS_WHOLE = 5_000_000  # counted from the first to the last cell, blanks too
LARGEST_UNPACKED = 4096 * MEGABYTE  # of a workbook, all parts together
LARGEST_PART_IN_MEMORY = 256 * MEGABYTE  # shared texts and styles of a workbook
LARGEST_RATIO = 300  # unpacked to packed; honest sheets stay below 60
RATIO_COUNTS_ABOVE = 64 * MEGABYTE
MOST_PARTS = 5_000
MOST_SHEETS = 60
MOST_COLUMNS = 400
LONGEST_CELL = 2 * MEGABYTE  # characters; an unclosed quotation mark would swallow the file
LARGEST_JSON_OBJECT = 16 * MEGABYTE
