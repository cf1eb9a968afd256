"""How many of the acceptance messages are understood to the letter; `pytest -s` shows it, with those that are not."""

import json
import sys
from typing import Any

from bot.discovery import find_commands
from bot.explaining import explain, utterance_of
from bot.files.company import load
from tests.chat import SAMPLE_COMPANY
from tests.understanding.scripts import DATA

COMPARED = ("command", "error", "candidates", "missing", "suggest")
AT_LEAST = 0.9


def wrong_in(said: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """The keys that differ from what is expected, in the manner of the acceptance."""
    keys = [key for key in COMPARED if key in expected and said.get(key) != expected[key]]
    if said.get("needs_confirm", False) != expected.get("needs_confirm", False):
        keys.append("needs_confirm")
    args = said.get("args", {})
    return keys + [f"args.{key}" for key, value in expected.get("args", {}).items() if args.get(key) != value]


def test_nearly_all_messages_of_the_commands_that_exist_are_understood() -> None:
    file, book = load(SAMPLE_COMPANY), find_commands()
    known = {command.name for command in book} | {"noop"}
    lines = [json.loads(line) for line in (DATA / "utterances.jsonl").read_text(encoding="utf-8").splitlines()]
    asked = [line for line in lines if line["expect"].get("command") in known and "given" not in line]
    wrong = {
        line["id"]: keys
        for line in asked
        if (keys := wrong_in(explain(utterance_of(line), file, book), line["expect"]))
    }
    sys.stdout.write(f"\n{len(asked) - len(wrong)} of {len(asked)} to the letter; wrong: {wrong or 'none'}\n")
    assert len(asked) - len(wrong) >= AT_LEAST * len(asked)
    assert len(asked) >= 10
