"""Word files: what is understood of them, and that what goes out comes back the same."""

import copy
import io
import zipfile

import docx
import pytest
from django.utils import translation
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from sanad.kit.refusals import Refused
from sanad.strategies.rules.blocks import Answers, Block, answers_from, block_from
from sanad.strategies.rules.content import COLUMNS, Content, Line, Planned
from sanad.strategies.rules.understanding import understand
from sanad.strategies.word.reading import read_word
from sanad.strategies.word.writing import write_word

HEADS = ["Thematic area", "Outcome", "Action", "Responsible agency", "Timeline"]
URDU_HEADS = ["موضوعاتی شعبہ", "متوقع نتیجہ", "اقدام", "ذمہ دار ادارہ", "مدت"]


def packed(document) -> io.BytesIO:
    out = io.BytesIO()
    document.save(out)
    out.seek(0)
    return out


def table(document, *rows):
    made = document.add_table(rows=len(rows), cols=len(rows[0]))
    for place, row in enumerate(rows):
        for cell, text in zip(made.rows[place].cells, row, strict=True):
            cell.text = text
    return made


def styled():
    document = docx.Document()
    document.add_heading("Human Rights Strategy", 0)
    document.add_heading("1. Policy and Law", 1)
    document.add_paragraph("The province adopts a law.")
    document.add_paragraph("1.1 Rules are made within a year.")
    document.add_paragraph("(a) for police")
    document.add_paragraph("(i) in stations")
    document.add_paragraph("(b) for schools")
    document.add_heading("Women and children", 1)
    document.add_paragraph("3.5 million people live here.")
    table(
        document,
        HEADS,
        ["Policy and Law", "Laws are good", "Draft a bill", "Law Department", "2027"],
        ["", "", "Print it", "Printing", "2028"],
        ["Women and children", "Safe homes", "Open shelters", "Social Welfare", "2027"],
    )
    return document


def shape(understood):
    return [(one.kind, one.depth, one.number, one.heading, one.text) for one in understood.clauses]


def test_headings_and_numbers_become_clauses():
    understood = understand(read_word(packed(styled())))
    assert understood.title == "Human Rights Strategy"
    assert shape(understood) == [
        ("theme", 1, "1", "Policy and Law", "The province adopts a law."),
        ("clause", 2, "1.1", "", "Rules are made within a year."),
        ("clause", 3, "(a)", "", "for police"),
        ("clause", 4, "(i)", "", "in stations"),
        ("clause", 3, "(b)", "", "for schools"),
        ("outcome", 2, "", "Laws are good", ""),
        ("theme", 1, "", "Women and children", "3.5 million people live here."),
        ("outcome", 2, "", "Safe homes", ""),
    ]


def test_the_action_table_becomes_actions():
    actions = understand(read_word(packed(styled()))).actions
    assert [(one.theme.heading, one.outcome.heading, one.row.get("words"), one.row.carried) for one in actions] == [
        ("Policy and Law", "Laws are good", "Draft a bill", False),
        ("Policy and Law", "Laws are good", "Print it", True),
        ("Women and children", "Safe homes", "Open shelters", False),
    ]


def test_a_figure_in_a_sentence_is_asked_about_and_is_no_number():
    understood = understand(read_word(packed(styled())))
    assert [(doubt.text, doubt.taken_as, doubt.why) for doubt in understood.doubts] == [
        ("3.5 million people live here.", "text", "number_in_text")
    ]
    line = understood.doubts[0].line
    answered = understand(read_word(packed(styled())), Answers(lines={line: "clause"}))
    assert ("clause", 2, "3.5", "", "million people live here.") in shape(answered)


def test_numbers_by_hand_in_urdu_make_clauses_without_headings():
    document = docx.Document()
    for text in ("۱۔ قانون", "۱۔۱ قواعد بنائے جائیں گے", "(الف) پولیس کے لیے", "(ب) اسکولوں کے لیے", "۳۔۲ تربیت"):
        document.add_paragraph(text)
    understood = understand(read_word(packed(document)))
    assert understood.no_headings and understood.manner == "numbers"
    assert [(one.number, one.depth) for one in understood.clauses] == [
        ("1", 1), ("1.1", 2), ("(الف)", 3), ("(ب)", 3), ("3.2", 2),
    ]  # fmt: skip


def test_a_file_without_headings_or_numbers_is_one_clause_per_paragraph_and_asks():
    document = docx.Document()
    document.add_paragraph().add_run("Policy").bold = True
    document.add_paragraph("All people are equal.")
    document.add_paragraph("Laws are reviewed.")
    understood = understand(read_word(packed(document)))
    assert understood.manner == "paragraphs" and understood.no_headings
    assert [doubt.why for doubt in understood.doubts] == ["bold"]
    assert [(one.heading, one.text) for one in understood.clauses] == [
        ("Policy", ""), ("", "All people are equal."), ("", "Laws are reviewed."),
    ]  # fmt: skip


