"""A log line names no person."""

import io
import logging

import pytest

from sanad.config.logs import LONGEST, NamelessFormatter, cleaned


def test_an_exception_is_logged_without_what_it_says():
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(NamelessFormatter())
    logger = logging.Logger("sanad.test")
    logger.addHandler(handler)
    try:
        try:
            int("Gulalai of Bannu")
        except ValueError as error:
            raise KeyError("her name") from error
    except KeyError:
        logger.exception("import failed")
    text = out.getvalue()
    assert "import failed" in text
    assert "builtins.KeyError" in text
    assert "builtins.ValueError" in text
    assert "test_logs.py" in text
    assert "Gulalai" not in text
    assert "her name" not in text


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("no such person: 17301-1234567-1 at the desk", "no such person: … at the desk"),
        ("۱۷۳۰۱۱۲۳۴۵۶۷۱", "…"),
        ("call 0300 1234567 back", "call … back"),
        ("Internal Server Error: /events/?q=Gul+Bibi&page=2", "Internal Server Error: /events/…"),
        ("/link/eyJmIjoxMjN9:1tQv3a:dHJ5IG1lIGlmIHlvdSBjYW4/", "/link/…/"),
        ("session 4k2j5h6g7f8d9s0a1q2w3e4r5t6y7u8i of nobody", "session … of nobody"),
        (
            "report 01890000-0000-7000-8000-000000000001 is stored",
            "report 01890000-0000-7000-8000-000000000001 is stored",
        ),
        ("stored 1200 rows in 3.5 s", "stored 1200 rows in 3.5 s"),
        (
            "sanad.violations.actions.batches: KP-2026-9JT7ZE6N3T",
            "sanad.violations.actions.batches: KP-2026-9JT7ZE6N3T",
        ),
    ],
)
def test_numbers_of_people_tokens_and_queries_are_cut_out(said, written):
    assert cleaned(said) == written


@pytest.mark.parametrize(
    "said", ["report 01890000-0000-7000-8000-000000000001 is stored", "sanad.violations.actions: KP-2026-9JT7ZE6N3T"]
)
def test_numbers_of_rows_and_references_stay(said):
    assert cleaned(said) == said


@pytest.mark.parametrize("mark", ["\n", "\r", "\x1b", "\u2028", "\u202e", "\x00", "\x85"])
def test_nobody_writes_a_line_of_their_own_or_turns_one_round(mark):
    line = cleaned(f"Not Found: /a{mark}2026-01-01 ERROR all is lost")
    assert mark not in line
    assert line.startswith("Not Found: /a\\x")


def test_a_line_has_an_end():
    assert len(cleaned("word " * LONGEST)) == LONGEST + 1


def test_the_message_is_cleaned_whoever_logs_it():
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(NamelessFormatter())
    logger = logging.Logger("gunicorn.error")
    logger.addHandler(handler)
    logger.warning("Invalid request from %s: %s", "10.0.0.7", "/people/?name=Gul\nERROR x")
    assert out.getvalue().count("\n") == 1
    assert "Gul" not in out.getvalue()
