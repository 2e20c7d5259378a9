"""YAML with the line of everything: all values are text, so that `no`, `1` and `N/A` stay what they are.

Aliases are refused (a few of them can unfold into gigabytes), keys given twice too.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import yaml

from sanad.kit.refusals import N_, Reason, Refused

LARGEST = 2**20
T = TypeVar("T")


@dataclass
class Faults:
    """What is wrong with a mapping, each with its line."""

    reasons: list[Reason] = field(default_factory=list)

    def add(self, part: "Part", code: str, sentence: str, **params: object) -> None:
        """Note a mistake at this part."""
        self.reasons.append(
            Reason(f"mapping.{code}", sentence, {"line": part.line, "key": part.path, **params}, part.path)
        )


@dataclass(frozen=True)
class Part:
    """A piece of the document: a text, a list, or keys with pieces of their own."""

    node: yaml.Node
    path: str
    faults: Faults

    @property
    def line(self) -> int:
        """Where it stands, from 1."""
        return int(self.node.start_mark.line) + 1

    def text(self) -> str:
        """A single value as text."""
        if isinstance(self.node, yaml.ScalarNode):
            plain = self.node.style is None and self.node.value in ("~", "null")
            return "" if plain else str(self.node.value)
        self.faults.add(self, "not_text", N_("Line %(line)s: %(key)s should be a single value."))
        return ""

    def texts(self) -> tuple[str, ...]:
        """A value or a list of values."""
        if isinstance(self.node, yaml.SequenceNode):
            return tuple(part.text() for part in self.items())
        text = self.text()
        return (text,) if text else ()

    def items(self) -> Iterator["Part"]:
        """The members of a list."""
        for place, node in enumerate(self.node.value):
            yield Part(node, f"{self.path}[{place + 1}]", self.faults)

    def pairs(self) -> dict[str, "Part"]:
        """The keys and what stands under them; each key once."""
        if not isinstance(self.node, yaml.MappingNode):
            if not (isinstance(self.node, yaml.ScalarNode) and not self.text()):
                self.faults.add(
                    self, "not_keys", N_("Line %(line)s: %(key)s should have keys below it, written “key: value”.")
                )
            return {}
        found: dict[str, Part] = {}
        for key_node, node in self.node.value:
            name = str(key_node.value).strip()
            part = Part(node, f"{self.path}.{name}" if self.path else name, self.faults)
            if name in found:
                self.faults.add(part, "key_twice", N_("Line %(line)s: %(key)s stands there twice."))
            found[name] = part
        return found

    def number(self, least: int, most: int) -> int:
        """A whole number within bounds; the least one where it is none."""
        text = self.text()
        if text.isdecimal() and least <= int(text) <= most:
            return int(text)
        self.faults.add(
            self,
            "not_number",
            N_("Line %(line)s: %(key)s should be a number from %(least)s to %(most)s."),
            least=least,
            most=most,
        )
        return least

    def one_of(self, allowed: tuple[str, ...]) -> str:
        """One of a few words; the first where it is none of them."""
        text = self.text()
        if text in allowed:
            return text
        self.faults.add(
            self,
            "not_allowed",
            N_("Line %(line)s: %(key)s is “%(said)s”; it can be %(allowed)s."),
            said=text,
            allowed=", ".join(allowed),
        )
        return allowed[0]

    def yes(self) -> bool:
        """true or false."""
        return self.one_of(("false", "true", "no", "yes")) in ("true", "yes")


def open_document(text: str) -> Part:
    """The whole document; refused with line and column where it is no YAML."""
    if len(text) > LARGEST:
        raise Refused.one("mapping.too_large", N_("The mapping is larger than 1 MB."))
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                line = event.start_mark.line + 1 if event.start_mark else 1
                raise Refused.one(
                    "mapping.alias", N_("Line %(line)s: aliases (*) are not read in a mapping."), line=line
                )
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise Refused.one(
            "mapping.broken",
            N_("The mapping is broken at line %(line)s, column %(column)s: %(problem)s."),
            line=line,
            column=column,
            problem=error.problem or error.context or "",
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise Refused.one("mapping.unreadable", N_("The mapping cannot be read: it is no YAML text.")) from error
    if not isinstance(node, yaml.MappingNode):
        raise Refused.one("mapping.empty", N_("The mapping has no keys. It begins with “list:” and “columns:”."))
    return Part(node, "", Faults())


def read_known(part: Part, readers: dict[str, Callable[[Part], T]]) -> dict[str, T]:
    """Every key by its reader; an unknown key is a mistake with the nearest known one."""
    from_keys: dict[str, T] = {}
    for name, below in part.pairs().items():
        if name in readers:
            from_keys[name] = readers[name](below)
        else:
            part.faults.add(
                below,
                "key_unknown",
                N_("Line %(line)s: %(key)s is no key that a mapping has here. Known are: %(known)s."),
                known=", ".join(readers),
            )
    return from_keys
