"""Messages that nobody had looked at when the bot learnt to read; `pytest -s` shows how many are understood.

None of them may be taken for a command that writes and wasn't meant, and no more than a few may be missed.
"""

import sys
from collections.abc import Iterator
from typing import Any, Final

from bot.discovery import find_commands
from bot.explaining import Utterance, explain
from bot.files.company import load
from tests.chat import SAMPLE_COMPANY
from tests.understanding.scripts import Row, rows
from tests.understanding.test_acceptance import wrong_in

MISSED: Final = 0.05
FREE: Final = frozenset({"text", "reason", "measure"})  # has to make sense, not to be the same to the letter
LISTS: Final = {"missing": ",", "candidates": ";"}
WORDS: Final = frozenset({"mobile", "period"})  # digits that are no number


def test_nearly_all_are_understood_and_none_is_taken_for_another() -> None:
    file, book = load(SAMPLE_COMPANY), find_commands()
    lines = list(rows("unseen.txt"))
    wrong, acts = {}, {}
    for row in lines:
        said = explain(Utterance(row.text, row.who, group=row.where), file, book)
        if keys := _wrong(said, row):
            wrong[f"{row.number}: {row.text}"] = keys, said
        command = book.by_name.get(said.get("command") or "")
        if keys and "error" not in said and command and command.writes and said["command"] not in row.outcome:
            acts[row.text] = said
    shown = "\n".join(f"{line} {keys} {said}" for line, (keys, said) in wrong.items())
    sys.stdout.write(f"\n{len(lines) - len(wrong)} of {len(lines)} to the letter; wrong:\n{shown or 'none'}\n")
    assert not acts
    assert len(wrong) <= MISSED * len(lines)


def _wrong(said: dict[str, Any], row: Row) -> list[str]:
    if row.outcome == "？":
        nothing = said.get("command") == "noop" or said.get("error") == "E_UNKNOWN_COMMAND"
        return [] if nothing else ["command"]
    expected = _expected(row.outcome)
    either = expected.pop("needs_confirm", None)
    args = {**said.get("args", {})}
    for key in FREE & expected["args"].keys():
        if expected["args"][key] in str(args.get(key)):
            args[key] = expected["args"][key]
    found = {**said, "args": args, "needs_confirm": either and said.get("needs_confirm", False)}
    return wrong_in(found, {**expected, "needs_confirm": either})


def _expected(outcome: str) -> dict[str, Any]:
    """`needs_confirm` is None where it is left open."""
    if outcome == "－":
        return {"command": "noop", "args": {}, "needs_confirm": False}
    words = outcome.split(" ")
    asks = {"确认": True, "?": None}.get(words[-1], False)
    words = words[:-1] if asks is not False else words
    error = f"E_{words.pop(0)[1:]}" if words[0].startswith("✗") else None
    expected: dict[str, Any] = {"args": {}, "needs_confirm": asks}
    expected |= {"error": error} if error else {}
    if words and "=" not in words[0]:
        expected["command"] = words.pop(0)
    for key, value in _pairs(words):
        if key in LISTS:
            expected[key] = value.split(LISTS[key])
        elif error and key == "suggest":
            expected[key] = value
        else:
            expected["args"][key] = _value(key, value)
    return expected


def _pairs(words: list[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        key, _, value = word.partition("=")
        yield key, value


def _value(key: str, value: str) -> Any:
    if value in ("true", "false"):
        return value == "true"
    if key in WORDS or not value.replace(".", "", 1).isdigit():
        return value
    return float(value) if "." in value else int(value)
