"""What a check found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.errors import Code, UserError


@dataclass(frozen=True, slots=True)
class Finding:
    """`sentence` says what is wrong and what to do. `code`: it can't go out like this; None: its author looks at it."""

    sentence: str
    code: Code | None = None


def ensure_none_stops(found: Iterable[Finding]) -> None:
    """Raises UserError with everything that must be put right, so that nobody does it one by one."""
    stops = [each for each in found if each.code]
    if stops and (code := stops[0].code):
        raise UserError(code, "".join(each.sentence for each in stops))


def hints(found: Iterable[Finding]) -> Sequence[str]:
    return [each.sentence for each in found if each.code is None]
