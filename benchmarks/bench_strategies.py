"""A strategy of 400 clauses and 600 actions: Word in, two drafts compared, its pages through the server."""

import copy
import io
from uuid import uuid4

from benchmarks.bench_lists import _let_in, _officer
from benchmarks.scratch import Result, stopwatch, timed

CLAUSES, ACTIONS, POINTS, RUNS = 400, 600, 2_000, 40
HEADS = ("Thematic area", "Outcome", "Action", "Responsible agency", "Timeline")
WORDS = "The department acts within the year, reports what was done and says what it could not do. " * 4


def main() -> list[Result]:
    """On the scratch site, as somebody who is signed in."""
    from django.test import Client
    from django.test.utils import setup_test_environment

    from sanad.accounts.readers import reader_for
    from sanad.accounts.scope import scoped

    setup_test_environment()
    user, client = _officer(), Client()
    _let_in(client, user)
    by = reader_for(user)
    with scoped(by):
        results, draft = _filled(by)
    sizes = f"{CLAUSES} + {ACTIONS}, {POINTS} points"
    for name, path in _pages(draft):

        def page(path: str = path) -> None:
            response = client.get(path)
            assert response.status_code == 200, (path, response.status_code)

        _middle, late = timed(page, RUNS)
        results.append(Result(f"strategy, {name}: p95 ms", sizes, f"{late:.0f}", "≤ 300", late <= 300))
    return results


def _filled(by: object) -> tuple[list[Result], object]:
    """Two drafts by Word file, points on the first; what reading and comparing took."""
    from sanad.strategies import actions
    from sanad.strategies.actions.asking import Asked
    from sanad.strategies.actions.noting import PointWords
    from sanad.strategies.actions.strategies import StrategyContent
    from sanad.strategies.presenting import compared
    from sanad.strategies.queries import clauses_of

    strategy = actions.new_strategy(StrategyContent("Strategy of the benchmark", ""), by=by)
    first, taken = _taken(strategy, "within", by)
    actions.circulate(first, by=by)
    invitation, _token = actions.invite(first, Asked("reader", name="Bench"), by=by)
    clauses = list(clauses_of(first))
    for number in range(POINTS):
        said = PointWords(f"Point {number}: say by when", clause=clauses[number % len(clauses)])
        actions.note_point(first, said, invitation=invitation, slip=uuid4(), by=by)
    second, again = _taken(strategy, "before the end of", by)
    with stopwatch() as seconds:
        page = compared.page(first, second)
        assert all(line.fields for line in page.lines)
        took = seconds()
    assert page.clauses["changed"] == CLAUSES, page.clauses
    size = f"{CLAUSES} + {ACTIONS}"
    return [
        Result("Word file of 200 pages into the first draft: s", size, f"{taken:.1f}", "≤ 10", taken <= 10),
        Result("Word file of 200 pages as the next draft: s", size, f"{again:.1f}", "≤ 10", again <= 10),
        Result("compare of two drafts, every clause changed: s", size, f"{took:.2f}", "≤ 1", took <= 1),
    ], second


def _taken(strategy: object, words: str, by: object) -> tuple[object, float]:
    from sanad.strategies import actions

    file = _word_file(words)
    with stopwatch() as seconds:
        read = actions.read_word_file(strategy, file, name="bench.docx", size=1, language="en", by=by)
        return actions.take_word(read, by=by), seconds()


def _word_file(words: str) -> io.BytesIO:
    import docx

    document = docx.Document()
    for chapter in range(1, 41):
        document.add_heading(f"{chapter}. Chapter {chapter}", 1)
        for part in range(1, CLAUSES // 40 + 1):
            document.add_paragraph(f"{chapter}.{part} {WORDS.replace('within', words)} ({chapter}.{part})")
    table = document.add_table(rows=1, cols=len(HEADS))._tbl
    row = table.tr_lst[0]
    actions = ((f"Chapter {n % 40 + 1}", "Outcome", f"Action {n}: {words}", "Home", "2027") for n in range(ACTIONS))
    for values in (HEADS, *actions):
        made = copy.deepcopy(row)
        for cell, value in zip(made.tc_lst, values, strict=True):
            cell.p_lst[0].add_r().text = value
        table.append(made)
    table.remove(row)
    out = io.BytesIO()
    document.save(out)
    out.seek(0)
    return out


def _pages(draft: object) -> list[tuple[str, str]]:
    from django.urls import reverse

    ref, number = draft.strategy.reference, draft.number
    first = [ref, 1]
    return [
        ("its page", reverse("strategies:strategy", args=[ref])),
        ("clauses", reverse("strategies:draft", args=[ref, number])),
        ("action plan", reverse("strategies:planned", args=[ref, number])),
        ("comparison", reverse("strategies:compare", args=[ref, number])),
        ("points", reverse("strategies:points", args=first)),
        ("one answer", reverse("strategies:disposition", args=[*first, 7])),
        ("circulation", reverse("strategies:circulation", args=first)),
        ("workshops", reverse("strategies:consultation", args=first)),
    ]
