"""The one way to the checks: the words in use now, and where links may lead."""

from functools import cache
from pathlib import Path

from bot.domain.company import Company
from bot.domain.moderation.content.checks import Checks
from bot.domain.moderation.content.in_use import WordsInUse, shipped_index
from bot.services.moderation.content.word_book import WordBook


def have_words_ready() -> None:
    """Those that come along, before anybody writes: to build them, with all their spellings, takes a tenth of a second,
    and nothing else would run meanwhile."""
    shipped_index()


async def checks_of(company: Company) -> Checks:
    """With the company's own words: who asks before they are there waits for them."""
    content = company.moderation.content
    return Checks(await _book(content.words, content.in_use).index(), company.notices.hosts)


def look_for_new_words(company: Company) -> None:
    """Files that have changed are read aside; until then those of before are in use."""
    content = company.moderation.content
    _book(content.words, content.in_use).look()


@cache
def _book(files: tuple[Path, ...], in_use: WordsInUse) -> WordBook:
    """One for the process: a hundred thousand words are built once, whoever looks."""
    return WordBook(files, in_use)
