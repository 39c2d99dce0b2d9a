"""Words of the item desk: what is wrong with a draft, and what to do."""

from enum import Enum
from typing import Any

from django.utils.functional import Promise

WORDS: dict[type[Enum], dict[Any, str | Promise]] = {}
EVENTS: dict[str, str | Promise] = {}
NOTICES: dict[str, str | Promise] = {}
PERMISSIONS: dict[str, str | Promise] = {}
REFUSALS: dict[str, str | Promise] = {}
