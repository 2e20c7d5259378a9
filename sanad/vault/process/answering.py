"""What can be asked of the vault process, and how an answer or a refusal is said."""

import logging
from collections.abc import Callable

from sanad.kit.refusals import Refused
from sanad.vault.messages import VERSION, Message
from sanad.vault.process import (
    escrow,
    looking,
    making,
    name_checking,
    name_matching,
    name_search,
    rotating,
    showing,
    unlocking,
)
from sanad.vault.process.state import Vault

ANSWERS: dict[str, Callable[[Vault, Message], Message]] = {
    "open": looking.open_values,
    "original": looking.open_original,
    "begin matching": looking.begin_matching,
    "begin comparing": name_matching.begin_comparing,
    "names to compare": name_matching.names_to_compare,
    "end comparing": name_matching.end_comparing,
    "generate": making.generate,
    "state": showing.state,
    "enrol": unlocking.enrol,
    "unlock": unlocking.unlock,
    "lock": unlocking.lock,
    "leave": unlocking.leave,
    "rotate": rotating.rotate,
    "new party": escrow.new_party,
    "wrap": escrow.wrap_open,
    "remove party": escrow.remove_party,
    "recover": escrow.recover,
    "names": name_search.find_names,
    "named": name_checking.named_in_text,
}

log = logging.getLogger(__name__)


def answer(vault: Vault, asked: Message) -> Message:
    """The answer to a message; a refusal is an answer, and so is a failure, of which only the kind is said."""
    if asked.get("version") != VERSION:
        return {"failed": "version"}
    asking = ANSWERS.get(str(asked.get("ask")))
    if asking is None:
        return {"failed": "unknown"}
    try:
        return asking(vault, asked)
    except Refused as refused:
        return {"refused": said(refused)}
    except Exception as error:  # whatever it is, the process lives on, and nothing of the text may leave it
        log.exception("the vault could not answer %r", asked.get("ask"))
        return {"failed": type(error).__name__}


def said(refused: Refused) -> Message:
    """A refusal as it goes over the line; it is put into the reader's language on the other side."""
    return {
        "kind": type(refused).__name__,
        "reasons": [
            {"code": r.code, "sentence": r.sentence, "params": dict(r.params), "field": r.field}
            for r in refused.reasons
        ],
    }
