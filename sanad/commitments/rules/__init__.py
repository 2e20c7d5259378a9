"""Judgement on commitments, free of Django: what may be asked, how it is counted, when a light turns."""
