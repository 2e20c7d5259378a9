"""A mapping as YAML: what the wizard writes is what a person would have written."""

from typing import Any

import yaml

from sanad.exchange.mapping.schema import NOT_STATED, Group, Institution, Mapping, SourceColumn, Use

ANSWERS = ("yes", "no", "not_applicable")


def write_mapping(mapping: Mapping) -> str:
    """The mapping as text that `read_mapping` reads back to the same."""
    document: dict[str, Any] = {"list": mapping.list}  # Any: YAML nests texts, lists and keys freely
    if mapping.title:
        document["title"] = mapping.title
    document["row_is"] = mapping.row_is
    document["id"] = _short(mapping.id) if mapping.id else "none"
    for key in ("sheet", "header"):
        if (value := getattr(mapping, key)) is not None:
            document[key] = _short(value)
    for key in ("encoding", "delimiter"):
        if value := getattr(mapping, key):
            document[key] = value
    if mapping.not_stated != NOT_STATED:
        document["not_stated"] = list(mapping.not_stated)
    document["source"] = {"kind": mapping.source_kind}
    if mapping.source:
        document["source"]["institution"] = _institution(mapping.source)
    parts = {
        "constants": dict(mapping.constants),
        "sheets": {name: dict(constants) for name, constants in mapping.sheets.items()},
        "columns": {use.column: _use(use) for use in mapping.columns},
        "groups": {group.key: _group(group) for group in mapping.groups},
        "sources": _sources(mapping.sources),
        "ignore": list(mapping.ignore),
    }
    document.update({key: part for key, part in parts.items() if part})
    if mapping.no_source != "list":
        document["no_source"] = mapping.no_source
    return yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=110, default_flow_style=None)


def _short(values: tuple[Any, ...]) -> Any:
    return values[0] if len(values) == 1 else list(values)


def _institution(institution: Institution) -> dict[str, str]:
    return {"slug": institution.slug, "name": institution.name, "kind": institution.kind}


def _use(use: Use) -> str | dict[str, Any]:
    options: dict[str, Any] = {"to": use.field}
    if use.dates:
        options["dates"] = list(use.dates)
    if use.values:
        options["values"] = dict(use.values)
    if use.split:
        options["split"] = use.split
    if use.optional:
        options["optional"] = True
    if not use.fold:
        options["fold"] = False
    return use.field if len(options) == 1 else options


def _group(group: Group) -> dict[str, Any]:
    names = ("act", "means", "status", "sex", "described", "min", "best", "max", "named")
    options: dict[str, Any] = {name: getattr(group, name) for name in names if getattr(group, name)}
    if group.named and group.split != ";":
        options["split"] = group.split
    if group.optional:
        options["optional"] = True
    return options


def _sources(sources: tuple[SourceColumn, ...]) -> dict[str, Any]:
    """Answers that all columns share stand once above them."""
    shared = {name: {getattr(source, name) for source in sources} for name in ANSWERS}
    document: dict[str, Any] = {name: list(those.pop()) for name, those in shared.items() if len(those) == 1}
    columns = {source.column: _source(source, [name for name in ANSWERS if name not in document]) for source in sources}
    return {**document, "columns": columns} if sources else {}


def _source(source: SourceColumn, answers: list[str]) -> dict[str, Any]:
    options: dict[str, Any] = {"kind": source.kind, "institution": _institution(source.institution)}
    options.update({name: list(getattr(source, name)) for name in answers})
    if source.optional:
        options["optional"] = True
    return options
