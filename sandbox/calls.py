"""Every API call that came in, for `/sandbox/calls`; the oldest are forgotten beyond a number."""

import json
from collections import deque
from typing import Any

from sandbox.json_types import Json

KEPT = 20_000
LONGEST_TEXT = 65_536


class Calls:
    """`path` of a long-connection frame is `ws:` and its command."""

    def __init__(self) -> None:
        self._calls: deque[Json] = deque(maxlen=KEPT)

    def add(self, at: str, method: str, path: str, query: Json, body: Any) -> Json:
        """Note a call down when it arrives; the answer is filled into the returned record later."""
        call: Json = {"at": at, "method": method, "path": path, "query": query, "body": body, "answer": None}
        self._calls.append(call)
        return call

    def under(self, prefix: str) -> list[Json]:
        """Decoded now, as few of them are ever looked at."""
        found = [call for call in self._calls if call["path"].startswith(prefix)]
        return [call | {key: readable(call[key]) for key in ("body", "answer")} for call in found]


def readable(value: Any) -> Any:
    """Bytes as JSON, else as text, else as their number."""
    if not isinstance(value, bytes):
        return value
    try:
        return json.loads(value) if value else None
    except ValueError:
        return value.decode(errors="replace") if len(value) < LONGEST_TEXT else f"{len(value)} bytes"
