"""What stands in an address: one provider for each view that has arguments. A view without one fails the suite."""

from collections.abc import Callable, Iterator, Mapping
from uuid import uuid4

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from sanad.web.doors import readers_of
from tests.faults.reach.world import PRINTED, Owned

Arguments = Mapping[str, object]


def _by(**others: str) -> Callable[[Owned], Arguments]:
    """Arguments of an address by the attributes of what is owned."""
    return lambda owned: {argument: getattr(owned, attribute) for argument, attribute in others.items()}


def _committed(**others: str) -> Callable[[Owned], Arguments]:
    """Arguments of an address by the commitments of an office."""
    return lambda owned: {argument: owned.committed[name] for argument, name in others.items()}


def _report(**others: str) -> Callable[[Owned], Arguments]:
    return _by(ref="ref", **others)


def _strategy(**others: str) -> Callable[[Owned], Arguments]:
    """Arguments of an address of a strategy."""
    return lambda owned: {
        name: getattr(owned.strategy, attribute) for name, attribute in {"ref": "ref", **others}.items()
    }


def _draft(**others: str) -> Callable[[Owned], Arguments]:
    return _strategy(number="number", **others)


def _met(**others: str) -> Callable[[Owned], Arguments]:
    """Arguments of an address of a gathering."""
    return lambda owned: {name: getattr(owned.met, attribute) for name, attribute in {"ref": "ref", **others}.items()}


GATHERINGS: dict[str, Callable[[Owned], Arguments]] = {
    **{
        f"gatherings:{name}": _met()
        for name in (
            "gathering",
            "gathering_change",
            "door",
            "door_close",
            "participants",
            "list_file",
            "alike",
            "groups",
        )
    },
    **{f"gatherings:{name}": _met() for name in ("minutes", "material_new")},
    "gatherings:poster": _met(token="token"),
    "gatherings:sheet": lambda owned: {"ref": owned.met.ref, "language": "en"},
    "gatherings:lines": lambda owned: {"ref": owned.met.ref, "kind": "agenda"},
    "gatherings:line_remove": lambda owned: {"ref": owned.met.ref, "kind": "agenda", "pk": owned.met.line},
    "gatherings:invitation_answer": _met(pk="invitation"),
    **{f"gatherings:participant{name}": _met(pk="participant") for name in ("", "_withdraw", "_needs", "_erase")},
    "gatherings:alike_undo": _met(pk="judged"),
    "gatherings:group_join": _met(pk="group"),
    "gatherings:group_leave": _met(pk="group", member="member"),
    "gatherings:follow_up_done": _met(pk="follow_up"),
    "gatherings:material": _met(pk="material"),
    **{f"projects:{name}": _met(ref="project") for name in ("project", "project_change", "partner_add", "result_add")},
    "projects:result_change": _met(ref="project", pk="result"),
    "projects:part_remove": lambda owned: {"ref": owned.met.project, "kind": "partner", "pk": owned.met.partner},
}
USERS = (
    "user", "user_post", "user_reset_password", "ask_factor_reset", "factor_reset", "user_end_sessions", "ties",
    "user_disable", "user_enable",
)  # fmt: skip
IMPORTS = (
    "import", "columns", "text", "preview", "check", "store", "cancel", "errors", "mapping", "undo",
    "asked_columns",
)  # fmt: skip
REPORTS = (
    "event", "judge", "another", "intervention_new", "link", "report", "correct", "withdraw", "names", "redact",
    "evidence_new", "transfer",
)  # fmt: skip
COMMITTED = {
    "recommendation": "recommendation", "recommendation_edit": "recommendation", "action": "action",
    "action_edit": "action", "action_drop": "action", "action_beside": "action", "action_progress": "action",
    "progress": "progress", "indicator": "indicator", "indicator_edit": "indicator", "indicator_afresh": "indicator",
    "focal_point": "focal_point", "decision": "decision",
    "file_new": "action", "file": "file", "file_download": "file", "file_destroy": "file",
}  # fmt: skip
DRAFTS = (
    "draft", "do", "compare", "planned", "planned_new", "clause_new", "circulation", "consultation", "points",
)  # fmt: skip
STRATEGIES: dict[str, Callable[[Owned], Arguments]] = {
    **{f"strategies:{name}": _strategy() for name in ("strategy", "stage", "history", "upload", "public")},
    **{f"strategies:{name}": _draft() for name in DRAFTS},
    **{f"strategies:{name}": _draft(group="group") for name in ("group", "wall", "group_links")},
    **{f"strategies:{name}": _draft(point="point_number") for name in ("point", "withdraw", "disposition")},
    **{f"strategies:{name}": lambda owned: {**_draft()(owned), "form": "xlsx"} for name in ("file", "annex")},
    "strategies:word": _strategy(pk="word"),
    "strategies:clause": _strategy(identity="clause"),
    "strategies:clause_edit": _draft(identity="clause"),
    "strategies:planned_edit": _draft(identity="action"),
    "strategies:revoke": _draft(pk="invitation"),
    "strategies:group_point": _draft(group="group", point="point_number"),
}
PROVIDERS: dict[str, Callable[[Owned], Arguments]] = {
    **GATHERINGS,
    **STRATEGIES,
    **{f"accounts:{name}": _by(pk="user") for name in USERS},
    "accounts:posting_end": _by(pk="user", posting="posting"),
    "accounts:tie_end": _by(pk="user", tie="tie"),
    "accounts:passkey_remove": _by(pk="passkey"),
    "accounts:office": _by(slug="office"),
    "accounts:sharing_end": _by(pk="rule"),
    "figures:saved_table": _by(key="table"),
    "figures:return": _by(key="table"),
    "figures:saved_away": _by(key="table"),
    "figures:saved_use": lambda owned: {"key": owned.table, "version": 1},
    **{f"exchange:{name}": _by(pk="imported") for name in IMPORTS},
    **{f"front:{name}": _report() for name in REPORTS},
    **{f"front:{name}": _report(root="mention") for name in ("person", "contact", "erase")},
    "front:toll": _report(of="mention"),
    "front:choose": lambda owned: {"ref": owned.ref, "of": owned.mention, "name": "sex"},
    "front:undo": _by(pk="judgement"),
    "front:confirm": _by(pk="proposal"),
    "front:intervention": _by(root="intervention"),
    "front:evidence": _by(pk="evidence"),
    "front:evidence_file": _by(pk="evidence"),
    "front:decide": _by(pk="approval"),
    "front:review": _by(pk="emergency"),
    "front:seen": _by(pk="notice"),
    **{f"commitments:{name}": _committed(pk=of) for name, of in COMMITTED.items()},
    "front:danger": _by(pk="danger"),
    "front:restore": _by(pk="unfinished"),
    "front:throw_away": _by(pk="unfinished"),
    "matching:pair": _by(pk="pair"),
    "matching:person": _by(pk="mention"),
    "front:same_person": _by(pk="mention"),
}
# The same for everybody who may come in: nothing in them belongs to an office.
SHARED: dict[str, Arguments] = {
    "commitments:report": {"token": "x" * 24},
    **{f"commitments:report_{name}": {"token": "x" * 24, "pk": uuid4()} for name in ("action", "file")},
    **{f"gatherings:{name}": {"token": "no-such-link"} for name in ("sign_in", "thanks")},
    **{f"strategies:{name}": {"token": "no-such-link"} for name in ("read", "note", "answers")},
    "strategies:note_point": {"token": "no-such-link", "point": 1},
    "web:design_part": {"part": "refused"},
    **{f"figures:published_{word}": {"key": PRINTED} for word in ("table", "change", "away")},
    "figures:published_use": {"key": PRINTED, "version": 1},
    "accounts:draft_throw_away": {"pk": PRINTED},  # nobody's; tests/front/test_editing.py has one that is somebody's
    "front:bulk_undo": {"pk": PRINTED},  # nobody's; tests/front/test_bulk.py has one that is somebody's
    "front:institution": {"slug": "dawn"},
    "front:institution_change": {"slug": "dawn"},
    "matching:next": {"kind": "persons"},
    "front:saved_search": {"pk": PRINTED},  # nobody's; tests/front/test_searching.py has one that is somebody's
    "front:let_go": {"pk": PRINTED},
    "front:checkpoint": {"number": 1},
    "front:checkpoint_file": {"number": 1},
}
# What can be asked beside the path, of the same owners.
QUERIES: dict[str, tuple[Callable[[Owned], dict[str, object]], ...]] = {
    "front:events": (lambda owned: {"batch": owned.batch}, lambda owned: {"state": "verified"}),
    "front:reports": (lambda owned: {"batch": owned.batch},),
    "figures:table": (
        lambda owned: {"unit": "reports", "rows": "batch"},
        lambda owned: {"unit": "violations", "rows": "province", "where": f"batch={owned.batch}"},
    ),
    "figures:records": (lambda owned: {"unit": "violations", "rows": "province", "where": "province=PK-KP,PK-SD"},),
    "figures:csv": (lambda owned: {"unit": "violations", "rows": "province"},),
    "figures:xlsx": (lambda owned: {"unit": "violations", "rows": "province"},),
    "figures:why": (lambda owned: {"unit": "violations", "rows": "province"},),
    "front:report_new": (lambda owned: {"event": owned.ref},),
}
TYPED = {
    "why": "Because it is so.", "decision": "approve", "remark": "Seen.", "verdict": "verified", "standard": "not_met",
    "said": "Station", "do": "save",
}  # fmt: skip


