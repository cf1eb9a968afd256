"""What became of messages that were numbered: each asked for `/某` and its number, and every answer names it.

Numbers are spelt by eight digits without 0 and 1, and so hold none that is called in an emergency: whoever writes
110120 is asked whether he is in danger.
"""

import re
import time
from collections import Counter

from tests.pipeline.processes import Town

SETTLES_WITHIN = 90.0  # seconds without any more; what a busy WeCom is tried again with takes half of it
_SPELT = str.maketrans("01234567", "23456789")
_READ = str.maketrans("23456789", "01234567")
_ASKED = re.compile(r"/某([2-9]+)")
_ANSWERED = re.compile(r"「某([2-9]+)」")


def asking(number: int) -> str:
    return f"/某{number:o}".translate(_SPELT)


def asked_in(text: str) -> list[int]:
    return [_read(found) for found in _ASKED.findall(text)]


def answered_in(text: str) -> int | None:
    found = _ANSWERED.search(text)
    return _read(found[1]) if found else None


def _read(spelt: str) -> int:
    return int(spelt.translate(_READ), 8)


class Answers:
    """What the app said, read as it comes: (to whom, which number), in order."""

    def __init__(self, here: Town) -> None:
        self._here = here
        self._last = 0
        self.read: list[tuple[str, int]] = []

    def look(self) -> None:
        """For more."""
        told = self._here.ask(f"/sandbox/log?after={self._last}&wait=0")
        self._last = told["last"]
        for entry in told["entries"]:
            if entry["via"] == "app" and (number := answered_in(entry["text"])) is not None:
                self.read.append((entry["to"].get("user", ""), number))


def wrong(here: Town, messages: int, answers: Answers | None = None) -> dict[str, object]:
    """Empty where every one was answered once or is listed, and everybody was answered in order."""
    answers = answers or Answers(here)
    answered = _settled(here, messages, answers)
    lost = set(range(messages)) - set(answered) - listed(here)
    twice = {number for number, times in answered.items() if times > 1}
    invented = {number for number in answered if number >= messages}
    found = {"lost": lost, "said twice": twice, "out of order": _out_of_order(here, answers), "invented": invented}
    return {name: numbers for name, numbers in found.items() if numbers}


def _settled(here: Town, messages: int, answers: Answers) -> Counter[int]:
    """How often each number was answered, once all are or nothing comes any more. Some are answered and listed."""
    deadline, known = time.monotonic() + SETTLES_WITHIN, 0
    while True:
        answers.look()
        answered = Counter(number for _, number in answers.read)
        if len(answered) > known:
            deadline, known = time.monotonic() + SETTLES_WITHIN, len(answered)
        if time.monotonic() > deadline or len(answered.keys() | listed(here)) >= messages:
            return answered
        time.sleep(0.2)


def listed(here: Town) -> set[int]:
    """Answers of which the bot itself says that nobody knows, or that they could not go."""
    rows = here.rows("SELECT content FROM outbox WHERE state IN ('unknown', 'parked')")
    return {number for (content,) in rows if (number := answered_in(content)) is not None}


def _out_of_order(here: Town, answers: Answers) -> list[str]:
    """Who did not read the answers in the order in which his messages were taken in."""
    asked: dict[str, list[int]] = {}
    for sender, payload in here.rows("SELECT sender, payload FROM inbox ORDER BY id"):
        asked.setdefault(sender, []).extend(asked_in(payload))
    read: dict[str, list[int]] = {}
    for user, number in answers.read:
        read.setdefault(user, []).append(number)
    return [sender for sender, numbers in asked.items() if not _in_order(read.get(sender, []), numbers)]


def _in_order(read: list[int], asked: list[int]) -> bool:
    rest = iter(asked)
    return all(number in rest for number in read)
