"""Names as tokens: how a name is taken apart, the same way when it is indexed and when it is searched. No Django."""

from sanad.kit.text import fold

LONGEST_TOKEN = 24
LONGEST_TEXT = 300
MOST_TOKENS = 8  # of what is searched
SHORTEST = 2

# Between a name and that of the father or husband; no part of either.
BETWEEN = frozenset({"ولد", "بنت", "زوجہ", "عرف", "so", "do", "wo", "alias", "urf", "s", "o", "d", "w"})
# Written together or apart: عبدالغفار and عبد الغفار, Abdul Ghaffar and Abdulghaffar, Saif Ullah and Saifullah.
OPENING = frozenset({"عبد", "abd", "abdul", "abdur", "abdus", "ابو", "abu"})
CLOSING = frozenset({"اللہ", "ullah", "allah", "الدین", "uddin", "udin", "الرحمن", "urrehman", "الحق", "ulhaq"})


def tokens_of(text: str) -> list[str]:
    """The tokens of a name in their order, without the words between names unless there is nothing else."""
    words = [word[:LONGEST_TOKEN] for word in fold(text[:LONGEST_TEXT]).split()]
    return [word for word in words if word not in BETWEEN] or words


def joined(tokens: list[str]) -> list[str]:
    """The same with words that are also written as one put together."""
    whole: list[str] = []
    open_before = False
    for token in tokens:
        if whole and (open_before or token in CLOSING):
            whole[-1] = (whole[-1] + token)[:LONGEST_TOKEN]
            open_before = False
        else:
            whole.append(token)
            open_before = token in OPENING
    return whole


def indexed(text: str) -> list[str]:
    """Under which tokens a name is kept: its parts, and what is also written as one."""
    parts = tokens_of(text)
    return list(dict.fromkeys(parts + joined(parts)))


def searched(text: str) -> list[list[str]]:
    """The ways to search for a text: in its parts, and put together; empty where it is too short to search for."""
    tokens = list(dict.fromkeys(tokens_of(text)))
    long_enough = [token for token in tokens if len(token) >= SHORTEST][:MOST_TOKENS]
    if not long_enough:
        return []
    whole = joined(long_enough)
    return [long_enough] if whole == long_enough else [long_enough, whole]