def all_views() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every view of the site by its full name."""
    yield from _walk(get_resolver(), ())


def _walk(resolver: URLResolver, spaces: tuple[str, ...]) -> Iterator[tuple[str, Callable[..., object]]]:
    for part in resolver.url_patterns:
        if isinstance(part, URLResolver):
            yield from _walk(part, (*spaces, part.namespace) if part.namespace else spaces)
        elif isinstance(part, URLPattern):
            yield ":".join((*spaces, part.name or str(part.pattern))), part.callback


def arguments_of(name: str) -> set[str]:
    """The arguments that the address of a view takes."""
    possible = get_resolver()
    *spaces, last = name.split(":")
    for space in spaces:
        possible = possible.namespace_dict[space][1]
    return {argument for found in possible.reverse_dict.getlist(last) for _path, args in found[0] for argument in args}


def without_provider() -> list[str]:
    """Views with arguments that nobody told this suite about."""
    return [name for name, _view in all_views() if arguments_of(name) and name not in {*PROVIDERS, *SHARED}]


def address(name: str, owned: Owned) -> str:
    """The address of a view for what is owned."""
    given = PROVIDERS[name](owned) if name in PROVIDERS else SHARED.get(name, {})
    return reverse(name, kwargs=dict(given))


def is_open_to_all(name: str) -> bool:
    """Is this a door for whoever comes?"""
    return any("public" in readers_of(view) or "link" in readers_of(view) for one, view in all_views() if one == name)
