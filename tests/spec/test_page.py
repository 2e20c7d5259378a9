"""The page about counting is printed from the rules and cannot fall behind them."""

from pathlib import Path

from tests.spec import print_counting


def test_the_page_about_counting_is_up_to_date():
    written = Path("docs/counting.md").read_text()
    assert written == print_counting.page(), "run: python -m tests.spec.print_counting > docs/counting.md"
