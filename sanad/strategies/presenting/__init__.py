"""How drafts, comparisons and dispositions are shown: on pages, as PDF, as sheets."""
