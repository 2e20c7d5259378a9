"""Tags of the page itself: which site this is, the menu, form fields, addresses with filters."""

from django import template
from django.conf import settings
from django.contrib.messages.storage.base import Message
from django.forms import BaseForm, BoundField, CheckboxInput
from django.shortcuts import resolve_url
from django.template.base import Node, NodeList, Parser, Token
from django.utils.safestring import mark_safe
from django.utils.translation import pgettext_lazy

import sanad
from sanad.web import filters, forms, navigation, undo
from sanad.web.components import Chip

register = template.Library()

STATES = {
    "new": {"word": pgettext_lazy("state", "new"), "sign": "○", "kind": ""},
    "under_review": {"word": pgettext_lazy("state", "under review"), "sign": "◔", "kind": "calm"},
    "verified": {"word": pgettext_lazy("state", "verified"), "sign": "✓", "kind": "good"},
    "inconclusive": {"word": pgettext_lazy("state", "inconclusive"), "sign": "?", "kind": "care"},
    "rejected": {"word": pgettext_lazy("state", "rejected"), "sign": "✕", "kind": "bad"},
    "mixed": {"word": pgettext_lazy("state", "judged in part"), "sign": "◑", "kind": "calm"},
    "none": {"word": pgettext_lazy("state", "no violation"), "sign": "–", "kind": ""},
    "withdrawn": {"word": pgettext_lazy("state", "withdrawn: entered in error"), "sign": "–", "kind": "bad"},
}


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
def undo_of(message: Message) -> undo.Undo | None:
    """The way back that a message carries."""
    return undo.undo_of(message)


@register.simple_tag
def is_demo() -> bool:
    """Whether everything on this site is invented."""
    return getattr(settings, "SITE_KIND", "") == "demo"


@register.simple_tag
def version() -> str:
    """The version of the software, for the foot of the page."""
    return getattr(sanad, "__version__", "")


@register.simple_tag(takes_context=True)
def sections(context: template.Context) -> list[dict[str, object]]:
    """The main menu: the entries of each section, its word, and whether we are in it. One entry stands alone."""
    found = []
    for group, label in navigation.SECTIONS:
        entries = menu(context, group)
        if entries:
            found.append(
                {
                    "label": label if len(entries) > 1 else "",
                    "entries": entries,
                    "current": any(entry["current"] for entry in entries),
                }
            )
    return found


@register.simple_tag(takes_context=True)
def menu(context: template.Context, group: str = navigation.MAIN) -> list[dict[str, object]]:
    """The menu entries that this reader may use: label, address, and whether we are there."""
    request = context.get("request")
    reader = getattr(request, "reader", None)
    if reader is None or getattr(reader, "user_id", None) is None or getattr(request, "entering", None) is not None:
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


@register.inclusion_tag("web/field.html")
def field(bound: BoundField, label: str = "", mark: bool = True) -> dict[str, object]:
    """One field of a form: label, help, error, input; tied together for screen readers.

    `mark=False` leaves out the word that says a field is needed (filters, one-field forms).
    """
    widget = bound.field.widget
    classes = f"{widget.attrs.get('class', '')} {forms.widget_class(widget)}".strip()
    return {
        "field": bound,
        "label": label or bound.label,
        "input": bound.as_widget(attrs={"class": classes} if classes else None),
        "is_check": isinstance(widget, CheckboxInput),
        "in_fieldset": bound.use_fieldset,
        "is_hidden": bound.is_hidden,
        "needed": mark and bound.field.required and not isinstance(widget, CheckboxInput),
    }


@register.simple_tag(takes_context=True)
def chips(context: template.Context, form: BaseForm) -> list[Chip]:
    """The filters of a GET form that are on."""
    return filters.chips(form, context["request"].GET)


@register.inclusion_tag("web/state.html")
def state(code: str) -> dict[str, object]:
    """The state of a judgement as a badge: `{% state "verified" %}`."""
    return STATES.get(code, {"word": code, "sign": "", "kind": ""})
