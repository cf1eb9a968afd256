"""What people say about punches and work away, in many words; and what only sounds like it."""

import json
from typing import Any

import pytest

from bot.discovery import find_commands
from bot.explaining import explain, utterance_of
from bot.files.company import load
from tests.chat import SAMPLE_COMPANY
from tests.understanding.scripts import DATA

FILE, BOOK = load(SAMPLE_COMPANY), find_commands()
LINES = [json.loads(line) for line in (DATA / "attendance.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["text"])
def test_a_message_is_understood_to_the_letter(line: dict[str, Any]) -> None:
    expected = {key: value for key, value in line.items() if key not in ("text", "sender", "args")}
    message = {"id": "1", "channel": "single", "sender": line.get("sender", "张三"), "text": line["text"]}
    said = explain(utterance_of(message), FILE, BOOK)
    shown = {key: said[key] for key in ("command", "error", "missing", "candidates", "needs_confirm") if said.get(key)}
    assert shown == expected
    assert said.get("args", {}) == said.get("args", {}) | line.get("args", {})


OURS = ("补卡", "出差", "外出", "取消出差")


def test_none_of_them_would_be_acted_upon_unasked_but_those_that_call_a_command() -> None:
    acted_on = [line for line in LINES if line.get("command") in OURS and "args" in line]
    unasked = [line["text"] for line in acted_on if not line.get("needs_confirm")]
    assert not [text for text in unasked if not text.startswith(("/", "bk ", "补签", "补卡", "出差申请", "外出申请"))]
