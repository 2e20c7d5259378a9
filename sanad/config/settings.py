"""The settings of the site: this one file. What an operator may set is read from the environment, and
docs/operating/settings.md lists it; a value that cannot be understood stops the start with one line."""

import base64
import os
import secrets
from pathlib import Path
from typing import Any

from sanad.config import environment, site
from sanad.config.engine import roles
from sanad.config.engine.folders import socket_folder

BASE = Path(__file__).resolve().parent.parent.parent
UNDER_TEST = "PYTEST_VERSION" in os.environ and "SANAD_HOME" not in os.environ

# -- Where the site lives ------------------------------------------------------------------------
SANAD_HOME = environment.folder("SANAD_HOME", BASE / "var" / "test" if UNDER_TEST else BASE / "var")
KEYS = SANAD_HOME / "keys"
SNAPSHOTS = SANAD_HOME / "snapshots"
ORIGINALS = SANAD_HOME / "originals"
LOGS = SANAD_HOME / "logs"
LEDGER = SANAD_HOME / "ledger"
DATA = BASE / "data"
FRONT_END = BASE / "node_modules"

# A demo site holds invented people and well-known log-ins, and says so on every page.
_mark = site.mark_of(SANAD_HOME)
SITE_KIND = _mark.kind if _mark else ""

# -- What an attacker would like -----------------------------------------------------------------
_secret = KEYS / "django_secret"
# Before `sanad setup` a passing key: commands run, and nothing signed with it outlives them.
SECRET_KEY = _secret.read_text().strip() if _secret.exists() else secrets.token_urlsafe(50)
_factors = KEYS / "second_factor"  # under which the secrets of second factors lie in the database
SECOND_FACTOR_KEY = (
    _factors.read_text().strip() if _factors.exists() else base64.urlsafe_b64encode(os.urandom(32)).decode()
)
DEBUG = False
ALLOWED_HOSTS = environment.words("SANAD_HOSTS", "127.0.0.1,localhost,[::1]")
BEHIND_TLS = environment.yes("SANAD_TLS")
if BEHIND_TLS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"  # this host alone, and over TLS
    CSRF_TRUSTED_ORIGINS = [f"https://{host.lstrip('.')}" for host in ALLOWED_HOSTS if host != "*"]
# Of the server that `sanad serve --lan` starts for a room: the host under which telephones reach it.
ROOM = os.environ.get("SANAD_ROOM", "")
if ROOM:
    ALLOWED_HOSTS = [ROOM]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = BEHIND_TLS or bool(ROOM)
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True  # no script of ours reads them
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_ENGINE = "sanad.accounts.models.sessions"
IDLE_SECONDS = 60 * environment.number("SANAD_IDLE_MINUTES", 60, least=5, most=60 * 24)
SESSION_COOKIE_AGE = 60 * 60 * environment.number("SANAD_SESSION_HOURS", 12, least=1, most=24 * 14)
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "sanad.web.errors.stale_form"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
FILE_UPLOAD_PERMISSIONS = 0o600
# A file on its way in holds names: it waits in the home, not in the folder that all users of the machine share.
UPLOADS = SANAD_HOME / "uploads"
FILE_UPLOAD_TEMP_DIR = UPLOADS if UPLOADS.is_dir() else None
FILE_UPLOAD_HANDLERS = ["sanad.web.uploads.NoFiles"]  # a door that takes a file says so
LARGEST_UPLOAD = 2**20 * environment.number("SANAD_LARGEST_UPLOAD", 2048, least=1, most=2**20)

# -- Parts --------------------------------------------------------------------------------------
OURS = [
    "sanad.ledger",
    "sanad.vault",
    "sanad.web",
    "sanad.accounts",
    "sanad.institutions",
    "sanad.places",
    "sanad.codes",
    "sanad.violations",
    "sanad.projects",
    "sanad.gatherings",
    "sanad.matching",
    "sanad.search",
    "sanad.figures",
    "sanad.commitments",
    "sanad.strategies",
    "sanad.exchange",
    "sanad.front",
]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "sanad.accounts.borrowed.AllauthAccount",
    "sanad.accounts.borrowed.AllauthFactors",
    *OURS,
]
MIDDLEWARE = [
    "sanad.web.middleware.security_headers",
    *(["sanad.config.room.only_doors"] if ROOM else []),
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "sanad.web.middleware.well_formed",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "sanad.web.middleware.RefusalPages",  # outside the reader's transaction
    "sanad.accounts.middleware.ReaderMiddleware",
]
ROOT_URLCONF = "sanad.config.urls"
WSGI_APPLICATION = "sanad.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "sanad" / "config" / "templates"],  # of the operator's page; the packages have theirs
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
FORM_RENDERER = "sanad.web.forms.Renderer"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SILENCED_SYSTEM_CHECKS: list[str] = []

