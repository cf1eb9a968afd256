"""The load run of a notice: what it counts."""

from pathlib import Path
from typing import Any

import aiohttp

from bench.broadcast import ASKER, WORDS, Site


class Shown(Site):
    """A sandbox that has shown these entries."""

    entries: tuple[dict[str, Any], ...] = ()

    async def control(self, method: str, door: str, **more: Any) -> Any:
        return {"entries": self.entries, "last": 7}


async def test_each_reader_is_counted_by_how_often_he_got_it(tmp_path: Path) -> None:
    async with aiohttp.ClientSession() as session:
        site = Shown(tmp_path, 2, session)
        site.entries = (
            {"to": {"user": "ann"}, "text": WORDS},
            {"to": {"user": "ann"}, "text": WORDS},
            {"to": {"user": "ben"}, "text": "", "card": {"title": WORDS}},
            {"to": {"user": "ben"}, "text": WORDS, "edits": 3},
            {"to": {"user": ASKER}, "text": "我能做这些"},
            {"to": {"group": "a"}, "text": "别的"},
        )
        assert await site.look() == 2
    assert site.seen.told == {"ann": 2, "ben": 1}
    assert [entry["text"] for entry in site.seen.replies] == ["我能做这些"]
    assert site.seen.last == 7
