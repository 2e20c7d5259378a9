"""Making checkpoints: a signed note over the tree as it is now, for others to hold."""

from django.utils import timezone

from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger import actions, notes, origin
from sanad.ledger.head import grown_head
from sanad.ledger.models import Checkpoint
from sanad.ledger.sequencing import Sequencer, sequence


def make(*, by: actions.Doer | None = None) -> Checkpoint:
    """Number what waits, sign the tree, keep the note. The deed of it stands in the tree of the next checkpoint."""
    sequence(everything=True)
    now = timezone.now().replace(microsecond=0)
    try:
        with grown_head() as head:
            said = notes.Checkpoint(origin.origin_key().origin, head.size, head.root(), now)
    except notes.NotANote:
        raise OutOfOrder.one(
            "ledger_head_changed",
            N_("The newest head of the ledger is not as this site signed it: “sanad verify” says more."),
        ) from None
    return actions.keep_checkpoint(origin.signed(said), size=said.size, root=said.root, at=now, by=by or Sequencer())
