"""Entries on their way: what stands in the fields is sealed every few seconds, opened again by whoever typed it."""

import json
from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.kit.ids import time_of
from sanad.kit.refusals import N_, Refused
from sanad.vault.actions import let_go
from sanad.vault.opening import open_sealed
from sanad.vault.rules import Purpose
from sanad.vault.sealing import sealer_for
from sanad.violations import queries
from sanad.violations.models import Unfinished

OF = "unfinished"
MOST_BYTES = 2_000_000
AT_ONCE = 20  # entries that one officer may leave unfinished
OWN_ENTRY = "own unfinished entry"  # written down as the reason

Fields = Mapping[str, Sequence[str]]


@transaction.atomic
def keep_unfinished(token: UUID, fields: Fields, *, form: int, by: Reader) -> Unfinished:
    """Seal what stands in the fields; what was kept under this token before is gone. Needs no unlocked vault."""
    require(by, Permission.REPORT_RECORD)
    assert by.office_id is not None and by.user_id is not None
    wording = json.dumps({name: list(values) for name, values in fields.items()}, ensure_ascii=False)
    if len(wording.encode()) > MOST_BYTES:
        raise Refused.one("unfinished_too_large", N_("This is too much to be kept unfinished. Record a part of it."))
    kept = queries.unfinished_of(by)
    known = next((one for one in kept if one.pk == token), None)
    if known is None:
        throw_away([*queries.stale_unfinished(by), *(one.pk for one in kept[AT_ONCE - 1 :])], by=by)
        known = Unfinished(pk=token, custodian_id=by.office_id, made_by=by.user_id)
    else:
        let_go([token], OF, custodian=by.office_id)
    known.form, known.saved_at = form, timezone.now()
    known.save()
    sealer_for(by.office_id).keep([(token, OF, {"fields": wording})])
    return known


def open_unfinished(kept: Unfinished, *, by: Reader) -> dict[str, list[str]]:
    """The fields as they stood; refused while the vault is locked, and kept then."""
    require(by, Permission.REPORT_RECORD)
    # What she typed today costs her nothing; the morning after a power cut it counts as one look.
    today = timezone.localtime(time_of(kept.pk)).date() == timezone.localdate() if kept.pk.version == 7 else False
    purpose = Purpose.ENTRY if today else Purpose.READING
    found = open_sealed(by, [(kept.pk, OF)], reason=OWN_ENTRY, purpose=purpose)
    content = found.get((kept.pk, OF))
    if content is None:
        raise Refused.one("unfinished_gone", N_("This unfinished entry is no longer kept."))
    fields: dict[str, list[str]] = json.loads(str(content["fields"]))
    return fields


@transaction.atomic
def throw_away(tokens: Sequence[UUID], *, by: Reader) -> None:
    """Let go of what was begun: it was recorded, or is not wanted."""
    if not tokens or by.office_id is None:
        return
    mine = Unfinished.objects.filter(pk__in=list(tokens), made_by=by.user_id, custodian_id=by.office_id)
    doomed = list(mine.values_list("pk", flat=True))
    let_go(doomed, OF, custodian=by.office_id, for_good=True)
    mine.delete()
