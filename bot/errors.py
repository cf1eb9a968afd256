"""The two kinds of failure: a sentence for the user, and a defect of ours."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Code(StrEnum):
    """Why a message was not carried out; one meaning each, known to scripts by `qunwu explain`."""

    UNKNOWN_COMMAND = "E_UNKNOWN_COMMAND"
    MISSING_ARG = "E_MISSING_ARG"
    UNKNOWN_TYPE = "E_UNKNOWN_TYPE"
    UNKNOWN_DEPT = "E_UNKNOWN_DEPT"
    NOT_FOUND = "E_NOT_FOUND"
    AMBIGUOUS_PERSON = "E_AMBIGUOUS_PERSON"
    AMBIGUOUS_GROUP = "E_AMBIGUOUS_GROUP"
    DUPLICATE = "E_DUPLICATE"
    BAD_STATE = "E_BAD_STATE"
    NO_PERMISSION = "E_NO_PERMISSION"
    NICK_INVALID = "E_NICK_INVALID"
    IMPERSONATION = "E_IMPERSONATION"
    UNSUPPORTED = "E_UNSUPPORTED"


@dataclass(slots=True)
class UserError(Exception):
    """Something the asker can put right.

    `sentence` is finished Chinese with a next step, and says nothing that the asker may not know.
    """

    code: Code
    sentence: str
    candidates: Sequence[str] = ()
    missing: Sequence[str] = ()
    suggest: str | None = None
    command: str | None = field(default=None, kw_only=True)

    def __str__(self) -> str:
        return self.sentence


class Defect(Exception):
    """A rule of this program was broken by this program. The message is English, for the log."""


class ConfigError(Exception):
    """The configuration can't be used; `problems` holds one clear line each."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)
