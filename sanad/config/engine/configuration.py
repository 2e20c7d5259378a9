"""What the embedded server is told: local sockets only, no statement in any log, checked pages."""

from __future__ import annotations

import pwd
from pathlib import Path

FILE = "postgresql.auto.sanad.conf"

SETTINGS = {
    "listen_addresses": "''",
    "unix_socket_permissions": "0700",
    "max_connections": "80",
    "shared_buffers": "'128MB'",
    "work_mem": "'16MB'",
    "maintenance_work_mem": "'128MB'",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "fsync": "on",
    "timezone": "'UTC'",
    "log_timezone": "'UTC'",
    # A statement may hold a name, and so may an error's text ("invalid input: …"): neither is written down.
    "log_statement": "'none'",
    "log_min_error_statement": "'panic'",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_error_verbosity": "'terse'",
    "log_min_messages": "'fatal'",
    "idle_in_transaction_session_timeout": "'10min'",
    "row_security": "on",
}

# For tests: what a power cut would lose does not matter.
WITHOUT_SAFETY = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off", "autovacuum": "off"}

INITDB = (
    "--auth=peer",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
    "--username=postgres",
)


def write(data: Path, *, sockets: Path, fast: bool, system_names: set[str]) -> None:
    """Write the server's settings and who may connect: the given system users, under any role."""
    settings = dict(SETTINGS, unix_socket_directories=f"'{sockets}'")
    if fast:
        settings.update(WITHOUT_SAFETY)
    (data / FILE).write_text("".join(f"{name} = {value}\n" for name, value in settings.items()))
    main = data / "postgresql.conf"
    include = f"include = '{FILE}'\n"
    if include not in main.read_text():
        with main.open("a") as file:
            file.write(include)
    (data / "pg_hba.conf").write_text("local all all peer map=sanad\n")
    (data / "pg_ident.conf").write_text("".join(f'sanad "{name}" all\n' for name in sorted(system_names)))


def system_name(user_id: int) -> str:
    """The name of a system user."""
    return pwd.getpwuid(user_id).pw_name
