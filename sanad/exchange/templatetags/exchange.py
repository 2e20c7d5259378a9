"""Reasons in the reader's language."""

from django import template

from sanad.kit.refusals import Reason
from sanad.web.refusals import say

register = template.Library()


@register.filter
def said_in_full(reason: Reason) -> str:
    """A reason as a sentence."""
    return say(reason)
