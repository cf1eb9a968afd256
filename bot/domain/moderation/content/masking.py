"""What nobody needs to read in full to know what it is: numbers of cards and phones, passwords."""

from collections.abc import Sequence
from typing import Final

from bot.domain.moderation.content.checks import numbers
from bot.domain.moderation.content.finding import Finding

_HIDDEN: Final = ("密码或密钥",)
_ENDS: Final = 7  # characters of which the first three and the last two may be shown


def masked(text: str, findings: Sequence[Finding]) -> str:
    """All but their ends, of passwords all; as long as before, so that places stay what they are."""
    for each in findings:
        whole = each.rule in _HIDDEN
        if whole or each.category == "C03":
            found = text[each.start : each.end]
            shut = (
                "＊" * len(found)
                if whole or len(found) <= _ENDS
                else f"{found[:3]}{'＊' * (len(found) - 5)}{found[-2:]}"
            )
            text = f"{text[: each.start]}{shut}{text[each.end :]}"
    return text


def hidden(text: str) -> str:
    """The same for whatever is quoted as evidence."""
    return masked(text, list(numbers(text)))
