"""The log's files as they lie in the published folder, with the headers tlog-tiles asks for."""

import re
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

#: Only names that the log writes; nothing of a path is ever joined unchecked.
_NAME = re.compile(
    r"(checkpoint|vkey|tile/(entries|[0-9]{1,2})/(x[0-9]{3}/)*[0-9]{3}(\.p/[0-9]{1,3})?"
    r"|texts/[0-9a-f]{2}/[0-9a-f]{64}\.json)"
)


@require_safe
def file(request: HttpRequest, name: str) -> HttpResponse:
    """One file of the log. Tiles never change; the checkpoint is seconds old; texts may be withdrawn."""
    path = Path(settings.PUBLISHED) / "log" / name
    if not _NAME.fullmatch(name) or not path.is_file():
        raise Http404
    kind, keep = _headers(name)
    response = HttpResponse(path.read_bytes(), content_type=kind)
    response["Cache-Control"] = keep
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _headers(name: str) -> tuple[str, str]:
    if name.startswith("tile/"):
        return "application/octet-stream", "public, max-age=604800, immutable"
    if name.startswith("texts/"):
        return "application/json", "no-cache"
    return "text/plain; charset=utf-8", "no-store"
