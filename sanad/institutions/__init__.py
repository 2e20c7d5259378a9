"""Institutions: police stations, prisons, departments, courts, hospitals, newspapers, civil society, communities.

Owns: their kind, place, parent, period, names in English and Urdu. Sources, alleged perpetrators, lead bodies and
participants point here; an institution can be a victim too. Who is named here says nothing about what it did.

Leaves to others: which institution is a source of a report (`sanad.violations`), which office works with Sanad
(`sanad.accounts`).
"""
