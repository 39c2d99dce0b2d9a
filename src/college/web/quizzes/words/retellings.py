"""Words of stating a viewpoint that is not one’s own."""

from enum import Enum
from typing import Any

from django.utils.functional import Promise

WORDS: dict[type[Enum], dict[Any, str | Promise]] = {}
EVENTS: dict[str, str | Promise] = {}
NOTICES: dict[str, str | Promise] = {}
PERMISSIONS: dict[str, str | Promise] = {}
REFUSALS: dict[str, str | Promise] = {}
