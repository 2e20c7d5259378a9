"""Whether a mapping fits a file: its columns are there, and no identity number or telephone goes into the clear."""

from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Readable
from difflib import get_close_matches

from sanad.exchange.mapping.fields import FIELDS
from sanad.exchange.mapping.schema import Mapping
from sanad.kit.refusals import N_, Reason, Refused
from sanad.kit.text import fold, looks_like_cnic, looks_like_phone

SAMPLED = 1000  # rows
SHARE = 0.1  # of the filled cells of a column
LOOKS_LIKE = {
    "cnic": N_(
        "“%(column)s” looks like identity card numbers. Map it to a sealed field (cnic) or drop it under “ignore”."
    ),
    "phone": N_(
        "“%(column)s” looks like telephone numbers. Map it to a sealed field (phone) or drop it under “ignore”."
    ),
}


def places_of(names: Iterable[str], columns: Sequence[str]) -> dict[str, int]:
    """Where each named column stands in the file: by its name, else by its name in another spelling."""
    exact = {column: place for place, column in enumerate(columns)}
    folded: dict[str, list[int]] = {}
    for place, column in enumerate(columns):
        folded.setdefault(fold(column), []).append(place)
    found = {}
    for name in names:
        if name in exact:
            found[name] = exact[name]
        elif len(near := folded.get(fold(name), [])) == 1:
            found[name] = near[0]
    return found


def check_columns(mapping: Mapping, columns: Sequence[str]) -> None:
    """Refuse a file that lacks a column of the mapping, or whose columns of one name it does not tell apart."""
    found = places_of(mapping.named_columns(), columns)
    reasons = [_missing(mapping, name, columns) for name in sorted(mapping.required_columns() - found.keys())]
    reasons += [
        Reason(
            "mapping.column_twice",
            N_(
                "The file has several columns “%(column)s”. The mapping has to name each: “%(column)s” and"
                " “%(second)s”."
            ),
            {"column": name, "second": f"{name} (2)"},
            name,
        )
        for name in sorted(found)
        if f"{name} (2)" in columns and f"{name} (2)" not in found
    ]
    if reasons:
        raise Refused(reasons)


def _missing(mapping: Mapping, name: str, columns: Sequence[str]) -> Reason:
    near = get_close_matches(name, columns, n=1, cutoff=0.7)
    line = next((line for path, line in mapping.lines.items() if path.endswith(f".{name}")), 1)
    if near:
        return Reason(
            "mapping.column_missing_near",
            N_("Line %(line)s: the file has no column “%(column)s”. Is it “%(near)s”?"),
            {"line": line, "column": name, "near": near[0]},
            name,
        )
    return Reason(
        "mapping.column_missing",
        N_("Line %(line)s: the file has no column “%(column)s”. If some files lack it, write “optional: true”."),
        {"line": line, "column": name},
        name,
    )


def looks_sealed(values: Iterable[str]) -> str:
    """What the cells of a column look like: `cnic`, `phone`, or '' for neither."""
    filled = [value for value in values if value.strip()]
    if not filled:
        return ""
    for name, looks in (("cnic", looks_like_cnic), ("phone", looks_like_phone)):
        if sum(map(looks, filled)) > SHARE * len(filled):
            return name
    return ""


def check_sealed(mapping: Mapping, samples: Readable[str, Sequence[str]]) -> None:
    """Refuse a mapping that leaves identity numbers or telephones in the clear, or keeps them without saying so."""
    fields = {use.column: FIELDS[use.field] for use in mapping.columns}
    safe = {use.column for use in mapping.columns if fields[use.column].sealed} | set(mapping.ignore)
    safe |= {group.named for group in mapping.groups}
    kept_safe = places_of(safe, list(samples)).values()
    reasons = []
    for place, (column, values) in enumerate(samples.items()):
        if place in kept_safe or not (looks := looks_sealed(values)):
            continue
        reasons.append(
            Reason(
                f"mapping.looks_like_{looks}",
                LOOKS_LIKE[looks],
                {"column": column},
                column,
            )
        )
    if reasons:
        raise Refused(reasons)
