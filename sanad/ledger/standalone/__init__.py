"""A verifier for those who have no Sanad: one file to copy."""
