"""What people of a report agreed to, in words."""

from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from sanad.accounts.queries.naming import names_of
from sanad.accounts.readers import Reader
from sanad.codes import queries as codes
from sanad.front.forms.consent import ANSWERS, BASES, GIVERS, RISKS, USES
from sanad.front.presenting.report import mention_words, role_words
from sanad.front.presenting.words import Words
from sanad.violations import queries
from sanad.violations.models import Consent, Mention, Safeguard
from sanad.violations.queries import Told
from sanad.violations.rules.consent import Answer, Basis, Risk, Use, Wishes, basis_of
from sanad.web.formats import day, moment


@dataclass(frozen=True)
class PersonShown:
    """One person of a report, for the list on its page."""

    root: UUID
    role: str
    words: str
    basis: str
    answers: list[str]
    risk: str
    urgent: bool


@dataclass(frozen=True)
class Row:
    """One earlier answer, or change of a safeguard."""

    what: str
    who: str
    when: str


@dataclass(frozen=True)
class PersonPage:
    """Everything that the template lays out."""

    mention: Mention
    words: str
    follows: Basis
    stands: dict[Use, Answer]
    answers: list[tuple[str, str, str]]  # use, answer, until
    safeguard: Safeguard | None
    risk: str
    basis: str
    has_contact: bool
    history: list[Row]


def people_shown(reader: Reader, told: Told) -> list[PersonShown]:
    """The people of a report with what they agreed to; for whoever keeps the report."""
    if told.report.custodian_id not in reader.keeps:
        return []
    words, roles, today = Words(), role_words(), timezone.localdate()
    found, risks = queries.wishes_in([told.report.pk]), queries.latest_safeguards([told.report.pk])
    shown = []
    for m in told.mentions:
        if m.root not in found:
            continue
        wishes = found[m.root]
        risk = Risk(risks[m.root].risk) if m.root in risks else Risk.UNKNOWN
        said = [f"{USES[use]}: {ANSWERS[wishes.answer(use, today)]}" for use in USES if use in wishes.said]
        shown.append(
            PersonShown(
                m.root, roles[m.role], mention_words(m, words), str(BASES[wishes.basis]), said,
                str(RISKS[risk]) if risk is not Risk.UNKNOWN else "", risk is Risk.HIGH,
            )
        )  # fmt: skip
    return shown


def person_page(reader: Reader, told: Told, mention: Mention) -> PersonPage:
    """Put the page of one person together."""
    today, words = timezone.localdate(), Words()
    wishes: Wishes = queries.wishes_in([told.report.pk])[mention.root]
    rows = {Use(row.use): row for row in queries.latest_consents_of(told.report.pk, mention.root)}
    safeguards = queries.safeguards_on(reader, mention.root)
    stands = {use: wishes.answer(use, today) for use in USES}
    latest = safeguards[0] if safeguards else None
    return PersonPage(
        mention,
        mention_words(mention, words),
        basis_of(codes.slugs_by_id().get(told.report.source_kind_id, "")),
        stands,
        [(str(USES[use]), str(ANSWERS[stands[use]]), _until(rows.get(use))) for use in USES],
        latest,
        str(RISKS[Risk(latest.risk)]) if latest else str(RISKS[Risk.UNKNOWN]),
        str(BASES[wishes.basis]),
        queries.contact_of(reader, mention.root) is not None,
        _history(reader, queries.consents_on(reader, mention.root), safeguards, words),
    )


def _until(row: Consent | None) -> str:
    return _("until %(day)s") % {"day": day(row.until)} if row is not None and row.until else ""


def _history(reader: Reader, consents: list[Consent], safeguards: list[Safeguard], words: Words) -> list[Row]:
    rows: list[Consent | Safeguard] = sorted([*consents, *safeguards], key=lambda row: row.pk, reverse=True)
    names = names_of(reader, [row.made_by for row in rows])
    said = (_consent(row, words) if isinstance(row, Consent) else _safeguard(row, words) for row in rows)
    who = (names.get(row.made_by) or _("the operator") for row in rows)
    return [Row(what, whose, moment(row.made_at)) for what, whose, row in zip(said, who, rows, strict=True)]


def _consent(row: Consent, words: Words) -> str:
    parts = [
        f"{USES[Use(row.use)]}: {ANSWERS[Answer(row.answer)]}",
        str(GIVERS[row.given_by]) if row.given_by else "",
        words.code("language", row.language_id),
        day(row.asked_on) if row.asked_on else "",
        _until(row),
    ]
    return words.joined(parts)


def _safeguard(row: Safeguard, words: Words) -> str:
    parts = [
        _("risk: %(risk)s") % {"risk": RISKS[Risk(row.risk)]},
        str(BASES[Basis(row.basis)]) if row.basis else "",
        _("look again on %(day)s") % {"day": day(row.review_on)} if row.review_on else "",
        _("a way to reach the person was written down") if row.contact else "",
    ]
    return words.joined(parts)
