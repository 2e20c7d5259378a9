"""Who came: signing in at the door, the desk adding somebody, corrections, withdrawals."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.gatherings.actions.door import require_open
from sanad.gatherings.actions.planning import deed
from sanad.gatherings.models import Gathering, Participant
from sanad.gatherings.rules.kinds import SEAT_OF, Came, Consent
from sanad.institutions.queries import institution_named
from sanad.kit.ids import uuid7
from sanad.kit.refusals import N_, Incomplete, OutOfOrder, Reason, Refused
from sanad.kit.text import looks_like_cnic, looks_like_phone
from sanad.vault.actions import destroy
from sanad.vault.sealing import sealer_for

OF = "participant"  # in the vault
ONE_FORM = "one_participant_per_form"


@dataclass(frozen=True)
class ParticipantContent:
    """What somebody says of themselves. `sex`, `district`: numbers; `needs` is sealed."""

    name: str
    affiliation: str = ""
    designation: str = ""
    seat: str = ""
    sex: int | None = None
    district: int | None = None
    named: str = Consent.NOT_ASKED
    photographed: str = Consent.NOT_ASKED
    needs: str = ""


def sign_in(gathering: Gathering, content: ParticipantContent, *, form: UUID, by: Reader) -> Participant:
    """Somebody signs in at the door, by the link that `by` holds. The same form sent twice is one line."""
    require_open(gathering)
    return _kept(gathering, content, form, Came.DOOR, by)


def add_participant(gathering: Gathering, content: ParticipantContent, *, form: UUID, by: Reader) -> Participant:
    """The desk adds somebody from the paper sheet."""
    require(by, Permission.GATHERING_HOLD, custodian=gathering.custodian_id)
    return _kept(gathering, content, form, Came.DESK, by)


def _kept(gathering: Gathering, content: ParticipantContent, form: UUID, came: Came, by: Reader) -> Participant:
    _check(content)
    try:
        with transaction.atomic():
            return _write(gathering, content, form, came, by)
    except IntegrityError as error:
        if getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) != ONE_FORM:
            raise
    return Participant.objects.get(gathering=gathering, form=form)  # sent twice: what was sent first holds


def _write(gathering: Gathering, content: ParticipantContent, form: UUID, came: Came, by: Reader) -> Participant:
    pk = uuid7()
    participant = Participant.objects.create(
        id=pk, gathering=gathering, custodian_id=gathering.custodian_id, person=pk, came=came, form=form,
        signed_at=timezone.now(), made_by=by.user_id, needs=_sealed(gathering.custodian_id, content.needs),
        **_columns(content),
    )  # fmt: skip
    deed("gathering.signed_in", gathering, by, participant=str(pk), came=str(came))
    return participant


@transaction.atomic
def correct_participant(participant: Participant, content: ParticipantContent, *, by: Reader, needs: bool) -> None:
    """Put a line right; what it said before stays in the history. `needs`: what is said of needs replaces the old."""
    gathering = participant.gathering
    require(by, Permission.GATHERING_HOLD, custodian=gathering.custodian_id)
    if participant.erased_at is not None:
        raise OutOfOrder.one("erased_already", N_("The name was erased already."))
    _check(content)
    for name, value in _columns(content).items():
        setattr(participant, name, value)
    if needs:
        if participant.needs is not None:
            destroy([participant.needs], by=by, of=OF)
        participant.needs = _sealed(participant.custodian_id, content.needs)
    participant.save()
    deed("gathering.participant_corrected", gathering, by, participant=str(participant.pk))


@transaction.atomic
def withdraw_participant(participant: Participant, *, why: str, by: Reader) -> None:
    """Take somebody off the list who did not come or was entered in error; the line stays and is counted nowhere."""
    gathering = participant.gathering
    require(by, Permission.GATHERING_HOLD, custodian=gathering.custodian_id)
    if not why:
        raise Incomplete.one("no_reason", N_("Say why."), field="why")
    if participant.withdrawn_at is not None:
        raise OutOfOrder.one("withdrawn_already", N_("This line was taken off the list already."))
    participant.withdrawn_at, participant.withdrawn_by, participant.withdrawn_why = timezone.now(), by.user_id, why
    participant.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    deed("gathering.participant_withdrawn", gathering, by, participant=str(participant.pk))


def _sealed(custodian: int, needs: str) -> UUID | None:
    """The id under which it is sealed. Each wording has its own: what was destroyed must not come back by a restore."""
    if not needs:
        return None
    pk = uuid7()
    sealer_for(custodian).keep([(pk, OF, {"needs": needs})])
    return pk


def _check(content: ParticipantContent) -> None:
    reasons = []
    if not content.name:
        reasons.append(Reason("participant_nameless", N_("Write your name."), field="name"))
    for field in ("name", "affiliation", "designation"):
        said = getattr(content, field)
        if looks_like_cnic(said) or looks_like_phone(said):
            sentence = N_("Numbers of identity cards and telephones are not asked for here.")
            reasons.append(Reason("number_not_asked", sentence, field=field))
    if reasons:
        raise Refused(reasons)


def _columns(content: ParticipantContent) -> dict[str, object]:
    """By the names of the columns. The seat that was left out is that of the institution, where it is of the list."""
    body = institution_named(content.affiliation).institution if content.affiliation else None
    seat = content.seat or (str(SEAT_OF.get(body.kind, "")) if body else "")
    return {
        "name": content.name,
        "affiliation": content.affiliation,
        "institution_id": body.id if body else None,
        "designation": content.designation,
        "seat": seat,
        "sex_id": content.sex,
        "district_id": content.district,
        "named": content.named,
        "photographed": content.photographed,
    }
