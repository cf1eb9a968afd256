"""Words that make somebody look, in what many are about to read: by the one rule for all that people write.

It stops nothing: a notice that forbids gambling names it. Its author sees the hint, and so does whoever lets it pass.
"""

from collections.abc import Iterator

from bot.domain.moderation.content.in_use import WordsInUse
from bot.domain.notices.checks.finding import Finding


def words(text: str, in_use: WordsInUse) -> Iterator[Finding]:
    rules = dict.fromkeys(hit.set.name for hit in in_use.index.find(text))
    if rules:
        yield Finding(f"里面有像{'、'.join(rules)}的字样，别人可能会看错，请再看一眼。")
