"""Themes and outcomes of an action table find their place among the clauses of its file."""

from sanad.kit.text import fold
from sanad.strategies.rules.numbering import read_number
from sanad.strategies.rules.understood import DEEPEST, LONGEST_HEADING, ReadClause, Understood


def place_themes(understood: Understood) -> None:
    """Find the theme and the outcome of every action among the clauses; those that only the table names are added."""
    themes: dict[str, ReadClause] = {}
    outcomes: dict[tuple[int, str], ReadClause] = {}
    by_name = {_key(clause.heading): clause for clause in reversed(understood.clauses) if clause.heading}
    for action in understood.actions:
        if name := action.row.get("theme"):
            if _key(name) not in themes:
                themes[_key(name)] = by_name.get(_key(name)) or _added(understood, name, "theme", None)
                themes[_key(name)].kind = "theme"
            action.theme = themes[_key(name)]
        if name := action.row.get("outcome"):
            place = (id(action.theme), _key(name))
            if place not in outcomes:
                known = by_name.get(_key(name))
                usable = known is not None and known.kind != "theme"
                outcomes[place] = known if usable and known else _added(understood, name, "outcome", action.theme)
                outcomes[place].kind = "outcome"
            action.outcome = outcomes[place]


def _key(name: str) -> str:
    found = read_number(name)
    return fold(found.rest if found and found.rest else name)


def _added(understood: Understood, name: str, kind: str, theme: ReadClause | None) -> ReadClause:
    """A theme at the end, an outcome behind the last line of its theme."""
    found = read_number(name)
    number, heading = (found.number, found.rest) if found and found.rest else ("", name)
    clauses = understood.clauses
    place, depth = len(clauses), 1
    if theme is not None:
        depth = min(theme.depth + 1, DEEPEST)
        place = clauses.index(theme) + 1
        while place < len(clauses) and clauses[place].depth > theme.depth:
            place += 1
    heading, *more = (heading, "") if len(heading) <= LONGEST_HEADING else ("", heading)
    made = ReadClause(0, kind, number[:40], depth, heading, [text for text in more if text])
    clauses.insert(place, made)
    return made
