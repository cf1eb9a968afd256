"""What reading a date or time gives: a value, or one of three reasons why there is none.

They are values and never raised, so that a caller may look on for something better; `Taken.settled` raises the
sentence for whoever wants the value or nothing.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.errors import Candidate, Code, UserError

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """It could be any of `candidates`: their names are those of the contract, `a/b` for ranges."""

    sentence: str
    candidates: tuple[Candidate, ...]
    code: Code = Code.AMBIGUOUS_DATE


@dataclass(frozen=True, slots=True)
class Impossible:
    """There is no such day, time or range, or it contradicts itself: `11月没有31日。…`"""

    sentence: str
    code: Code = Code.INVALID_DATE


@dataclass(frozen=True, slots=True)
class Vague:
    """A date was meant, but which? `sentence` asks. `missing`: the argument that was left out altogether."""

    sentence: str
    code: Code = Code.AMBIGUOUS_DATE
    missing: str | None = None


Unsettled = Ambiguous | Impossible | Vague


@dataclass(frozen=True, slots=True)
class Taken(Generic[T_co]):
    """What was read, and the words it stood in.

    `spans` are places in `text` (start, end), what decides first; there are more where a phrase is torn apart:
    明天上午 … 请半天. `assumed`: a default decided (`3点` in the afternoon), so whoever acts on it asks first.
    """

    text: str
    value: T_co | Unsettled
    spans: tuple[tuple[int, int], ...]
    assumed: bool = False

    @property
    def typed(self) -> str:
        """The words that decide, exactly as they stand in the text."""
        start, end = self.spans[0]
        return self.text[start:end]

    @property
    def rest(self) -> str:
        """The text without them."""
        left = self.text
        for start, end in sorted(self.spans, reverse=True):
            left = f"{left[:start].rstrip()} {left[end:].lstrip()}".strip()
        return left

    def settled(self) -> T_co:
        """The value. Raises UserError with the sentence, the candidates and the words that were typed."""
        value = self.value
        if isinstance(value, Ambiguous):
            raise UserError(value.code, value.sentence, value.candidates, typed=self.typed)
        if isinstance(value, Vague):
            raise UserError(value.code, value.sentence, missing=(value.missing,) if value.missing else ())
        if isinstance(value, Impossible):
            raise UserError(value.code, value.sentence)
        return value


class Refused(Exception):
    """Carries an outcome up to the reader that hands it out; never leaves this package."""

    def __init__(self, outcome: Unsettled) -> None:
        super().__init__(outcome.sentence)
        self.outcome = outcome
