"""The scope of a reader, for requests, commands and jobs: `with scoped(reader): ...`."""

from sanad.ledger.scope import scoped

__all__ = ["scoped"]
