"""Cries for help as people told them who hadn't seen the rules, and talk of the same people.

The first run heard 55 of 150 as accidents and asked about 18; it took 5 of 120 others for one and asked about 4. The
frames (`bot.understanding.emergency.frames`) were made with this list at hand; what they make of lists that nobody
here had seen is told in `tests/understanding/emergency/test_heed.py`.
"""

import json
from collections import Counter
from pathlib import Path

from bot.discovery import find_commands
from bot.explaining import Utterance, explain
from bot.files.company import load
from tests.chat import SAMPLE_COMPANY

FILE, BOOK = load(SAMPLE_COMPANY), find_commands()
LINES = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "told.jsonl").read_text(encoding="utf-8").splitlines()
]


def taken(text: str) -> str:
    answer = explain(Utterance(text, "张三"), FILE, BOOK)
    if answer.get("command") != "事故":
        return "neither"
    return "asked" if "error" in answer else "raised"


def counted(kind: str) -> Counter[str]:
    found = Counter(taken(each["text"]) for each in LINES if each["is"] == kind)
    assert found.total() >= 100
    return found


def test_cries_are_heard_or_asked_about() -> None:
    found = counted("cry")
    assert found["raised"] >= 0.68 * found.total(), found
    assert found["neither"] <= 0.10 * found.total(), found


def test_talk_is_left_alone() -> None:
    found = counted("talk")
    assert found["raised"] <= 0.01 * found.total(), found
    assert found["asked"] <= 0.05 * found.total(), found
