"""Classifications and presets from the content of their files, with every fault named."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sanad.codes.rules.classification import (
    FACETS,
    FLAGS,
    NO_RULE,
    AllOf,
    AnyOf,
    Category,
    Classification,
    Has,
    Is,
    Node,
    Not,
)
from sanad.codes.rules.tree import Tree
from sanad.kit.refusals import N_, Reason, Refused

CLASSIFICATION_TEXTS = ("slug", "version", "name_en", "name_ur", "published_by", "source")
CATEGORY_TEXTS = ("slug", "name_en", "name_ur", "sentence_en", "sentence_ur")
PRESET_TEXTS = ("slug", "name_en", "name_ur", "explanation_en", "explanation_ur")
REST, NONE = "rest", "none"


@dataclass(frozen=True, kw_only=True)
class Preset:
    """A well-known kind of violation that fills several facets at once; each may be changed afterwards."""

    slug: str
    name_en: str
    name_ur: str
    explanation_en: str
    explanation_ur: str
    fills: Mapping[str, tuple[str, ...]]


class Page(NamedTuple):
    """What is being read: its trees, and the faults found so far."""

    file: str
    trees: Mapping[str, Tree[str]]
    faults: list[Reason]

    def fault(self, code: str, sentence: str, **params: object) -> None:
        """Note a fault and read on."""
        self.faults.append(Reason(f"codes.{code}", sentence, {"file": self.file, **params}))


def classification_from(content: object, file: str, trees: Mapping[str, Tree[str]]) -> Classification:
    """An official list from its file; refuses with every fault at once."""
    page = Page(file, trees, [])
    top = _mapping(page, content, "the file")
    texts = _texts(page, top, CLASSIFICATION_TEXTS, "the file")
    categories = _categories(page, top.get("categories"))
    begins, ends = top.get("valid_from"), top.get("valid_to")
    if not isinstance(begins, date) or not isinstance(ends, date | None):
        page.fault("no_date", N_("%(file)s: valid_from and valid_to are days, such as 2012-01-01."))
        begins, ends = date.min, None
    _refuse(page)
    return Classification(
        **texts, valid_from=begins, valid_to=ends, note=str(top.get("note", "")).strip(), categories=categories
    )


def presets_from(content: object, file: str, trees: Mapping[str, Tree[str]]) -> tuple[Preset, ...]:
    """The presets from their file; refuses with every fault at once."""
    page = Page(file, trees, [])
    found = []
    for entry in _list(page, content, "the file"):
        preset = _mapping(page, entry, "a preset")
        texts = _texts(page, preset, PRESET_TEXTS, "a preset")
        fills = _mapping(page, preset.get("fills"), texts["slug"])
        codes = {facet: _slugs(page, facet, value, texts["slug"]) for facet, value in fills.items()}
        found.append(Preset(**texts, fills=codes))
    _once(page, [preset.slug for preset in found])
    _refuse(page)
    return tuple(found)


def _categories(page: Page, content: object) -> tuple[Category, ...]:
    entries = [_mapping(page, entry, "a category") for entry in _list(page, content, "categories")]
    texts = [_texts(page, entry, CATEGORY_TEXTS, "a category") for entry in entries]
    _once(page, [text["slug"] for text in texts])
    rules = {
        text["slug"]: _node(page, entry.get("rule"), text["slug"])
        for text, entry in zip(texts, entries, strict=True)
        if entry.get("rule") != REST
    }
    if len(entries) - len(rules) > 1:
        page.fault("two_rests", N_("%(file)s: only one category can be the rest."))
    rest = Not(AnyOf(tuple(rules.values())))
    return tuple(
        Category(
            **text,
            rule=rules.get(text["slug"], rest),
            source=str(entry.get("source", "")).strip(),
            note=str(entry.get("note", "")).strip(),
            confirmed=entry.get("confirmed", True) is True,
        )
        for text, entry in zip(texts, entries, strict=True)
    )


def _node(page: Page, content: object, where: str) -> Node:
    """One node; anything that cannot be read becomes an empty `AnyOf`, and a fault."""
    if content == NONE:
        return NO_RULE
    rule = _mapping(page, content, where)
    if len(rule) != 1:
        page.fault(
            "not_one_key",
            N_("%(file)s, %(where)s: a rule has exactly one key; join several by all or any."),
            where=where,
        )
        return AnyOf(())
    ((key, value),) = rule.items()
    many: dict[str, Callable[[tuple[Node, ...]], Node]] = {"all": AllOf, "any": AnyOf}
    if key in many:
        return many[key](tuple(_node(page, part, where) for part in _list(page, value, where)))
    if key == "not":
        return Not(_node(page, value, where))
    if key in FLAGS and value is True:
        return Is(key)
    if key in FACETS:
        return Has(key, frozenset(_slugs(page, key, value, where)))
    page.fault(
        "no_such_key", N_("%(file)s, %(where)s: %(key)s is not a facet, a flag, all, any or not."), where=where, key=key
    )
    return AnyOf(())


def _slugs(page: Page, facet: str, content: object, where: str) -> tuple[str, ...]:
    slugs = tuple(str(slug) for slug in (content if isinstance(content, list) else [content]))
    if facet not in page.trees:
        page.fault(
            "no_such_vocabulary", N_("%(file)s, %(where)s: there is no vocabulary %(facet)s."), where=where, facet=facet
        )
        return slugs
    for slug in slugs:
        if slug not in page.trees[facet]:
            page.fault(
                "no_such_code",
                N_("%(file)s, %(where)s: %(facet)s has no code %(slug)s."),
                where=where,
                facet=facet,
                slug=slug,
            )
    return slugs


def _texts(page: Page, entry: Mapping[str, object], names: tuple[str, ...], where: str) -> dict[str, str]:
    where = str(entry.get("slug") or where)
    texts = {name: str(entry.get(name) or "").strip() for name in names}
    for name, text in texts.items():
        if not text:
            page.fault("missing", N_("%(file)s, %(where)s: %(name)s is missing."), where=where, name=name)
    return texts


def _mapping(page: Page, content: object, where: str) -> Mapping[str, object]:
    if isinstance(content, dict) and all(isinstance(key, str) for key in content):
        return content
    page.fault("not_a_mapping", N_("%(file)s, %(where)s: names with values were expected."), where=where)
    return {}


def _list(page: Page, content: object, where: str) -> list[object]:
    if isinstance(content, list) and content:
        return content
    page.fault("not_a_list", N_("%(file)s, %(where)s: a list was expected."), where=where)
    return []


def _once(page: Page, slugs: list[str]) -> None:
    for slug in sorted({slug for slug in slugs if slugs.count(slug) > 1}):
        page.fault("twice", N_("%(file)s: %(slug)s stands there twice."), slug=slug)


def _refuse(page: Page) -> None:
    if page.faults:
        raise Refused(page.faults)
