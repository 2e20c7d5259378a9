"""Commitments: what was asked of the state, what will be done about it, how it is measured and how far it got.

Owns: recommendations whoever made them, the actions that answer them, milestones, evidence, bottlenecks, indicators
with their targets and readings, focal points and their signed links, reports of progress and the second person who
validates them, decisions of a task force and its pack. Lights follow from rules; nobody picks one.
Leaves to others: clauses of strategies (they name an action by its id, and an action names theirs), how numbers are
counted (`figures`), files that come in (`exchange`), what a workshop said before it becomes a recommendation.
"""
