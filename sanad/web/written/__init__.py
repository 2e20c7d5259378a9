"""How Django writes and reads dates and numbers here (`FORMAT_MODULE_PATH` in the settings).

Without it Django takes 04/05/2023 for 5 April, as in the United States; here it is 4 May.
"""
