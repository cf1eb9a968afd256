"""The one name for decoded JSON objects."""

from typing import Any

Json = dict[str, Any]
