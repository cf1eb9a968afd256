"""Decoded JSON objects, and how they go out: as real UTF-8, like WeCom's own."""

import json
from typing import Any

Json = dict[str, Any]


def dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
