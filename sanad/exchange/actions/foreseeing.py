"""What a batch would do, without doing it: which reports are new, which would be revised, which are unchanged."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sanad.accounts.readers import Reader
from sanad.kit.chunks import batched
from sanad.violations import queries
from sanad.violations.actions.fingerprint import stated
from sanad.violations.actions.sealing import content_hasher
from sanad.violations.drafts import ReportDraft

AT_A_TIME = 2_000


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What storing these reports would do."""

    reports: int = 0
    revised: int = 0
    unchanged: int = 0


def foresee(drafts: Iterable[ReportDraft], *, by: Reader, origin: str) -> Foreseen:
    """Compare every report with what is there, by its id and its content."""
    assert by.office_id is not None
    hash_of, repeats = content_hasher(by.office_id), Counter[str]()
    seen: Counter[str] = Counter()
    for chunk in batched(drafts, AT_A_TIME):
        identified = []
        for draft in chunk:
            digest = hash_of(stated(draft))
            external = draft.external_id
            if not external:  # as `store_batch` names them
                content = digest.hex()[:32]
                repeats[content] += 1
                external = f"#{content}-{repeats[content]}"
            identified.append((external, digest))
        known = queries.known_reports(by.office_id, origin, [external for external, _ in identified])
        for external, digest in identified:
            if external not in known:
                seen["reports"] += 1
            else:
                seen["unchanged" if known[external].content_hash == digest else "revised"] += 1
    return Foreseen(seen["reports"], seen["revised"], seen["unchanged"])
