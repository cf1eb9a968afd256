"""How heavy something is, where whoever charges somebody says so: the texts know 轻微, 较重 and 严重 (D5§12, D8§10).

Else it is as heavy as its category usually is. A word makes nothing heavier than that may get (`Category.worst`).
"""

from typing import Final

from bot.domain.moderation.categories import Category, Severity
from bot.patterns import regex

_VERY: Final = "(?:很|非常|特别|十分|极其|相当)?"
_SAID: Final = (  # the first that fits
    (Severity.MILD, regex("轻微|较轻|情节轻|比较轻")),
    (Severity.SERIOUS, regex(r"较重|(?:比较|较为?)严重")),
    (Severity.CRITICAL, regex(rf"(?:情节|性质|后果|影响){_VERY}(?:严重|恶劣)|造成重大损失")),
)
_HEAVIER: Final = (Severity.MILD, Severity.SERIOUS, Severity.CRITICAL)


def severity_of(about: Category, reason: str) -> Severity:
    """By the words of the reason, else as usual."""
    said = next((severity for severity, pattern in _SAID if pattern.search(reason)), about.severity)
    return said if about.worst is Severity.HUMAN else _lighter(said, about.worst)


def _lighter(one: Severity, other: Severity) -> Severity:
    return min(one, other, key=_HEAVIER.index)
