"""A mapping from its YAML; all mistakes together, each with its line."""

from dataclasses import fields as own_fields
from typing import Any

import yaml

from sanad.exchange.mapping.document import Part, open_document, read_known
from sanad.exchange.mapping.fields import FIELDS, OF_ONE_PERSON, Shape
from sanad.exchange.mapping.schema import Group, Institution, Mapping, SourceColumn, Use
from sanad.kit.dates import FORMATS
from sanad.kit.refusals import N_, Refused
from sanad.kit.text import slug

KNOWN_SOURCE_ANSWERS = ("yes", "no", "not_applicable")
LONGEST_LIST = 60


def read_mapping(text: str, *, strict: bool = True) -> Mapping:
    """The mapping that the text describes; refused with every mistake that is found.

    Not `strict`: one that is still being made, in which something may be missing.
    """
    document = open_document(text)
    read = read_known(
        document,
        {
            "list": Part.text,
            "title": Part.text,
            "row_is": lambda part: part.one_of(("event", "person")),
            "id": _id,
            "sheet": Part.texts,
            "header": _header,
            "encoding": Part.text,
            "delimiter": _delimiter,
            "not_stated": Part.texts,
            "source": lambda part: part,
            "constants": _constants,
            "sheets": lambda part: {name: _constants(below) for name, below in part.pairs().items()},
            "columns": lambda part: tuple(_use(name, below) for name, below in part.pairs().items()),
            "groups": lambda part: tuple(_group(name, below) for name, below in part.pairs().items()),
            "sources": _sources,
            "no_source": lambda part: part.one_of(("list", "refuse")),
            "ignore": Part.texts,
        },
    )
    source = read.pop("source", None)
    if isinstance(source, Part):
        read.update(_source(source))
    read["columns"] = tuple(use for use in read.get("columns", ()) if use.field)
    mapping = Mapping(**{"list": "", **read}, lines=_lines(document))
    if strict:
        _check(mapping, document)
    if document.faults.reasons:
        raise Refused(document.faults.reasons)
    return mapping


def _id(part: Part) -> tuple[str, ...]:
    """Column or columns whose values name a row for ever; `none` where the list has no such column."""
    names = part.texts()
    return () if names == ("none",) else names


def _header(part: Part) -> tuple[int, ...]:
    numbers = part.texts()
    if numbers and all(text.isdecimal() and 0 < int(text) < 40 for text in numbers):
        return tuple(sorted(int(text) for text in numbers))
    part.faults.add(part, "header", N_("Line %(line)s: header is the number of a row, or several: [1, 2]."))
    return (1,)


def _delimiter(part: Part) -> str:
    text = {"tab": "\t", "\\t": "\t"}.get(part.text(), part.text())
    if len(text) != 1:
        part.faults.add(part, "delimiter", N_("Line %(line)s: the delimiter is one character, or tab."))
        return ","
    return text


def _constants(part: Part) -> dict[str, str]:
    """Fields that have the same value in every row."""
    constants = {}
    for name, below in part.pairs().items():
        if name not in FIELDS:
            _unknown_field(below, name)
        elif FIELDS[name].sealed:
            below.faults.add(
                below,
                "sealed_constant",
                N_("Line %(line)s: %(key)s is sealed; it cannot stand in a mapping that everybody reads."),
            )
        else:
            constants[name] = below.text()
    return constants


def _unknown_field(part: Part, said: str) -> None:
    part.faults.add(
        part,
        "field_unknown",
        N_("Line %(line)s: there is no field “%(said)s”. The fields are: %(known)s."),
        said=said,
        known=", ".join(FIELDS),
    )


def _use(column: str, part: Part) -> Use:
    """`Column: field`, or `Column: {to: field, dates: …, values: …}`."""
    pairs = _plain(part, "to")
    read: dict[str, Any] = (
        read_known(  # Any: each key has its own type, as the fields of Use say
            pairs,
            {
                "to": Part.text,
                "dates": Part.texts,
                "values": lambda below: {name: value.text() for name, value in below.pairs().items()},
                "optional": Part.yes,
                "split": Part.text,
                "fold": Part.yes,
            },
        )
        if isinstance(pairs, Part)
        else pairs
    )
    name = read.pop("to", "")
    if name not in FIELDS:
        _unknown_field(part, name)
        return Use(column, "")
    for said in set(read.get("dates", ())) - set(FORMATS):
        part.faults.add(
            part,
            "date_format",
            N_("Line %(line)s: there is no date format “%(said)s”. The formats are: %(known)s."),
            said=said,
            known=" · ".join(FORMATS),
        )
    if read.get("dates") and FIELDS[name].shape is not Shape.DATE:
        part.faults.add(part, "dates_elsewhere", N_("Line %(line)s: %(key)s is no date, so it has no date formats."))
    if read.get("values") and FIELDS[name].shape not in (Shape.CODE, Shape.PLACE, Shape.INSTITUTION):
        part.faults.add(
            part, "values_elsewhere", N_("Line %(line)s: the values of %(key)s are kept as they are; it is not coded.")
        )
    return Use(column, name, **read)


def _plain(part: Part, key: str) -> Part | dict[str, str]:
    """A short form that is one word stands for its main key."""
    is_text = not isinstance(part.node.value, list)
    return {key: part.text()} if is_text else part


