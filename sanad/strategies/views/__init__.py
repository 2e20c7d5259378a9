"""Pages of strategies: drafts, Word files, circulation, the consultation desk, dispositions, what the public sees."""
