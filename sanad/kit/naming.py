"""Whether a text that many read names somebody whose name is sealed."""

from collections.abc import Iterable, Mapping

from sanad.kit.text import fold

NAMING = ("name", "other_names", "father_name")
SHORTEST_NAME = 3  # one or two letters match half of all words


def folded_names(texts: Iterable[object]) -> list[str]:
    """Names as they are looked for; those that are too short tell nobody."""
    folded = [fold(str(text)) for text in texts if text]
    return [name for name in folded if len(name) >= SHORTEST_NAME]


def names_of(sealed: Mapping[str, object]) -> list[str]:
    """The names among the sealed values of one mention."""
    said = [sealed.get(key) for key in NAMING]
    return folded_names(one for text in said for one in (text if isinstance(text, list | tuple) else [text]))


def names_somebody(text: str, names: Iterable[str]) -> bool:
    """Whether one of the folded names stands in the text, as words of their own."""
    words = f" {fold(text)} "
    return any(f" {name} " in words for name in names)
