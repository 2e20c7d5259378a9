"""A log line names no person."""

import io
import logging

from sanad.config.logs import NamelessFormatter


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