def _group(key: str, part: Part) -> Group:
    keys = {own.name: Part.text for own in own_fields(Group) if own.name not in ("key", "optional")}
    read: dict[str, Any] = read_known(part, {**keys, "optional": Part.yes})  # Any: one key is true or false
    if not any(read.get(bound) for bound in ("min", "best", "max", "named")):
        part.faults.add(
            part, "group_without_column", N_("Line %(line)s: %(key)s has no column: give it min, best or max.")
        )
    return Group(key, **read)


def _sources(part: Part) -> tuple[SourceColumn, ...]:
    """Defaults for yes, no and not_applicable, then one key per column."""
    pairs = part.pairs()
    answers = {name: pairs.pop(name).texts() for name in KNOWN_SOURCE_ANSWERS if name in pairs}
    columns = pairs.pop("columns", None)
    for below in pairs.values():
        part.faults.add(
            below,
            "key_unknown",
            N_("Line %(line)s: %(key)s is no key that a mapping has here. Known are: %(known)s."),
            known="yes, no, not_applicable, columns",
        )
    return tuple(_source_column(name, below, answers) for name, below in columns.pairs().items()) if columns else ()


def _source_column(column: str, part: Part, answers: dict[str, tuple[str, ...]]) -> SourceColumn:
    pairs = _plain(part, "kind")
    read: dict[str, Any] = (
        read_known(  # Any: each key has its own type, as the fields of SourceColumn say
            pairs,
            {
                "kind": Part.text,
                "institution": lambda below: _institution(below, column),
                **dict.fromkeys(KNOWN_SOURCE_ANSWERS, Part.texts),
                "optional": Part.yes,
            },
        )
        if isinstance(pairs, Part)
        else pairs
    )
    if not read.get("kind"):
        part.faults.add(
            part, "source_without_kind", N_("Line %(line)s: say of which kind the source is, with “kind:”.")
        )
    institution = read.pop("institution", None) or Institution(slug(column), column)
    return SourceColumn(column, institution, read.pop("kind", ""), **{**answers, **read})


def _institution(part: Part, name: str = "") -> Institution:
    pairs = _plain(part, "slug")
    read = read_known(pairs, dict.fromkeys(("slug", "name", "kind"), Part.text)) if isinstance(pairs, Part) else pairs
    name = read.get("name") or name
    return Institution(read.get("slug") or slug(name), name, read.get("kind") or "other")


def _source(part: Part) -> dict[str, Any]:
    """Who made the list: `source: {kind: …, institution: {…}}`."""
    read: dict[str, Any] = read_known(part, {"kind": Part.text, "institution": _institution})  # Any: two types
    return {"source": read.get("institution"), "source_kind": read.get("kind") or "compiled_list"}


def _lines(document: Part) -> dict[str, int]:
    """The line of every key of the first three levels."""
    found: dict[str, int] = {}

    def walk(part: Part, depth: int) -> None:
        if part.path:
            found[part.path] = part.line
        if depth and isinstance(part.node.value, list) and isinstance(part.node, yaml.MappingNode):
            for below in part.pairs().values():
                walk(below, depth - 1)

    before = list(document.faults.reasons)
    walk(document, 4)
    document.faults.reasons[:] = before
    return found


def _check(mapping: Mapping, document: Part) -> None:
    """What only the whole mapping shows."""
    add = document.faults.add
    if not mapping.list or len(mapping.list) > LONGEST_LIST or slug(mapping.list) != mapping.list:
        add(
            document,
            "list",
            N_(
                "“list:” names the list for ever: small letters, digits and _, at most %(most)s. External ids"
                " hold within it."
            ),
            most=LONGEST_LIST,
        )
    _check_columns(mapping, document)
    if mapping.row_is == "event" and not mapping.groups:
        add(
            document,
            "no_groups",
            N_("A row that is an event needs “groups:”: who was killed, hurt, taken, with their columns."),
        )
    if mapping.row_is == "event" and (clash := {use.field for use in mapping.columns} & OF_ONE_PERSON):
        add(
            document,
            "person_in_event",
            N_(
                "A row that is an event has no single person for: %(fields)s. Use “named:” of a group, or"
                " row_is: person."
            ),
            fields=", ".join(sorted(clash)),
        )
    if mapping.row_is == "person" and mapping.groups:
        add(document, "groups_of_person", N_("A row that is a person has no groups."))
    acts = "act" in mapping.constants or any(use.field == "act" for use in mapping.columns)
    acts = acts or (bool(mapping.sheets) and all("act" in constants for constants in mapping.sheets.values()))
    if not acts and not (mapping.groups and all(group.act for group in mapping.groups)):
        add(
            document,
            "no_act",
            N_("The mapping does not say what was done: give “act” a column, a constant or a value in each group."),
        )


def _check_columns(mapping: Mapping, document: Part) -> None:
    seen: set[str] = set()
    for use in mapping.columns:
        if use.field in seen and not FIELDS[use.field].many:
            document.faults.add(document, "field_twice", N_("Two columns fill “%(field)s”."), field=use.field)
        seen.add(use.field)
    for use in mapping.columns:
        if use.column in mapping.ignore:
            document.faults.add(
                document, "used_and_ignored", N_("“%(column)s” is both used and ignored."), column=use.column
            )
