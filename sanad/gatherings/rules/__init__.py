"""Judgement on gatherings: what a plan needs, how who came is counted, whether two may be one. Free of Django."""
