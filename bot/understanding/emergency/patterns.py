"""Patterns written as a page of words: one line after the other, the names of longer pieces in angle brackets."""

import re
from collections.abc import Mapping

from bot.patterns import regex


def gathered(page: str, pieces: Mapping[str, str] | None = None) -> str:
    """The lines of `page` as alternatives; `<NAME>` stands for a piece, a line after `# ` for nothing."""
    lines = [line.strip() for line in page.strip().splitlines()]
    pattern = "|".join(line for line in lines if line and not line.startswith("# "))
    for name, piece in (pieces or {}).items():
        pattern = pattern.replace(f"<{name}>", f"(?:{piece})")
    return pattern


def compiled(page: str, pieces: Mapping[str, str] | None = None) -> re.Pattern[str]:
    return regex(gathered(page, pieces))
