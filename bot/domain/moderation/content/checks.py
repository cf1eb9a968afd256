"""All that a text is looked at for, in one go: words, numbers, links, names of programs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from bot.domain.identifying import bank_card, has_figures, identity, marking, password, phones
from bot.domain.moderation.content.finding import Finding
from bot.domain.moderation.content.links import links, programs
from bot.domain.moderation.content.word_index import WordIndex
from bot.domain.width import narrow

LONGEST: Final = 4_000  # characters that are looked at: twice what a message holds
PHONES: Final = 3  # of different people in one text are a list; a colleague's number is everyday work
_NUMBERS: Final = (
    (identity, "身份证号", "C03"),
    (bank_card, "银行卡号", "C03"),
)
_SECRETS: Final = (
    (password, "密码或密钥", "C02"),
    (marking, "密级标识", "C02"),
)


@dataclass(frozen=True, slots=True)
class Checks:
    """`hosts`: where links may lead. Without any, only links that hide where they go are found."""

    words: WordIndex
    hosts: Sequence[str] = ()

    def look(self, text: str) -> Sequence[Finding]:
        """In the order of the text. What somebody tells of a danger never comes here."""
        text = text[:LONGEST]
        plain = narrow(text)
        found = chain(self._words(text), _numbers(plain), links(plain, self.hosts), programs(plain))
        return sorted(found, key=lambda each: (each.start, -each.end))

    def _words(self, text: str) -> Iterator[Finding]:
        for hit in self.words.find(text):
            yield Finding(hit.set.name, hit.set.category, hit.start, hit.end, hit.how)


def numbers(text: str) -> Iterator[Finding]:
    return _numbers(narrow(text))


def _numbers(plain: str) -> Iterator[Finding]:
    for find, rule, category in _SECRETS:
        if place := find(plain):
            yield Finding(rule, category, *place)
    if not has_figures(plain):
        return
    for find, rule, category in _NUMBERS:
        if place := find(plain):
            yield Finding(rule, category, *place)
    listed = dict(phones(plain))
    if len(listed) >= PHONES:
        places = list(listed.values())
        yield Finding("多个手机号", "C03", min(places)[0], max(places)[1])
