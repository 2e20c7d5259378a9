"""Reading a file that somebody sends: what it is by its content, its sheets, its header, its rows.

Rows are streamed, so that a file of any size needs the same memory; cells are text exactly as they stand in the
file. What is doubtful becomes a note, what cannot be read a refusal; nothing is repaired. No Django.
"""
