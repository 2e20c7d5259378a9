"""Django's own list of what a site on the internet needs, with no warning silenced."""

import os
import secrets
import subprocess
import sys

from django.conf import settings

# Settings of the test run itself; journeys of the same worker allow Django's unsafe calls, a site must not.
OURS = ("SANAD_", "PYTEST", "DJANGO_")


def test_a_site_behind_tls_passes_django_s_check(tmp_path):
    keys = tmp_path / "keys"
    keys.mkdir()
    (keys / "django_secret").write_text(secrets.token_urlsafe(50))
    done = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"],
        env={
            **{k: v for k, v in os.environ.items() if not k.startswith(OURS)},
            "DJANGO_SETTINGS_MODULE": "sanad.config.settings",
            "SANAD_HOME": str(tmp_path),
            "SANAD_TLS": "1",
            "SANAD_HOSTS": "sanad.example.org",
        },
        cwd=settings.BASE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "0 silenced" in done.stdout + done.stderr
    assert settings.SILENCED_SYSTEM_CHECKS == []


def test_there_is_no_django_admin():
    assert not [app for app in settings.INSTALLED_APPS if "django.contrib.admin" in app]
