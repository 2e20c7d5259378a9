"""Numbers, dates and said text in templates: `{% load formats %}`.

{% number n %}  {{ n|number }}      {% range min best max %}
{% partial_date edtf %}  {{ edtf|partial_date }}      {{ day|day }}  {{ moment|moment }}
{{ name|said }}     a name or a text of a source, isolated from the direction of the page
"""

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sanad.web import formats

register = template.Library()

register.simple_tag(formats.number, name="number")
register.simple_tag(formats.percent, name="percent")
register.simple_tag(formats.count_range, name="range")
register.simple_tag(formats.partial_date, name="partial_date")
register.filter("number", formats.number)
register.filter("percent", formats.percent)
register.filter("partial_date", formats.partial_date)
register.filter("day", formats.day)
register.filter("moment", formats.moment)


@register.filter
def said(text: object) -> SafeString:
    """Text of a source or a name, in whichever direction it runs; nothing said is said as unknown."""
    if text is None or text == "":
        return format_html('<span class="unknown">{}</span>', _("unknown"))
    return format_html('<bdi dir="auto">{}</bdi>', conditional_escape(text))
