"""Tokens grouped to phrases: 从 明天下午 到 周五 is one thing said, whatever stands before and after it."""

from collections.abc import Iterator
from itertools import islice, zip_longest
from typing import Final

from bot.when.phrases.phrase import Phrase
from bot.when.phrases.phrase_builder import PhraseBuilder
from bot.when.phrases.tokens import Token, tokens

MOST: Final = 12  # phrases of a text that are looked at; who says more dates than that tells a story


def phrases(text: str) -> Iterator[Phrase]:
    """Of a folded text, those that say something; a bounded number."""
    return islice((phrase for run in _runs(text) for phrase in _phrases(run)), MOST)


def _runs(text: str) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in tokens(text):
        if run and not token.glued:
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _phrases(run: list[Token]) -> Iterator[Phrase]:
    builder = PhraseBuilder(run[0].start)
    for token, following in zip_longest(run, run[1:]):
        if builder.takes(token, following):
            continue
        if builder.says_something:
            yield builder.phrase
        builder = PhraseBuilder(token.start)
        builder.takes(token, following)
    if builder.says_something:
        yield builder.phrase
