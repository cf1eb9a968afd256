"""How many were hurt and what it cost, as people write it: 死亡0 重伤1, 两人轻伤, 无人被困, 损失约3.5万元."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.domain.safety.accidents.grading import WAN, YI
from bot.domain.safety.accidents.statements import Topic
from bot.patterns import regex
from bot.when.written.numerals import HAN, number

MOST: Final = 9_999  # people
MOST_YUAN: Final = 1_000 * YI
_DIGIT: Final = r"(?=\s*[0-9])"
_TOPICS: Final = {
    Topic.MINOR: f"轻微伤|轻伤|轻{_DIGIT}",
    Topic.SERIOUS: f"重伤|急性中毒|中毒|重{_DIGIT}",
    Topic.DEATHS: "死亡|死了|死者|遇难|身亡|死",
    Topic.MISSING: "失踪|下落不明|失联",
    Topic.TRAPPED: "被困",
}
_UNKNOWN: Final = "待核实|不明|不清楚|未知|还?不知道"
_TOKEN: Final = regex(
    "|".join(f"(?P<{topic.name}>{words})" for topic, words in _TOPICS.items())
    + f"|(?P<unknown>{_UNKNOWN})|(?P<none>没有|没|无|零(?![{HAN}]))"
    + rf"|(?P<many>[0-9]{{1,6}}|[{HAN}]{{1,5}})"
)
_BETWEEN: Final = regex(r"[\s:：是为有人名个位员工数了]*")  # what a number and its word may be apart
_AMOUNT: Final = regex(
    r"(?:直接)?(?:经济)?损失(?:金额|额)?[是为约大概估计初步:：，,\s]{0,6}"
    rf"(?:(?P<unknown>{_UNKNOWN})|(?P<none>没有|无)"
    rf"|(?P<many>[0-9][0-9,]*(?:\.[0-9]+)?|[{HAN}]{{1,5}})\s*(?P<unit>千万|百万|十万|亿|万)?)\s*元?"
)
_UNITS: Final = {None: 1, "万": WAN, "十万": 10 * WAN, "百万": 100 * WAN, "千万": 1_000 * WAN, "亿": YI}
_NOBODY: Final = regex("(?:没有?|无)(?:造成)?(?:任何)?(?:人员?)?(?:伤亡|受伤)")

Counts = list[tuple[Topic, str]]


def read_counts(words: str) -> tuple[Counts, str]:
    """What was said of numbers, each as it is kept (empty: nobody knows), and what is left of the words.

    `words` have narrow digits. Raises ValueError for a number that can't be.
    """
    found: Counts = []
    if _NOBODY.search(words):
        found = [(topic, "0") for topic in (Topic.DEATHS, Topic.SERIOUS, Topic.MINOR)]
        words = _NOBODY.sub(" ", words)
    if amount := _AMOUNT.search(words):
        found.append((Topic.LOSS, _yuan(amount)))
        words = f"{words[: amount.start()]} {words[amount.end() :]}"
    tokens, cuts = list(_TOKEN.finditer(words)), list[tuple[int, int]]()
    for topic, value, span in _paired(words, tokens):
        found.append((topic, value))
        cuts.append(span)
    for start, end in sorted(cuts, reverse=True):
        words = f"{words[:start]} {words[end:]}"
    return found, words


def _paired(words: str, tokens: Sequence[re.Match[str]]) -> Iterator[tuple[Topic, str, tuple[int, int]]]:
    """Each word with the number before it, if that is nobody else's, or else with the one behind it."""
    used: set[int] = set()
    for place, token in enumerate(tokens):
        if token.lastgroup not in Topic.__members__:
            continue
        for near in (place - 1, place + 1):
            if near in used or not 0 <= near < len(tokens) or tokens[near].lastgroup in Topic.__members__:
                continue
            start, end = min(token.start(), tokens[near].start()), max(token.end(), tokens[near].end())
            between = words[min(token.end(), tokens[near].end()) : max(token.start(), tokens[near].start())]
            if _BETWEEN.fullmatch(between):
                used.add(near)
                yield Topic[token.lastgroup or ""], _many(tokens[near]), (start, end)
                break


def _many(token: re.Match[str]) -> str:
    if token.lastgroup == "unknown":
        return ""
    many = number(token["many"]) if token["many"] else 0
    if many is None or many > MOST:
        raise ValueError(token["many"])
    return str(many)


def _yuan(match: re.Match[str]) -> str:
    if match["unknown"] or match["none"]:
        return "" if match["unknown"] else "0"
    written = match["many"].replace(",", "")
    many = float(written) if written[0].isascii() else number(written)
    amount = None if many is None else round(many * _UNITS[match["unit"]])
    if amount is None or amount > MOST_YUAN:
        raise ValueError(written)
    return str(amount)
