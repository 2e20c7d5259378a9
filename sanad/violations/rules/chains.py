"""Links between events: which of them run both ways. No Django."""

# Of these it does not matter which event is named first.
EITHER_WAY = frozenset({"same_operation"})
