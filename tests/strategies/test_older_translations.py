"""A clause changed in one language and not in the other says so, on its page and in what leaves the house."""

import io

import docx
import openpyxl
import pytest
from django.urls import reverse
from django.utils import translation

from sanad.strategies import actions
from sanad.strategies.actions.files import draft_file
from sanad.strategies.queries import older_clauses, older_planned, planned_of
from sanad.strategies.rules.translating import Said, older_language
from sanad.strategies.rules.understanding import understand
from sanad.strategies.word.reading import read_word

URDU = "صوبہ تشدد کے خلاف قانون بنائے گا۔"
SENTENCE = "The translation is older than the text: the English was changed, the Urdu was not."


@pytest.mark.parametrize(
    ("drafts", "older"),
    [
        ("A- A- B-", ""),  # said in one language only
        ("Aa", ""),
        ("A- Aa", ""),  # translated later
        ("Aa Ba", "ur"),
        ("Aa Ab", "en"),
        ("Aa Ba Ba", "ur"),  # carried over as it was
        ("Aa Ba Ca", "ur"),
        ("Aa Ba Bb", ""),  # translated in the draft after
        ("Aa Bb", ""),
        ("Aa Ab Bb", ""),
        ("Aa Ab Ba", ""),  # both changed
        ("Aa Ba B- Bb", ""),  # taken out and translated anew
    ],
)
def test_which_language_is_older(drafts, older):
    said = [Said(*(word.replace("-", "") for word in one)) for one in drafts.split()]
    assert older_language(said) == older


@pytest.fixture
def reworded(story):
    """A draft whose English of 1.1 was changed after its Urdu was written; 2.1 was translated for the first time."""
    first = actions.next_draft(story.draft, by=story.by)
    clause = story.clause("1.1", first)
    actions.reword_clause(clause, {"text_ur": URDU}, seen=clause.version, by=story.by)
    actions.circulate(first, by=story.by)
    second = actions.next_draft(first, by=story.by)
    for number, said in (("1.1", {"text_en": "The province adopts a law."}), ("2.1", {"text_ur": "پناہ گاہیں"})):
        clause = story.clause(number, second)
        actions.reword_clause(clause, said, seen=clause.version, by=story.by)
    return first, second


@pytest.mark.django_db
def test_the_page_and_every_file_say_which_translation_is_older(client, story, reworded):
    first, second = reworded
    client.force_login(_user(story.by))
    where = reverse("strategies:draft", args=[story.strategy.reference, second.number])
    page = client.get(where).text
    assert page.count(SENTENCE) == 1 and "?older=on" in page
    narrowed = client.get(f"{where}?older=on").text
    assert "The province adopts a law." in narrowed and "Shelters" not in narrowed
    assert SENTENCE not in client.get(where.replace(f"/{second.number}/", f"/{first.number}/")).text
    assert older_clauses(second) == {story.clause("1.1", second).identity: "ur"}
    line = f"1.1 – {SENTENCE}"
    files = {form: draft_file(second, form, language="en", by=story.by).content for form in ("docx", "xlsx", "pdf")}
    written = [one.text for one in docx.Document(io.BytesIO(files["docx"])).paragraphs]
    assert written.index("Still open") < written.index(line)
    read = understand(read_word(io.BytesIO(files["docx"]))).clauses
    assert not any("older" in clause.text for clause in read)  # what we wrote besides is no clause
    sheet = openpyxl.load_workbook(io.BytesIO(files["xlsx"]))["Still open"]
    assert line in [row[0].value for row in sheet.iter_rows()]
    assert len(files["pdf"]) > len(draft_file(first, "pdf", language="en", by=story.by).content)
    with translation.override("ur"):
        assert draft_file(second, "pdf", language="ur", by=story.by).content.startswith(b"%PDF")


@pytest.mark.django_db
def test_a_translation_brought_up_to_date_is_no_longer_older(story, reworded):
    _first, second = reworded
    clause = story.clause("1.1", second)
    actions.reword_clause(clause, {"text_ur": "صوبہ قانون بنائے گا۔"}, seen=clause.version, by=story.by)
    assert older_clauses(second) == {}


@pytest.mark.django_db
def test_rows_of_the_action_table_grow_older_too(client, story):
    second = actions.next_draft(story.draft, by=story.by)
    row = planned_of(second).get(words_en="Draft a bill")
    actions.reword_action(row, {"words_ur": "بل کا مسودہ بنائیں"}, seen=row.version, by=story.by)
    actions.circulate(second, by=story.by)
    third = actions.next_draft(second, by=story.by)
    row = planned_of(third).get(words_en="Draft a bill")
    actions.reword_action(row, {"words_ur": "نئے بل کا مسودہ"}, seen=row.version, by=story.by)
    assert older_planned(third) == {row.identity: "en"}
    client.force_login(_user(story.by))
    page = client.get(reverse("strategies:planned", args=[story.strategy.reference, third.number])).text
    assert "the Urdu was changed, the English was not" in page


def _user(reader):
    from sanad.accounts.models import User

    return User.objects.get(pk=reader.user_id)
