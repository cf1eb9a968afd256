"""What became of messages that were numbered: each asked for `/某<number>`, and every answer names it."""

import re
import time
from collections import Counter

from tests.pipeline.processes import Town

SETTLES_WITHIN = 60.0
NUMBER = re.compile(r"「某(\d+)」")


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
            if entry["via"] == "app" and (found := NUMBER.search(entry["text"])):
                self.read.append((entry["to"].get("user", ""), int(found[1])))


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
    """How often each number was answered, once all are or nothing comes any more."""
    deadline, known = time.monotonic() + SETTLES_WITHIN, 0
    while True:
        answers.look()
        answered = Counter(number for _, number in answers.read)
        if len(answered) > known:
            deadline, known = time.monotonic() + SETTLES_WITHIN, len(answered)
        if len(answered) + len(listed(here)) >= messages or time.monotonic() > deadline:
            return answered
        time.sleep(0.2)


def listed(here: Town) -> set[int]:
    """Answers of which the bot itself says that nobody knows, or that they could not go."""
    rows = here.rows("SELECT content FROM outbox WHERE state IN ('unknown', 'parked')")
    return {int(found[1]) for (content,) in rows if (found := NUMBER.search(content))}


def _out_of_order(here: Town, answers: Answers) -> list[str]:
    """Who did not read the answers in the order in which his messages were taken in."""
    asked: dict[str, list[int]] = {}
    for sender, payload in here.rows("SELECT sender, payload FROM inbox ORDER BY id"):
        asked.setdefault(sender, []).extend(int(found[1]) for found in re.finditer(r"/某(\d+)", payload))
    read: dict[str, list[int]] = {}
    for user, number in answers.read:
        read.setdefault(user, []).append(number)
    return [sender for sender, numbers in asked.items() if not _in_order(read.get(sender, []), numbers)]


def _in_order(read: list[int], asked: list[int]) -> bool:
    rest = iter(asked)
    return all(number in rest for number in read)
