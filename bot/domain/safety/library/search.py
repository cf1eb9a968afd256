"""Finds the text that answers a question: by the words that its author says people ask by, and by pairs of characters,
so that no dictionary is needed. What nothing is said about finds nothing: an answer is not made up.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.safety.library.topic import Topic
from bot.patterns import regex

MOST: Final = 3
CLOSE: Final = 0.6  # of the best score: what comes this near is shown beside it
NAMED: Final = 0.2  # share of the question that the words people ask by take up
ALIKE: Final = 0.65  # share of its pairs, by weight, where it names none of them
TELLING: Final = 4  # characters of a question without which its pairs say nothing
_ASKING: Final = regex(
    "什么时候|什么样|什么|怎么办|怎么样|怎么|怎样|如何|为什么|为啥|哪些|哪个|哪里|多少|多久|可不可以|能不能|要不要|是不是|有没有|可以|应该|需要"
    "|请问|问一下|一下|我们|我想|知道|规定|要求|注意|时候|的话|之前|还能|处理|[吗呢啊呀吧么的了是在和我你会能]"
)
_WORDS: Final = regex(r"[\u4e00-\u9fffa-z0-9]+")


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
        return cls(topic.title, topic.words, topic.text, topic.source, topic.headline)


def find(question: str, texts: Iterable[Text]) -> Sequence[Text]:
    """The best first, at most three; empty where none is about it."""
    asked = _WORDS.findall(_ASKING.sub(" ", question.casefold()))
    known = list(texts)
    spread = Counter(pair for text in known for pair in _pairs_of(text))
    weights = {pair: math.log((len(known) + 1) / max(spread[pair], 1)) for pair in _pairs(asked)}
    scored = [(_score(asked, weights, text), -place) for place, text in enumerate(known)]
    best = sorted((each for each in scored if each[0]), reverse=True)[:MOST]
    return tuple(known[-place] for score, place in best if score >= best[0][0] * CLOSE)


def _score(asked: Sequence[str], weights: Mapping[str, float], text: Text) -> float:
    """0 where it isn't about that. A pair that stands in few texts says more than one that stands in many."""
    length, total = sum(map(len, asked)), sum(weights.values())
    if not total:
        return 0.0
    line = " ".join(asked)
    named = sum({word: len(word) for word in text.words if word.casefold() in line}.values()) / length
    pairs = _pairs_of(text)
    alike = sum(weight for pair, weight in weights.items() if pair in pairs) / total
    return named + alike if named >= NAMED or (alike >= ALIKE and length >= TELLING) else 0.0


def _pairs_of(text: Text) -> frozenset[str]:
    return _pairs(_WORDS.findall(" ".join((text.title, *text.words, text.body)).casefold()))


def _pairs(runs: Iterable[str]) -> frozenset[str]:
    return frozenset(run[place : place + 2] for run in runs for place in range(len(run) - 1))
