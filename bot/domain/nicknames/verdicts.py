"""What can be said of a nickname."""

from dataclasses import dataclass
from enum import StrEnum

from bot.identifiers import UserId


class NicknameResult(StrEnum):
    """The words of the contract."""

    OK = "ok"
    NORMALIZED = "ok_normalized"
    EXECUTIVE = "ok_executive"
    HINT = "ok_hint"
    MISSING_DEPT = "missing_dept"
    NOT_REAL_NAME = "not_real_name"
    DUPLICATE_NAME = "duplicate_name"


class Fault(StrEnum):
    """What can't be at all; asking about such a nickname is an error."""

    TOO_LONG = "too_long"
    DECORATED = "decorated"
    TELEPHONE = "telephone"
    ADVERTISEMENT = "advertisement"
    BANNED = "banned"
    TITLE = "title"
    UNKNOWN_DEPT = "unknown_dept"
    WRONG_DEPT = "wrong_dept"
    IMPERSONATION = "impersonation"


Outcome = NicknameResult | Fault
FINE = frozenset({NicknameResult.OK, NicknameResult.NORMALIZED, NicknameResult.EXECUTIVE, NicknameResult.HINT})


@dataclass(frozen=True, slots=True)
class NicknameVerdict:
    """`suggest` is the string to copy; None where nothing has to change. `dept` is a registered department.

    `written`: the department that does not exist. `victims`: whose name it is, for those who must know.
    """

    nickname: str
    outcome: Outcome
    dept: str | None = None
    name: str | None = None
    suggest: str | None = None
    written: str | None = None
    victims: tuple[UserId, ...] = ()

    @property
    def is_fine(self) -> bool:
        """Whether it may stay, even if there is a better way to write it."""
        return self.outcome in FINE
