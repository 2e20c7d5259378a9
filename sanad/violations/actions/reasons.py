"""The reason that every judgement, and every taking back, is given."""

from sanad.kit.refusals import N_, Incomplete

LONGEST = 500


def reason(why: str) -> str:
    """The reason without its margins; refused where there is none, or more than is kept."""
    why = why.strip()
    if not why:
        raise Incomplete.one("reason_missing", N_("Write why: a judgement without a reason is not kept."), field="why")
    if len(why) > LONGEST:
        raise Incomplete.one(
            "reason_too_long", N_("The reason is longer than %(longest)s characters."), field="why", longest=LONGEST
        )
    return why
