"""The embedded PostgreSQL: server binaries from a wheel, life and death of the server by us.

Owns folders, start, join and stop of the server on one machine, and the database roles. Leaves tables,
grants on them and row security to the migrations. The wheel's own launcher is not used: it trusts every
local user, opens every parent folder to all and believes stale process numbers.
"""

from sanad.config.engine.cluster import EmbeddedPostgres
from sanad.config.engine.folders import EngineError

__all__ = ["EmbeddedPostgres", "EngineError"]
