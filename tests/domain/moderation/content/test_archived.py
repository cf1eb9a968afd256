"""A line of the archive: what was written in a group, and nothing else."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.domain.moderation.content.archived import LONGEST, Archived
from bot.identifiers import ChatId, UserId

GOOD = {
    "msgid": "m1_1",
    "action": "send",
    "from": "zhangsan",
    "tolist": ["lisi"],
    "roomid": "wr1",
    "msgtime": 1_795_312_800_000,
    "msgtype": "text",
    "text": {"content": "你好"},
}


def line(**other: Any) -> bytes:
    return json.dumps({**GOOD, **other}).encode()


def test_a_text_in_a_group() -> None:
    at = datetime.fromtimestamp(1_795_312_800, UTC)
    assert Archived.read(line()) == Archived("m1_1", UserId("zhangsan"), ChatId("wr1"), "你好", at)


@pytest.mark.parametrize(
    "bad",
    [
        line(roomid=""),  # of two people alone
        line(action="recall"),
        line(action="switch"),
        line(msgtype="image", image={"sdkfileid": "x"}),
        line(text={"content": 7}),
        line(text="你好"),
        line(text={"content": "  "}),
        line(msgtime="soon"),
        line(msgtime=True),
        line(msgtime=10**30),
        line(**{"from": None}),
        line(msgid=None),
        b"[]",
        b"{",
        b"\xff\xfe",
        b"[" * 5000,
        line(text={"content": "x" * LONGEST}),
    ],
)
def test_whatever_else_is_none(bad: bytes) -> None:
    assert Archived.read(bad) is None


def test_half_a_character_breaks_nothing_later() -> None:
    found = Archived.read(line(text={"content": "你\ud800好"}))
    assert found is not None
    assert found.text == "你?好"
