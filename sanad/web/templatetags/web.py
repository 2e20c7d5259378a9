"""Tags of the page itself: which site this is, the menu, form fields, addresses with filters."""

from django import template
from django.conf import settings
from django.shortcuts import resolve_url
from django.template.base import Node, NodeList, Parser, Token
from django.utils.safestring import mark_safe

import sanad
from sanad.web import navigation

register = template.Library()


class CapturedNode(Node):
    """Keeps what stands between the tags under a name, so that a block can be used twice."""

    def __init__(self, nodelist: NodeList, name: str) -> None:
        self.nodelist = nodelist
        self.name = name

    def render(self, context: template.Context) -> str:
        context[self.name] = mark_safe(self.nodelist.render(context).strip())
        return ""


@register.tag
def captured(parser: Parser, token: Token) -> CapturedNode:
    """`{% captured as name %}…{% endcaptured %}`"""
    _, word, name = token.split_contents()
    if word != "as":
        raise template.TemplateSyntaxError("write: {% captured as name %}")
    nodelist = parser.parse(("endcaptured",))
    parser.delete_first_token()
    return CapturedNode(nodelist, name)


@register.simple_tag
def is_demo() -> bool:
    """Whether everything on this site is invented."""
    return bool(getattr(settings, "IS_DEMO", False))


@register.simple_tag
def version() -> str:
    """The version of the software, for the foot of the page."""
    return getattr(sanad, "__version__", "")


@register.simple_tag(takes_context=True)
def menu(context: template.Context, group: str = navigation.MAIN) -> list[dict[str, object]]:
    """The menu entries that this reader may use: label, address, and whether we are there."""
    request = context.get("request")
    reader = getattr(request, "reader", None)
    if reader is None or getattr(reader, "user_id", None) is None:
        return []
    here = request.path
    entries = [
        {"label": entry.label, "address": address}
        for entry in navigation.entries_for(reader.permissions, group)
        if (address := entry.address())
    ]
    under = [e for e in entries if here == e["address"] or (e["address"] != "/" and here.startswith(e["address"]))]
    current = max(under, key=lambda e: len(e["address"]), default=None)
    return [{**entry, "current": entry is current} for entry in entries]


@register.simple_tag
def sign_out_address() -> str:
    """Where the sign-out form posts to; the accounts package owns the page."""
    return resolve_url(settings.LOGOUT_URL)
