"""Gatherings: who met and what came out.

Owns consultative workshops, and with the same tables trainings and lobbying meetings: the plan with its agenda, the
invitations by institution and seat, the door at which participants sign in by a link that is open to many, who came,
their groups, materials and photographs, minutes and follow-ups, and the counts of who came.

Leaves to others: what a group said (`strategies`), recommendations (`commitments`), who paid (`projects`), the link
itself (`accounts.links`), the sealing of needs and files (`vault`). Participants are compared with each other only,
never with a person of a report: no name of theirs goes into the vault's index of names, and of `violations` nothing is
used here but how a file comes in.
"""
