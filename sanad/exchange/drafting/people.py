"""The mentions, acts and involvements of one row."""

from collections.abc import Mapping as Readable
from functools import partial
from typing import NamedTuple, cast

from sanad.exchange.drafting import findings
from sanad.exchange.drafting.cells import Reader, read_size, remembering
from sanad.exchange.drafting.findings import Doubt
from sanad.exchange.drafting.names import Names
from sanad.exchange.drafting.stated_once import group_codes
from sanad.exchange.mapping.schema import Group
from sanad.kit.ages import Age
from sanad.kit.counts import Range
from sanad.kit.dates import PartialDate
from sanad.kit.text import clean
from sanad.violations.drafts import ActDraft, InvolvementDraft, MentionDraft, StatusDraft

SEALED_OF_VICTIM = ("name", "other_names", "father_name", "cnic", "phone", "address")
SEALED_OF_INFORMANT = ("name", "cnic", "phone", "address")
VICTIM = "victim"

Values = Readable[str, object]


class Deed(NamedTuple):
    """What all acts of a row share."""

    happened: PartialDate | None
    place: int | None
    precision: str
    said: str
    sealed: Readable[str, object]


class GroupReader:
    """Reads the casualty columns of one group."""

    def __init__(self, group: Group, places: Readable[str, int], names: Names) -> None:
        self.group = group
        self.codes = group_codes(group, names)
        self.sizes: list[tuple[int | None, Reader]] = [
            (places.get(column), remembering(partial(read_size, column)))
            for column in (group.min, group.best, group.max)
        ]
        self.named = places.get(group.named)

    def read(
        self, cells: list[str], values: Values, deed: Deed
    ) -> tuple[list[MentionDraft], list[ActDraft], list[Doubt]]:
        """The group with its named members, what was done to them, and doubts. A blank bound is unknown, 0 is zero."""
        doubts: list[Doubt] = []
        bounds: list[int | None] = []
        for place, reader in self.sizes:
            read = reader(cells[place]) if place is not None and cells[place] else None
            bounds.append(cast("int | None", read.value) if read else None)
            if read and read.doubts:
                doubts += read.doubts
        size = Range(*bounds)
        if size.contradictory:
            doubts.append(Doubt(self.group.min or self.group.max, findings.LEAST_ABOVE_MOST))
        type_of_act = self.codes["act"] or cast("int | None", values.get("act"))
        if type_of_act is None:
            doubts.append(Doubt("", findings.NO_ACT, refuses=True))
            return [], [], doubts
        group = self._mention(size, values)
        people = [group, *self._members(cells)]
        acts = [self._act(one.key, type_of_act, values, deed) for one in people]
        return people, acts, doubts

    def _mention(self, size: Range, values: Values) -> MentionDraft:
        status = self.codes["status"] or cast("int | None", values.get("status"))
        age = cast("Age | None", values.get("age"))
        return MentionDraft(
            key=self.group.key,
            kind="group",
            min_size=size.min,
            best_size=size.best,
            max_size=size.max,
            sex=self.codes["sex"] or cast("int | None", values.get("sex")),
            age_min=age.min_years if age else None,
            age_max=age.max_years if age else None,
            age_said=age.said if age else "",
            occupation=cast(str, values.get("occupation", "")),
            described=self.group.described or cast(str, values.get("described", "")),
            characteristics=cast("tuple[int, ...]", values.get("characteristic", ())),
            statuses=(StatusDraft(status),) if status else (),
        )

    def _members(self, cells: list[str]) -> list[MentionDraft]:
        """Those of the group whom the row names; they are part of it and add nothing to its size."""
        return [
            MentionDraft(key=f"{self.group.key}:{number}", part_of=self.group.key, sealed={"name": name})
            for number, name in enumerate(self.names(cells), 1)
        ]

    def names(self, cells: list[str]) -> list[str]:
        """The names of members that the row gives."""
        if self.named is None or not cells[self.named].strip():
            return []
        return [name for part in cells[self.named].split(self.group.split) if (name := clean(part))]

    def _act(self, victim: str, type_of_act: int, values: Values, deed: Deed) -> ActDraft:
        return ActDraft(
            key=victim,
            victim=victim,
            type=type_of_act,
            means=self.codes["means"] or cast("int | None", values.get("means")),
            stated_reason=cast("int | None", values.get("stated_reason")),
            kind_of_place=cast("int | None", values.get("kind_of_place")),
            happened=deed.happened,
            place=deed.place,
            place_precision=deed.precision,
            place_said=deed.said,
            sealed=deed.sealed,
        )


def one_victim(values: Values, deed: Deed) -> tuple[MentionDraft, ActDraft]:
    """The person that a row is about, and what was done to them."""
    age = cast("Age | None", values.get("age"))
    status = cast("int | None", values.get("status"))
    mention = MentionDraft(
        key=VICTIM,
        sex=cast("int | None", values.get("sex")),
        age_min=age.min_years if age else None,
        age_max=age.max_years if age else None,
        age_said=age.said if age else "",
        occupation=cast(str, values.get("occupation", "")),
        described=cast(str, values.get("described", "")),
        characteristics=cast("tuple[int, ...]", values.get("characteristic", ())),
        statuses=(StatusDraft(status, cast("PartialDate | None", values.get("status_since"))),) if status else (),
        sealed={name: values[name] for name in SEALED_OF_VICTIM if name in values},
    )
    act = ActDraft(
        key=VICTIM,
        victim=VICTIM,
        type=cast(int, values["act"]),
        means=cast("int | None", values.get("means")),
        stated_reason=cast("int | None", values.get("stated_reason")),
        kind_of_place=cast("int | None", values.get("kind_of_place")),
        happened=deed.happened,
        place=deed.place,
        place_precision=deed.precision,
        place_said=deed.said,
        sealed=deed.sealed,
    )
    return mention, act


def perpetrators(values: Values, acts: list[ActDraft]) -> tuple[list[MentionDraft], list[InvolvementDraft]]:
    """Those who are said to have done it: by name, institution or type. Nothing said is nobody chosen."""
    names = values.get("perpetrator_name", ())
    named = (names,) if isinstance(names, str) else cast("tuple[str, ...]", names)
    types = cast("tuple[int, ...]", values.get("perpetrator_type", ()))
    institution = cast("int | None", values.get("perpetrator_institution"))
    degree = cast("int | None", values.get("perpetrator_degree"))
    people = [
        MentionDraft(key=f"perpetrator:{number}", role="perpetrator", sealed={"name": name})
        for number, name in enumerate(named, 1)
    ]
    first = types[0] if types else None
    involved = [
        InvolvementDraft(act.key, perpetrator=one.key, institution=institution, type=first, degree=degree)
        for act in acts
        for one in people
    ]
    unnamed = types[1:] if people else types or ((None,) if institution else ())
    involved += [
        InvolvementDraft(act.key, institution=institution, type=kind, degree=degree) for act in acts for kind in unnamed
    ]
    return people, involved


def informant(values: Values) -> list[MentionDraft]:
    """Whoever told it, if the row has them: everything about them is sealed."""
    sealed = {name: values[f"informant_{name}"] for name in SEALED_OF_INFORMANT if f"informant_{name}" in values}
    return [MentionDraft(key="informant", role="informant", sealed=sealed)] if sealed else []
