"""What became of messages that were numbered: each asked for `/某<number>`, and every answer names it."""

import re
import time
from collections import Counter

from tests.pipeline.processes import Town

SETTLES_WITHIN = 60.0
NUMBER = re.compile(r"「某(\d+)」")


def wrong(here: Town, messages: int) -> dict[str, object]:
    """Empty where every one was answered once or is listed, and everybody was answered in order."""
    answered = _settled(here, messages)
    lost = set(range(messages)) - set(answered) - listed(here)
    twice = {number for number, times in answered.items() if times > 1}
    invented = {text for _, text in here.answers() if (found := NUMBER.search(text)) and int(found[1]) >= messages}
    found = {"lost": lost, "said twice": twice, "out of order": _out_of_order(here), "invented": invented}
    return {name: numbers for name, numbers in found.items() if numbers}


def _settled(here: Town, messages: int) -> Counter[int]:
    """How often each number was answered, once all are or nothing comes any more."""
    deadline = time.monotonic() + SETTLES_WITHIN
    while True:
        answered = Counter(int(found[1]) for _, text in here.answers() if (found := NUMBER.search(text)))
        if len(answered) + len(listed(here)) >= messages or time.monotonic() > deadline:
            return answered
        time.sleep(0.2)


def listed(here: Town) -> set[int]:
    """Answers of which the bot itself says that nobody knows, or that they could not go."""
    rows = here.rows("SELECT content FROM outbox WHERE state IN ('unknown', 'parked')")
    return {int(found[1]) for (content,) in rows if (found := NUMBER.search(content))}


def _out_of_order(here: Town) -> list[str]:
    """Who did not read the answers in the order in which his messages were taken in."""
    asked: dict[str, list[int]] = {}
    for sender, payload in here.rows("SELECT sender, payload FROM inbox ORDER BY id"):
        asked.setdefault(sender, []).extend(int(found[1]) for found in re.finditer(r"/某(\d+)", payload))
    return [sender for sender, numbers in asked.items() if not _in_order(here, sender, numbers)]


def _in_order(here: Town, sender: str, asked: list[int]) -> bool:
    rest = iter(asked)
    read = [int(found[1]) for user, text in here.answers() if user == sender and (found := NUMBER.search(text))]
    return all(number in rest for number in read)
