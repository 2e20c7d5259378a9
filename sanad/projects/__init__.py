"""Projects: which project paid for what.

Owns the registry of projects as their pages show them (status, start and end, coverage, focus area, SDG goals,
partners, objectives, results) and the activity file of the International Aid Transparency Initiative (IATI 2.03).

Leaves to others: what a project paid for. Gatherings, and later strategies, hold a key to their project; each package
tells `pointing` how what points to a project is found, so that a project shows its evidence without knowing them.
"""
