"""Recommendations: the list with both countings, one of them, writing one down."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import Reader
from sanad.codes import queries as codes
from sanad.commitments import actions
from sanad.commitments.fields import institution_names
from sanad.commitments.forms.recording import RecommendationForm
from sanad.commitments.models import Recommendation
from sanad.commitments.presenting.histories import history_of
from sanad.commitments.presenting.words import code_words, province_words, shown, title_of
from sanad.commitments.queries import actions_answering, clusters_visible_to, recommendations_visible_to
from sanad.commitments.queries.counting import both_counts, narrowed, sources_of
from sanad.commitments.queries.lit import lit_actions
from sanad.commitments.rules.asked import DIFFERING, NONE_STATED, POSITION_TITLES, By
from sanad.commitments.views.parts import keeping, reading, tabs
from sanad.kit.refusals import Refused
from sanad.places import queries as places
from sanad.web import keyset
from sanad.web.fields import Option, SelectField
from sanad.web.forms import add_refusal


class FilterForm(forms.Form):
    """The filters that are asked for most."""

    def __init__(self, *args: object, reader: Reader, **rest: object) -> None:
        super().__init__(*args, **rest)
        every = gettext_lazy("all")
        clusters = [Option(str(one.pk), one.name) for one in clusters_visible_to(reader)]
        positions = [Option(str(one), _(title)) for one, title in POSITION_TITLES.items()]
        stated = [*positions, Option(NONE_STATED, _("none was stated"))]
        provinces = [Option(_outside(one.id), places.place_label(one)) for one in places.provinces()]
        yes_no = [Option("yes", _("by an action")), Option("no", _("not yet"))]
        for name, label, options in (
            ("source", _("Document"), [Option(one, one) for one in sources_of(reader)]),
            ("kind", _("Who asked (kind)"), _of("asker_kind")),
            ("position", _("Position of the state"), stated),
            ("theme", _("Theme"), _of("theme")),
            ("group", _("Groups of people"), _of("group_of_people")),
            ("target", _("SDG targets"), _of("sdg_target")),
            ("province", _("Province"), provinces),
            ("cluster", _("Cluster of like recommendations"), clusters),
            ("answered", _("Answered"), yes_no),
        ):
            self.fields[name] = SelectField(label=label, options=options, empty=every, required=False)

    def where(self) -> list[str]:
        """The chosen filters as conditions."""
        return [f"{name}={value}" for name, value in self.cleaned_data.items() if value] if self.is_valid() else []


def _of(vocabulary: str) -> list[Option]:
    """The codes of a vocabulary; children stand below their parent, which lets them all through."""
    return [
        Option(one.slug, f"{'— ' if one.parent_id else ''}{codes.label(one)}") for one in codes.codes_of(vocabulary)
    ]


def _outside(place: int) -> str:
    return str(places.gazetteer().outside_code(places.gazetteer().by_id(place)))


@reading
@require_GET
def recommendations(request: HttpRequest) -> HttpResponse:
    """What was asked, counted by paragraph and by part."""
    form = FilterForm(request.GET, reader=request.reader)
    where = form.where() + [f"imported={one}" for one in request.GET.getlist("imported") if one]
    rows = narrowed(request.reader, where)
    counts = both_counts(rows)
    page = keyset.page(rows.distinct(), ("source", "paragraph", "letter", "id"), request.GET)
    themes = {one.pk: code_words("theme", one.themes) for one in page.rows}
    context = {
        "tabs": tabs(request),
        "form": form,
        "page": page,
        "rows": [(one, themes[one.pk]) for one in page.rows],
        "counts": _table(counts),
        "parts": sum(counts[By.PART].values()),
        "paragraphs": sum(counts[By.PARAGRAPH].values()),
    }
    return render(request, "commitments/recommendations.html", context)


def _table(counts: object) -> list[tuple[str, int, int]]:
    """Position, how many paragraphs, how many parts."""
    words = {str(one): _(title) for one, title in POSITION_TITLES.items()}
    words |= {NONE_STATED: _("none was stated"), DIFFERING: _("parts with different positions")}
    by_paragraph, by_part = counts[By.PARAGRAPH], counts[By.PART]  # type: ignore[index]
    return [
        (word, by_paragraph.get(key, 0), by_part.get(key, 0))
        for key, word in words.items()
        if by_paragraph.get(key) or by_part.get(key)
    ]


@reading
@require_GET
def one(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One recommendation, what answers it, and its history."""
    row = get_object_or_404(recommendations_visible_to(request.reader), pk=pk)
    answering = lit_actions(request.reader, actions_answering(request.reader, recommendation=pk))
    like = recommendations_visible_to(request.reader).filter(cluster=row.cluster_id).exclude(pk=pk)
    context = {
        "row": row,
        "facts": _facts(row),
        "answers": [(lit, title_of(lit.action), shown(lit.light, lit.reasons)) for lit in answering],
        "like": like[:30] if row.cluster_id else [],
        "history": history_of(request.reader, "recommendation", pk),
        "may_keep": _may_keep(request, row),
    }
    return render(request, "commitments/recommendation.html", context)


def _may_keep(request: HttpRequest, row: Recommendation) -> bool:
    return request.reader.may(Permission.COMMITMENT_KEEP) and row.custodian_id in request.reader.keeps


def _facts(row: Recommendation) -> list[tuple[str, object]]:
    supporting = ", ".join(institution_names(row.support).values())
    found = [
        (_("Who asked"), row.asked_by),
        (_("Kind"), codes.label(row.kind)),
        (_("Cycle or session"), row.cycle),
        (_("Document"), row.document),
        (_("Groups of people"), ", ".join(code_words("group_of_people", row.groups))),
        (_("Rights and articles"), "; ".join(code_words("right", row.rights))),
        (_("SDG targets"), "; ".join(code_words("sdg_target", row.targets))),
        (_("Who has to act"), row.get_responsibility_display() if row.responsibility else ""),
        (_("Provinces"), ", ".join(province_words(row.provinces))),
        (_("Lead institution"), row.lead.name if row.lead else ""),
        (_("Supporting institutions"), supporting),
        (_("Cluster of like recommendations"), row.cluster.name if row.cluster else ""),
        (_("Grade of the latest follow-up"), row.grade),
        (_("Kept by"), row.custodian.name),
    ]
    return [(label, value) for label, value in found if value]


@keeping
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write a recommendation down."""
    return _edited(request, None)


@keeping
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change what stands; the history keeps what was before."""
    mine = recommendations_visible_to(request.reader).filter(custodian_id__in=request.reader.keeps)
    return _edited(request, get_object_or_404(mine, pk=pk))


def _edited(request: HttpRequest, row: Recommendation | None) -> HttpResponse:
    form = RecommendationForm(
        request.POST or None, initial=RecommendationForm.shown(row) if row else {"language": "en"}
    )
    if form.is_valid():
        try:
            kept = actions.record_recommendation(form.values(), by=request.reader, changing=row)
            actions.put_in_cluster(kept, form.cleaned_data["cluster"], by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The recommendation is written down."))
            return redirect("commitments:recommendation", kept.pk)
    return render(request, "commitments/recommendation_form.html", {"form": form, "row": row})
