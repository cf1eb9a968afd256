"""Finds the passages that answer a question: BM25 over pairs of characters, so that no dictionary is needed and both
databases are alike. What nothing is said about finds nothing: an answer is not made up.

BM25: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009). Pairs of neighbouring characters do for
Chinese what words do for English, since most of its words have two.
"""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.desk.knowledge.passage import GLOSSARY, Passage
from bot.domain.desk.knowledge.synonyms import folded
from bot.patterns import regex

MOST: Final = 3
CLOSE: Final = 0.75  # of the best score: what comes this near is named beside it
COVERED: Final = 0.5  # share of the question, by weight, that a passage must speak of
NAMED: Final = 0.35  # the same, where the words that people ask by stand in the question
UNHEARD: Final = 0.8  # of the most that a pair can weigh: that of one which stands in no text
LONGEST: Final = 200  # characters of a question that are looked at
_K1: Final = 1.2
_B: Final = 0.4
_HEADING: Final = 3  # times that words of a heading, and words people ask by, count
_BREATHE_EVERY: Final = 200  # passages
_ASKING: Final = regex(
    "什么时候|什么样|怎么处理|算违规|违规吗|什么|怎么办|怎么样|怎么|怎样|如何|为什么|为啥|哪些|哪个|哪里|哪儿|多少|多久|几天|可不可以|能不能|要不要|是不是|算不算|会不会|有没有|行不行"
    "|可以|应该|需要|允许|请问|问一下|想问|一下|我们|咱们|大家|我想|知道|规定|制度|要求|注意|时候|的话|之前|以后|还能|关于|公司|企业微信|员工|自己|随便|必须|群里|群内|同事|别人|有人|谁|啥|哪"
    "|[吗呢啊呀吧么的了是在和我你他会能要有去到对被把给让就都也还该得想算由]"
)
_RUNS: Final = regex(r"[\u3400-\u9fff]+|[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """`score` compares hits of one question, `share` is how much of the question the passage speaks of."""

    passage: Passage
    score: float
    share: float


class Index:
    """Built once, then only read. `breathe` is called now and then while it is being built. What a word means answers
    nothing about it: the glossary is looked up by its headings alone."""

    def __init__(self, passages: Iterable[Passage], breathe: Callable[[], None] = lambda: None) -> None:
        self.passages = tuple(passages)
        self._lengths: list[float] = []
        places: dict[str, array[int]] = defaultdict(lambda: array("I"))
        times: dict[str, array[int]] = defaultdict(lambda: array("H"))
        for place, passage in enumerate(self.passages):
            counted = _terms_of(passage) if passage.source.id != GLOSSARY else Counter()
            self._lengths.append(counted.total())
            for term, number in counted.items():
                places[term].append(place)
                times[term].append(min(number, 65_535))
            if place % _BREATHE_EVERY == 0:
                breathe()
        self._places, self._times = dict(places), dict(times)
        self._usual = sum(self._lengths) / len(self._lengths) if self._lengths else 1.0

    def __len__(self) -> int:
        return len(self.passages)

    def find(self, question: str, most: int = MOST) -> Sequence[Hit]:
        """The best first, and those that come near it; empty where none is about it."""
        asked = _asked(question)
        weights = {term: self._weight(term) for run in asked for term in _pairs(run)}
        total = sum(weights.values())
        if not total:
            return ()
        scores, shares = self._scored(weights)
        best = sorted(scores, key=lambda place: (-scores[place], place))[: most * 4]
        hits = [Hit(self.passages[place], scores[place], shares[place] / total) for place in best]
        line = "".join(asked)
        about = [hit for hit in hits if hit.share >= (NAMED if _names(hit.passage, line) else COVERED)][:most]
        return tuple(hit for hit in about if hit.score >= about[0].score * CLOSE)

    def _scored(self, weights: Mapping[str, float]) -> tuple[Mapping[int, float], Mapping[int, float]]:
        scores: dict[int, float] = defaultdict(float)
        shares: dict[int, float] = defaultdict(float)
        for term, weight in weights.items():
            for place, times in zip(self._places.get(term, ()), self._times.get(term, ()), strict=True):
                longer = 1 - _B + _B * self._lengths[place] / self._usual
                scores[place] += weight * times * (_K1 + 1) / (times + _K1 * longer)
                shares[place] += weight
        return scores, shares

    def _weight(self, term: str) -> float:
        spread = len(self._places.get(term, ()))
        weight = math.log(1 + (len(self.passages) - spread + 0.5) / (spread + 0.5))
        return weight if spread else weight * UNHEARD


def _names(passage: Passage, line: str) -> bool:
    """Whether the question has one of the words by which people ask for it."""
    return any(len(word) > 1 and folded(word) in line for word in (*passage.asked_by, passage.heading))


def _asked(question: str) -> Sequence[str]:
    """What it is about, without the words that make a question of it; all of it, where that leaves nothing."""
    line = folded(question[:LONGEST])
    return _RUNS.findall(_ASKING.sub(" ", line)) or _RUNS.findall(line)


def _terms_of(passage: Passage) -> Counter[str]:
    counted: Counter[str] = Counter()
    for words, times in (
        (passage.body, 1),
        (passage.heading, _HEADING),
        *((each, _HEADING) for each in passage.asked_by),
    ):
        for run in _RUNS.findall(folded(words)):
            for pair in _pairs(run):
                counted[pair] += times
    return counted


def _pairs(run: str) -> Iterator[str]:
    """Of Chinese its pairs, letters and digits whole; one character alone says nothing."""
    if run[0] < "\u3400":
        yield run
    else:
        yield from (run[place : place + 2] for place in range(len(run) - 1))
