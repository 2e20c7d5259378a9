"""What a mapping itself says, looked up once: constants, the codes behind values, groups and sources."""

from collections.abc import Iterator

from sanad.exchange.drafting.names import Names
from sanad.exchange.mapping.fields import FIELDS, Shape
from sanad.exchange.mapping.schema import Group, Mapping
from sanad.institutions.rules import InstitutionKind
from sanad.kit.dates import read_date
from sanad.kit.refusals import N_, Reason, Refused

KINDS = frozenset(map(str, InstitutionKind))
OF_GROUPS = (("act", "act"), ("means", "means"), ("status", "victim_status"), ("sex", "sex"))


def constant_values(mapping: Mapping, names: Names) -> dict[str, object]:
    """The constants as values; refused with the line where one is not known."""
    values: dict[str, object] = {}
    reasons = []
    for name, said in mapping.constants.items():
        found = _constant(name, said, names)
        if found is None:
            reasons.append(_unknown(mapping, f"constants.{name}", FIELDS[name].vocabulary or name, said))
        else:
            values[name] = found
    if reasons:
        raise Refused(reasons)
    return values


def _constant(name: str, said: str, names: Names) -> object | None:
    field = FIELDS[name]
    if field.shape is Shape.CODE:
        found = names.code_with_slug(field.vocabulary, said) or names.code(field.vocabulary, said)
        return (found,) if found and field.many else found
    if field.shape is Shape.DATE:
        return read_date(said, ("edtf", "iso"))
    if field.shape is Shape.PLACE:
        return (said, said if names.place_with_code(said) else "")
    if field.shape is Shape.INSTITUTION:
        return names.institution_named(said)
    return said


def check_codes(mapping: Mapping, names: Names) -> None:
    """Refuse a mapping with a code that the site does not have, each with its line."""
    reasons = [
        _unknown(mapping, path, vocabulary, slug)
        for path, vocabulary, slug in _codes(mapping)
        if slug and names.code_with_slug(vocabulary, slug) is None
    ]
    reasons += [
        _unknown(mapping, f"columns.{use.column}.values.{said}", use.field, code)
        for use in mapping.columns
        if FIELDS[use.field].shape is Shape.PLACE
        for said, code in use.values.items()
        if code and names.place_with_code(code) is None
    ]
    named = [("source.institution", mapping.source)] if mapping.source else []
    named += [(f"sources.columns.{source.column}", source.institution) for source in mapping.sources]
    reasons += [
        _unknown(mapping, path, "kind of institution", one.kind) for path, one in named if one.kind not in KINDS
    ]
    if reasons:
        raise Refused(reasons)


def _codes(mapping: Mapping) -> Iterator[tuple[str, str, str]]:
    """Where in the mapping a code stands, of which vocabulary, and its slug."""
    yield "source", "source_kind", mapping.source_kind
    for use in mapping.columns:
        if FIELDS[use.field].shape is Shape.CODE:
            for said, slug in use.values.items():
                yield f"columns.{use.column}.values.{said}", FIELDS[use.field].vocabulary, slug
    for group in mapping.groups:
        for key, vocabulary in OF_GROUPS:
            yield f"groups.{group.key}.{key}", vocabulary, getattr(group, key)
    for source in mapping.sources:
        yield f"sources.columns.{source.column}", "source_kind", source.kind
    for sheet, constants in mapping.sheets.items():
        for name, said in constants.items():
            if FIELDS[name].shape is Shape.CODE:
                yield f"sheets.{sheet}.{name}", FIELDS[name].vocabulary, said


def group_codes(group: Group, names: Names) -> dict[str, int | None]:
    """The codes of a group; None where it names none."""
    return {
        key: names.code_with_slug(vocabulary, slug) if (slug := getattr(group, key)) else None
        for key, vocabulary in OF_GROUPS
    }


def _unknown(mapping: Mapping, path: str, vocabulary: str, said: str) -> Reason:
    line = next((mapping.lines[at] for at in _upwards(path) if at in mapping.lines), 1)
    return Reason(
        "mapping.code_unknown",
        N_("Line %(line)s: “%(said)s” is no %(vocabulary)s that this site knows."),
        {"line": line, "said": said, "vocabulary": vocabulary},
        path,
    )


def _upwards(path: str) -> Iterator[str]:
    """The path, then what it lies in."""
    while path:
        yield path
        path = path.rpartition(".")[0]
