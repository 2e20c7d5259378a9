"""Drafts and dispositions leave as files; each time is written down."""

from dataclasses import dataclass, replace

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.kit.refusals import N_, Refused
from sanad.ledger.actions import record
from sanad.strategies.actions.drafting import DRAFT
from sanad.strategies.models import Draft
from sanad.strategies.presenting import pdf, sheets
from sanad.strategies.presenting.annex import annex_of
from sanad.strategies.presenting.printed import content_of
from sanad.strategies.presenting.unsettled import open_things
from sanad.strategies.word.writing import write_annex, write_word

MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Made:
    """A file."""

    content: bytes
    media_type: str
    name: str


def draft_file(draft: Draft, form: str, *, language: str, by: Reader) -> Made:
    """A draft in one language, with what is still open; the caller speaks that language."""
    content = replace(content_of(draft, language), unsettled=open_things(draft))
    make = {"docx": write_word, "pdf": pdf.strategy, "xlsx": sheets.matrix}
    return _made(draft, form, make[_known(form)](content), "strategy", language, by)


def annex_file(draft: Draft, form: str, *, language: str, by: Reader) -> Made:
    """What became of everything that was asked of a draft."""
    rows, content = annex_of(draft), content_of(draft, language)
    make = {"docx": write_annex, "pdf": pdf.annex, "xlsx": sheets.annex}
    return _made(draft, form, make[_known(form)](content, rows), "annex", language, by)


def _known(form: str) -> str:
    if form not in MEDIA:
        raise Refused.one("file.no_such_form", N_("A strategy leaves as docx, pdf or xlsx."))
    return form


def _made(draft: Draft, form: str, content: bytes, what: str, language: str, by: Reader) -> Made:
    require(by, Permission.STRATEGY_READ, custodian=draft.custodian_id)
    record(
        f"strategy_draft.{'exported' if what == 'strategy' else 'annex'}",
        by=by,
        object_kind=DRAFT,
        object_id=draft.pk,
        office=draft.custodian_id,
        form=form,
        language=language,
    )
    return Made(content, MEDIA[form], f"{what}-{draft.strategy.reference}-{draft.number}-{language}.{form}")
