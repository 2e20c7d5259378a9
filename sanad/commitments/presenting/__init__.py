"""Commitments in the reader's words: lights, histories, tables and the pack."""