def tracked():
    document = docx.Document()
    document.add_heading("1. Policy", 1)
    paragraph = document.add_paragraph("The law ")._p
    for name, word, tag in (("w:del", "may", "w:delText"), ("w:ins", "shall", "w:t")):
        change, run, text = OxmlElement(name), OxmlElement("w:r"), OxmlElement(tag)
        text.text = word
        run.append(text)
        change.append(run)
        paragraph.append(change)
    return document


def test_tracked_changes_are_read_both_ways():
    blocks = read_word(packed(tracked()))
    assert understand(blocks).clauses[0].text == "The law shall"
    assert understand(blocks, Answers(changes="before")).clauses[0].text == "The law may"
    assert [note.code for note in understand(blocks).notes] == ["word.tracked"]


def test_tracked_rows_keep_every_row_its_own_identity():
    """A row put in above and one taken out below: read before or after, each action stays the one that it was."""
    first = Content("S", "en", "", (Line("0" * 32, "theme", 1, "1", "Policy", ""),), planned("One", "Two"))
    document = docx.Document(io.BytesIO(write_word(first)))
    rows = document.tables[0]._tbl.tr_lst
    new = copy.deepcopy(rows[1])
    for start in new.xpath(".//w:bookmarkStart | .//w:bookmarkEnd"):
        start.getparent().remove(start)
    for text in new.xpath(".//w:t[. = 'One']"):
        text.text = "Zero"
    for row, tag in ((new, "w:ins"), (rows[2], "w:del")):
        row.get_or_add_trPr().append(OxmlElement(tag))
    rows[1].addprevious(new)
    blocks = read_word(packed(document))
    said = {how: understand(blocks, Answers(changes=how)).actions for how in ("after", "before")}
    found = {how: [(one.row.get("words"), one.row.mark) for one in actions] for how, actions in said.items()}
    assert found == {"after": [("Zero", ""), ("One", "1" * 32)], "before": [("One", "1" * 32), ("Two", "2" * 32)]}
    assert [block_from(block.plain()) for block in blocks] == blocks


def planned(*words: str) -> tuple[Planned, ...]:
    return tuple(
        Planned(str(place) * 32, "Policy", "", said, *[""] * (len(COLUMNS) - 3)) for place, said in enumerate(words, 1)
    )


def from_right_to_left(document):
    """As Word writes Urdu: paragraphs, runs and the table are marked, and the first column stands at the right."""
    for paragraph in document.element.body.iter(qn("w:p")):
        paragraph.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for run in paragraph.iter(qn("w:r")):
            run.get_or_add_rPr().append(OxmlElement("w:rtl"))
    for one in document.element.body.iter(qn("w:tblPr")):
        one.append(OxmlElement("w:bidiVisual"))
    return document


def test_a_file_that_runs_from_right_to_left_is_understood():
    document = docx.Document()
    document.add_heading("۱۔ پالیسی اور قانون", 1)
    document.add_paragraph("۱۔۱ صوبہ قانون بنائے گا۔")
    document.add_paragraph("۱.۱.۲ قواعد بنائے جائیں گے۔")
    document.add_paragraph("(الف) پولیس کے لیے")
    table(document, URDU_HEADS, ["پالیسی اور قانون", "اچھے قوانین", "مسودۂ قانون", "محکمۂ قانون", "۲۰۲۷"])
    understood = understand(read_word(packed(from_right_to_left(document))))
    assert shape(understood) == [
        ("theme", 1, "1", "پالیسی اور قانون", ""),
        ("clause", 2, "1.1", "", "صوبہ قانون بنائے گا۔"),
        ("clause", 3, "1.1.2", "", "قواعد بنائے جائیں گے۔"),
        ("clause", 4, "(الف)", "", "پولیس کے لیے"),
        ("outcome", 2, "", "اچھے قوانین", ""),
    ]
    (action,) = understood.actions
    assert (action.row.get("words"), action.row.get("agency")) == ("مسودۂ قانون", "محکمۂ قانون")


def test_merged_cells_hold_for_every_row_that_they_span():
    document = docx.Document()
    made = table(document, HEADS, ["Policy", "O", "One", "A", "1"], ["", "", "Two", "B", "2"], ["x"] * 5)
    made.cell(1, 0).merge(made.cell(2, 0))
    band = made.cell(3, 0).merge(made.cell(3, 4))
    band.text = "Women"
    table(document, ["", "O2", "Three", "C", "3"])
    understood = understand(read_word(packed(document)))
    assert [(one.theme.heading, one.row.get("words")) for one in understood.actions] == [
        ("Policy", "One"), ("Policy", "Two"), ("Women", "Three"),
    ]  # fmt: skip
    assert "word.merged" in [note.code for note in understood.notes]