# -- Who signs in --------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["sanad.accounts.backends.PostedUsers"]
LOGIN_URL = "accounts:sign_in"
LOGOUT_URL = "accounts:sign_out"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
PASSWORD_HASHERS = ["sanad.accounts.hashers.TunedArgon2"]
if UNDER_TEST:
    PASSWORD_HASHERS.insert(0, "django.contrib.auth.hashers.MD5PasswordHasher")
# What a password may be stands in sanad/accounts/rules_of_passwords.py; the action that takes one asks there.
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = []

# -- The second factor, by allauth (sanad/accounts/borrowed.py says what is taken of it) --------------
MIGRATION_MODULES = {"account": None}  # its e-mail addresses have no table here
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
MFA_ADAPTER = "sanad.accounts.adapter.Adapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_TOTP_TOLERANCE = 1  # one step of 30 seconds before and after: clocks of telephones differ
MFA_TOTP_ISSUER = "Sanad"
MFA_RECOVERY_CODE_DIGITS = 10
MFA_WEBAUTHN_USER_VERIFICATION = "preferred"

# -- Sealed values: how many people one user may look at in a day, and how long keys stay unlocked -----
LOOKS_A_DAY = environment.number("SANAD_LOOKS_A_DAY", 50, least=1, most=100_000)
MATCHES_A_DAY = environment.number("SANAD_MATCHES_A_DAY", 1000, least=1, most=1_000_000)
MATCHINGS_A_DAY = environment.number("SANAD_MATCHINGS_A_DAY", 24, least=1, most=10_000)
LINK_ABOVE = environment.number("SANAD_LINK_ABOVE", 999, least=900, most=1000)  # in thousandths; 1000: never
SPARK_DISK_IS_ENCRYPTED = environment.yes("SANAD_SPARK_DISK_IS_ENCRYPTED")
SEARCHES_A_DAY = environment.number("SANAD_SEARCHES_A_DAY", 100, least=1, most=100_000)
COMPARED_A_DAY = environment.number("SANAD_COMPARED_A_DAY", 600, least=1, most=100_000)
VAULT_HOURS = environment.number("SANAD_VAULT_HOURS", 12, least=1, most=24 * 31)

# -- Backups: days after which the page turns red -----------------------------------------------------
BACKUP_DAYS = environment.number("SANAD_BACKUP_DAYS", 2, least=1, most=365)
DRILL_DAYS = environment.number("SANAD_DRILL_DAYS", 90, least=1, most=3650)

# -- Database: one server, one role for each part of the site --------------------------------------
DATABASE_SERVER = environment.database_server("DATABASE_URL")
DATABASE_ROLE = environment.one_of("SANAD_DB_ROLE", roles.APP, roles.ROLES)
TEST_DATABASE = os.environ.get("SANAD_TEST_NAME", "sanad")


def _connection(role: str, **test: object) -> dict[str, Any]:  # Any: Django's settings
    server = DATABASE_SERVER
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": server.host if server else str(socket_folder(SANAD_HOME)),
        "PORT": server.port if server else "",
        "NAME": server.name if server else roles.DATABASE,
        "USER": role,
        "PASSWORD": server.password if server else "",
        "CONN_MAX_AGE": 0,  # a pooled connection must not carry a reader's scope from request to request
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,  # the reader's middleware opens the transaction, with the scope inside it
        "OPTIONS": dict(server.options) if server else {},
        "TEST": test,
    }


DATABASES = {
    "default": _connection(DATABASE_ROLE, NAME=f"test_{TEST_DATABASE}"),
    "vault": _connection(roles.VAULT, MIRROR="default"),
    "snapshot": _connection(roles.SNAPSHOT, MIRROR="default"),
}
POOL = environment.number("SANAD_POOL", 0, least=0, most=50)
if POOL:
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": POOL, "timeout": 10}
DATABASE_ROUTERS = ["sanad.config.routing.OneDatabase"]

# Counters of tries are shared by all processes and survive a rollback: files (sanad/accounts/throttle.py).
TRIES = SANAD_HOME / "tries" / str(os.getpid()) if UNDER_TEST else SANAD_HOME / "tries"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}  # nothing is cached

# -- Language and time -----------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ur", "اردو")]
LOCALE_PATHS = [BASE / "locale"]
FORMAT_MODULE_PATH = ["sanad.web.written"]  # the day stands before the month
LANGUAGE_COOKIE_AGE = 31_536_000
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Karachi"  # shown; UTC is stored

# -- Static files ----------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = SANAD_HOME / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "sanad.web.finders.VendorFinder",
]
# `sanad serve` collects the files and then sets this for its children; everything else needs no collection.
BUILT_STATIC = environment.yes("SANAD_BUILT_STATIC")
_plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
_built = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _built if BUILT_STATIC else _plain},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = False

# -- Logs: what happened and where in the code, never a name and never a statement -------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"nameless": {"()": "sanad.config.logs.NamelessFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "nameless"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.request": {"level": "ERROR"},  # a page that was not found is no event
        "procrastinate": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "sanad": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
