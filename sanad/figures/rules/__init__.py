"""How we count, free of Django and of the database; `docs/counting.md` shows each rule with its example."""
