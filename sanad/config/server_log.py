"""The log of the web server itself: no line per request, and the same formatter as everywhere."""

from typing import Any

from gunicorn.glogging import Logger

from sanad.config.logs import NamelessFormatter


class ServerLog(Logger):
    """Given to gunicorn by name (`serving`)."""

    def setup(self, cfg: Any) -> None:  # Any: gunicorn has no types
        """Whatever the server complains of goes through our formatter: it quotes the address of a request."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(NamelessFormatter())

    def access(self, resp: Any, req: Any, environ: Any, request_time: Any) -> None:  # Any: gunicorn has no types
        """Who looked at what is a deed where it matters, and nobody's business elsewhere."""
