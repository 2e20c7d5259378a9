"""One matching: what was ordered, and what was found. Runs where clear text may be: in a process of its own."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sanad.accounts.readers import reader_from
from sanad.accounts.scope import scoped
from sanad.kit.chunks import batched
from sanad.kit.ids import time_of
from sanad.kit.refusals import N_, OutOfOrder
from sanad.matching import queries
from sanad.matching.linkage import spark
from sanad.matching.linkage.comparing import Compared, TooLarge, compare
from sanad.matching.linkage.model import Model
from sanad.matching.linkage.persons import PERSONS
from sanad.matching.linkage.reports import REPORTS
from sanad.matching.process.orders import Order, Result
from sanad.matching.process.tables import Named, table_of_mentions, table_of_reports
from sanad.matching.rules import PROPOSED, worth_proposing
from sanad.vault.opening import begin_comparing
from sanad.violations.queries import place_frame

AT_ONCE = 5_000
REASON = "Matching of records by machine"


def carry_out(order: Order) -> Result:
    """Read, ask the vault, compare. Refused where every vault is locked, or one is locked on the way."""
    reader = reader_from(order.by)
    comparing = begin_comparing(reader, reason=REASON)
    offices = frozenset(reader.opens) - comparing.locked
    if not offices:
        raise OutOfOrder.one("locked", N_("The vault is locked; an unlocker of your office must unlock it."))
    with scoped(reader):
        mentions = queries.mentions_to_compare(offices)
        reports = queries.reports_to_compare(offices)
        districts = place_frame().district
    named: Named = {
        UUID(str(row)): rest
        for some in batched([one.row for one in mentions], AT_ONCE)
        for row, *rest in comparing.names(some)
    }
    comparing.end()
    result = Result(records=len(mentions), offices=sorted(offices), locked=sorted(comparing.locked))
    named_ones = [one for one in mentions if any(named.get(one.row, ()))]
    found = _found(PERSONS, order, table_of_mentions(named_ones, named, districts), [one.row for one in named_ones])
    result.pairs += _people(found, named_ones)
    found = _found(REPORTS, order, table_of_reports(reports, named, districts), [one.wording for one in reports])
    result.pairs += _events(found, reports)
    return result


def _found(model: Model, order: Order, table: Any, wordings: Sequence[UUID]) -> Compared:  # Any: a table of Arrow
    new = None
    if order.since is not None:
        new = [number for number, wording in enumerate(wordings) if time_of(wording) >= order.since]
        if not new:
            return Compared(records=table.num_rows)
    weights = order.weights.get(model.kind)
    try:
        if order.engine == "spark":
            return spark.compare(model, table, weights=weights, new=new, least=PROPOSED)
        return compare(model, table, weights=weights, new=new, least=PROPOSED)
    except TooLarge:
        raise OutOfOrder.one(
            "too_large", N_("There are more records than fit into the memory of this machine. Nothing was kept.")
        ) from None


def _people(compared: Compared, mentions: Sequence[queries.Described]) -> list[dict[str, Any]]:
    rows = []
    for pair in compared.pairs:
        one, other = mentions[pair.one], mentions[pair.other]
        if worth_proposing(pair.probability, one.report, other.report):
            rows.append(
                _row("person", pair, (one.root, one.report, one.custodian), (other.root, other.report, other.custodian))
            )
    return rows


def _events(compared: Compared, reports: Sequence[queries.Told]) -> list[dict[str, Any]]:
    rows = []
    for pair in compared.pairs:
        one, other = reports[pair.one], reports[pair.other]
        if worth_proposing(pair.probability, one.report, other.report):
            rows.append(
                _row(
                    "event",
                    pair,
                    (one.report, one.report, one.custodian),
                    (other.report, other.report, other.custodian),
                )
            )
    return rows


def _row(kind: str, pair: Any, one: tuple[UUID, UUID, int], other: tuple[UUID, UUID, int]) -> dict[str, Any]:
    (first, first_report, keeper), (second, second_report, other_keeper) = sorted((one, other))
    return {
        "kind": kind,
        "one": first.hex,
        "other": second.hex,
        "one_report": first_report.hex,
        "other_report": second_report.hex,
        "custodians": sorted({keeper, other_keeper}),
        "probability": pair.probability,
        "levels": pair.levels,
        "weights": pair.weights,
    }
