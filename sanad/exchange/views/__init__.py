"""Pages of file import: receiving and mapping (`wizard`), running and looking back (`imports`)."""
