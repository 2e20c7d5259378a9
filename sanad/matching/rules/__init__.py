"""Judgement of matching: what is proposed, what the machine links by itself, what is learned. No Django."""

from sanad.matching.rules.learning import Label, learned
from sanad.matching.rules.proposing import PROPOSED, may_link, worth_proposing

__all__ = ["PROPOSED", "Label", "learned", "may_link", "worth_proposing"]
