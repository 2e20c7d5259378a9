"""Front: the pages on which people work with records.

Owns my desk, the hand-entry form, the lists and pages of reports and events, and the pages on which a reviewer judges.
Composes what the rooms below offer; holds no rule and no table of its own. Figures, imports, offices and users have
their pages in their own packages.
"""
