"""One database under several roles: only the owner's own connection may change it."""


class OneDatabase:
    """The aliases `vault` and `snapshot` are the same database as `default`; migrations run on `default` only."""

    def allow_migrate(self, db: str, app_label: str, **hints: object) -> bool:
        """Whether a migration may run on this alias."""
        return db == "default"

    def allow_relation(self, one: object, other: object, **hints: object) -> bool:
        """Rows read under one role may point to rows read under another."""
        return True
