"""Template tags: what the reader may do."""

from django import template
from django.utils.translation import gettext

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import Reader
from sanad.accounts.roles import SENTENCES

register = template.Library()


@register.filter
def may(reader: Reader, permission: str) -> bool:
    """`{% if request.reader|may:"report.record" %}`; a misspelt permission is an error, not a no."""
    return Permission(permission) in reader.permissions


@register.simple_tag
def permission_sentences(reader: Reader) -> list[str]:
    """What the reader may do, in sentences."""
    return [gettext(sentence) for permission, sentence in SENTENCES.items() if permission in reader.permissions]
