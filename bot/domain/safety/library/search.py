"""Finds the text that answers a question, by pairs of characters: no dictionary of words is needed.

A pair that stands in few texts says more than one that stands in many.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.safety.library.topic import Topic

MOST: Final = 3
SURE: Final = 0.34  # share of what the question says, by weight, that its answer has to say too
_IN_TITLE: Final = 1.5  # a word of the title, or one that its author says people ask by
_ASKING: Final = re.compile(
    "什么时候|什么样|什么|怎么办|怎么样|怎么|怎样|如何|为什么|为啥|哪些|哪个|哪里|多少|多久|可不可以|能不能|要不要|是不是|有没有|可以|应该|需要"
    "|请问|问一下|一下|我们|我想|知道|规定|要求|注意|时候|的话|[吗呢啊呀吧么的了是在和有]"
)
_WORDS: Final = re.compile(r"[\u4e00-\u9fffa-z0-9]+")


@dataclass(frozen=True, slots=True)
class Text:
    """Something that may answer: `title` and `words` are what people ask by."""

    title: str
    words: tuple[str, ...]
    body: str
    source: str
    headline: str

    @classmethod
    def of(cls, topic: Topic) -> "Text":
        return cls(topic.title, (*topic.words, topic.type.value), topic.text, topic.source, topic.headline)


def find(question: str, texts: Iterable[Text]) -> Sequence[Text]:
    """The best first, at most three; empty where none is about it."""
    known = [(text, _pairs(text.body), _pairs(" ".join((text.title, *text.words)))) for text in texts]
    spread = Counter(pair for _, body, title in known for pair in body | title)
    asked = {pair: _weight(spread[pair], len(known)) for pair in _pairs(_ASKING.sub(" ", question.casefold()))}
    total = sum(asked.values())
    if not total:
        return ()
    scored = [(_score(asked, body, title) / total, -place) for place, (_, body, title) in enumerate(known)]
    best = sorted((each for each in scored if each[0] >= SURE), reverse=True)[:MOST]
    return [known[-place][0] for score, place in best if score >= best[0][0] * 0.6]


def _score(asked: Mapping[str, float], body: frozenset[str], title: frozenset[str]) -> float:
    return sum(
        weight * (_IN_TITLE if pair in title else 1.0)
        for pair, weight in asked.items()
        if pair in body or pair in title
    )


def _weight(texts: int, of: int) -> float:
    """What nothing says weighs as much as what one says: a question about something else is not answered."""
    return math.log((of + 1) / max(texts, 1))


def _pairs(words: str) -> frozenset[str]:
    runs = _WORDS.findall(words.casefold())
    return frozenset(run[place : place + 2] for run in runs for place in range(max(len(run) - 1, 1)) if len(run) > 1)
