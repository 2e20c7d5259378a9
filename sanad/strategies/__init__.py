"""Strategies: a provincial strategy with its stages, its drafts clause by clause, and what became of what was asked.

Owns drafts (themes, outcomes, clauses, planned actions with identities that last from draft to draft), Word files in
and out, circulation to invited readers and departments, the consultation desk (workshops on a draft, their groups and
points), dispositions, and the public page of a strategy in force. Leaves who came to a workshop to `gatherings`, and
carrying actions out (progress, indicators, lights) to `commitments`.
"""
