"""A populated database of each release, as that release wrote it, and what is in it; `make.py` made them."""
