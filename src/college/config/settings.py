"""One settings file, read from the environment. ``config/checks.py`` refuses to start wrong."""

import secrets
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from college.config import databases, environment

HOME = environment.home()
DEMO = environment.is_on("COLLEGE_DEMO")
DEBUG = environment.is_on("COLLEGE_DEBUG")
COLLEGE_URL = environment.value("COLLEGE_URL").rstrip("/")
_URL = urlsplit(COLLEGE_URL)
CHARTER = environment.value("COLLEGE_CHARTER")
KEYS = HOME / "keys"
IDENTITY = environment.one_of("COLLEGE_IDENTITY", {"email", "institution", "person"})
BEACON = environment.one_of("COLLEGE_BEACON", {"", "quicknet"})
COLLEGE_FRAMES = environment.origins("COLLEGE_FRAMES")
BEACON_ADDRESS = environment.web_address("COLLEGE_BEACON_ADDRESS")


def _origin() -> str:
    """The log's name: as set, or as its key has it since founding, or from the address."""
    key = KEYS / "log.vkey"
    kept = key.read_text(encoding="utf-8").split("+", 1)[0] if key.exists() else ""
    return environment.value("COLLEGE_ORIGIN") or kept or f"{_URL.netloc}{_URL.path}/log"


LOG_ORIGIN = _origin()


def _secret() -> str:
    """The secret from the environment, or from a file only its owner can read, made on first use."""
    given = environment.value("COLLEGE_SECRET")
    file = KEYS / "secret"
    if given:
        return given
    if not file.exists():
        KEYS.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return file.read_text(encoding="ascii")


SECRET_KEY = _secret()
ALLOWED_HOSTS = [_URL.hostname or "localhost", "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [f"{_URL.scheme}://{_URL.netloc}"]
ROOT_URLCONF = "college.config.urls"
WSGI_APPLICATION = "college.config.wsgi.application"
DATABASES = {"default": databases.from_url(environment.value("DATABASE_URL"), folder=HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.Account"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "csp",
    "django_htmx",
    "college.record",
    "college.people",
    "college.committees",
    "college.administration",
    "college.debates",
    "college.summaries",
    "college.quizzes",
    "college.exchange",
    "college.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "college.web.plain_requests.PlainRequests",
    "college.web.public_cache.PublicCache",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "college.web.refusals.RefusalPages",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent.parent / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "college.web.context.college",
            ],
        },
    },
]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        # Forms of public pages name the College in full, whatever name of it was typed.
        "form-action": [SELF, f"{_URL.scheme}://{_URL.netloc}"],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    },
}
CSRF_FAILURE_VIEW = "college.web.refusals.csrf_failed"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _URL.scheme == "https"
#: A year: whoever came once by https is never led to come without it. Other names of the domain are theirs.
SECURE_HSTS_SECONDS = 31_536_000 if _URL.scheme == "https" else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _URL.scheme == "https" else None
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

LANGUAGE_CODE = environment.value("COLLEGE_LANGUAGE")
#: Languages the College has words in; the source of all of them is English.
LANGUAGES = [("en", "English")]
USE_I18N = USE_TZ = True
TIME_ZONE = "UTC"
FORMAT_MODULE_PATH = ["college.web.formats"]
LOCALE_PATHS = [Path(__file__).parent.parent / "web" / "locale"]

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = HOME / "files"
#: The log as files, written at every tick and served under /log/.
PUBLISHED = HOME / "published"

_MAIL = urlsplit(environment.value("COLLEGE_MAIL"))
if _MAIL.scheme:
    EMAIL_HOST, EMAIL_PORT = _MAIL.hostname, _MAIL.port or 587
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.username or "", _MAIL.password or ""
    EMAIL_USE_TLS = True
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = HOME / "mail"
DEFAULT_FROM_EMAIL = environment.value("COLLEGE_MAIL_FROM")

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_REDIRECT_URL = "/desk/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
#: Beside allauth's own limits: codes mailed for claims to comments, from one place.
ACCOUNT_RATE_LIMITS = {"remark_claim": "10/h/ip", "outside_notice": "10/h/ip"}
#: Proxies before the College that add to X-Forwarded-For. Too many, and anybody could say where they are.
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("COLLEGE_PROXIES")
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_ADAPTER = "college.web.people.signing_in.Accounts"
ACCOUNT_FORMS = {
    "add_email": "college.web.people.signing_in.NewAddress",
    "confirm_email_verification_code": "college.web.people.signing_in.AddressCode",
    "confirm_login_code": "college.web.people.signing_in.SignInCode",
    "request_login_code": "college.web.people.signing_in.AskForCode",
    "signup": "college.web.people.signing_in.Join",
}
MFA_ADAPTER = "college.web.people.passkeys.Passkeys"
MFA_FORMS = {
    "add_webauthn": "college.web.people.passkeys.AddPasskey",
    "edit_webauthn": "college.web.people.passkeys.RenamePasskey",
    "signup_webauthn": "college.web.people.passkeys.JoinWithPasskey",
}
# A code sent by e-mail is the way back in when a passkey is lost: nothing else has to be kept safe.
MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = True
# One passkey serves for signing in and, later, for signing ballots: that needs a verified person.
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = _URL.hostname == "localhost"

#: What goes wrong is told where the College runs. Nothing that people typed is in it.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # Pages that are not there and forms that were refused are everyday; errors are not.
        "django.request": {"level": "ERROR"},
        "django": {"handlers": [], "propagate": True},
    },
}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": HOME / "cache",
        # Limits are kept here: at Django's 300, a stranger could push out others' and their own.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}
# Good news travel in a signed cookie: in the session they would cost every act a second durable commit.
MESSAGE_STORAGE = "django.contrib.messages.storage.fallback.FallbackStorage"
SILENCED_SYSTEM_CHECKS: list[str] = []
