"""Judgement on strategies, free of Django: numbering, reading of documents, identities, comparing, stages, answers."""