def test_lists_that_word_counts_keep_their_numbers():
    document = docx.Document()
    document.add_heading("Policy", 1)
    for text in ("Rules", "Training"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("A bullet", style="List Bullet")
    assert shape(understand(read_word(packed(document))))[1:] == [
        ("clause", 2, "1", "", "Rules"),
        ("clause", 2, "2", "", "Training\n• A bullet"),
    ]


def content(understood, language) -> Content:
    lines = tuple(
        Line(one.mark or f"{place:032x}", one.kind, one.depth, one.number, one.heading, one.text)
        for place, one in enumerate(understood.clauses)
    )
    planned = tuple(
        Planned(
            one.row.mark or f"{place + 900:032x}",
            one.theme.heading if one.theme else "",
            one.outcome.heading if one.outcome else "",
            *(one.row.get(name) for name in COLUMNS[2:]),
        )
        for place, one in enumerate(understood.actions)
    )
    return Content(understood.title, language, "office", lines, planned, "invented")


@pytest.mark.parametrize("language", ["en", "ur"])
def test_what_is_written_out_comes_back_the_same(language):
    first = content(understand(read_word(packed(styled()))), language)
    with translation.override(language):
        once = write_word(first)
        again = content(understand(read_word(io.BytesIO(once))), language)
        twice = write_word(again)
    assert again == first
    assert _body(twice) == _body(once)


def _body(packed_file: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(packed_file)) as archive:
        return archive.read("word/document.xml")


def test_an_urdu_file_runs_from_right_to_left():
    with translation.override("ur"):
        written = write_word(Content("حکمتِ عملی", "ur", "", (Line("0" * 32, "clause", 1, "1", "", "متن"),), ()))
    body = _body(written)
    assert b"<w:rtl/>" in body and b"<w:bidi/>" in body
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert b"Noto Naskh Arabic" in archive.read("word/styles.xml")


def test_what_no_word_file_can_hold_is_left_out():
    written = write_word(Content("A\x0b", "en", "", (Line("0" * 32, "clause", 1, "1", "", "pasted\x0ctext"),), ()))
    assert understand(read_word(io.BytesIO(written))).clauses[0].text == "pastedtext"


def test_blocks_and_answers_are_kept_as_json():
    block = Block("a", "b", 2, rows=(("x", "y"),), marks=("0",))
    assert block_from(block.plain()) == block
    answers = Answers("before", "numbers", {3: "leave"})
    assert answers_from(answers.plain()) == answers


def bomb(part: bytes, name: str = "word/document.xml") -> io.BytesIO:
    out = packed(styled())
    made = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            new.writestr(one, part if one == name else old.read(one))
    made.seek(0)
    return made


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (io.BytesIO(b""), "word.empty"),
        (io.BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600), "word.old"),
        (io.BytesIO(b"%PDF-1.7 and so on"), "word.other"),
        (io.BytesIO(b"PK\x03\x04 and then nothing"), "word.damaged"),
        (bomb(b"<w:document" + b" " * (49 * 2**20) + b"/>"), "word.bomb"),
        (bomb(b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "word.entities"),
        (bomb('<?xml version="1.0"?><x/>'.encode("utf-16")), "word.entities"),
        (bomb(b"<w:document>"), "word.damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)
def test_what_is_no_honest_word_file_is_refused(file, code):
    with pytest.raises(Refused) as refused:
        read_word(file)
    assert [reason.code for reason in refused.value.reasons] == [code]


def test_two_hundred_pages_are_understood():
    document = docx.Document()
    for chapter in range(1, 41):
        document.add_heading(f"{chapter}. Chapter", 1)
        for part in range(1, 11):
            document.add_paragraph(f"{chapter}.{part} The department acts. " + "Words of the clause. " * 20)
    table(document, HEADS, *([f"Chapter {n % 40}", "Outcome", f"Action {n}", "Home", "2027"] for n in range(600)))
    understood = understand(read_word(packed(document)))
    assert len([one for one in understood.clauses if one.text]) == 400
    assert len(understood.actions) == 600


def test_a_paragraph_of_a_content_control_is_read():
    document = docx.Document()
    document.add_heading("1. Policy", 1)
    control, inner = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    paragraph = document.add_paragraph("Within a control")._p
    control.append(inner)
    paragraph.getparent().replace(paragraph, control)
    inner.append(paragraph)
    assert control.tag == qn("w:sdt")
    assert understand(read_word(packed(document))).clauses[0].text == "Within a control"
