"""The two kinds of failure: a sentence for the user, and a defect of ours."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Code(StrEnum):
    """Why a message was not carried out; one meaning each; a closed list that scripts rely on (`qunwu explain`)."""

    UNKNOWN_COMMAND = "E_UNKNOWN_COMMAND"
    MISSING_ARG = "E_MISSING_ARG"
    UNKNOWN_TYPE = "E_UNKNOWN_TYPE"
    UNKNOWN_DEPT = "E_UNKNOWN_DEPT"
    NOT_FOUND = "E_NOT_FOUND"
    INVALID_DATE = "E_INVALID_DATE"
    INVALID_RANGE = "E_INVALID_RANGE"
    PAST_DATE = "E_PAST_DATE"
    FUTURE_DATE = "E_FUTURE_DATE"
    AMBIGUOUS_DATE = "E_AMBIGUOUS_DATE"
    AMBIGUOUS_DURATION = "E_AMBIGUOUS_DURATION"
    AMBIGUOUS_PERSON = "E_AMBIGUOUS_PERSON"
    AMBIGUOUS_GROUP = "E_AMBIGUOUS_GROUP"
    AMBIGUOUS_TARGET = "E_AMBIGUOUS_TARGET"
    CLARIFY = "E_CLARIFY"
    NO_WORKDAY = "E_NO_WORKDAY"
    UNPUBLISHED_YEAR = "E_UNPUBLISHED_YEAR"
    QUOTA = "E_QUOTA"
    NOT_ELIGIBLE = "E_NOT_ELIGIBLE"
    DUPLICATE = "E_DUPLICATE"
    OVERLAP = "E_OVERLAP"
    BAD_STATE = "E_BAD_STATE"
    LIMIT = "E_LIMIT"
    SELF_TARGET = "E_SELF_TARGET"
    HIGHER_ROLE = "E_HIGHER_ROLE"
    TARGET_NOT_IN_GROUP = "E_TARGET_NOT_IN_GROUP"
    OWNER_TRANSFER_FIRST = "E_OWNER_TRANSFER_FIRST"
    MANDATORY_GROUP = "E_MANDATORY_GROUP"
    NO_PERMISSION = "E_NO_PERMISSION"
    APPROVAL_REQUIRED = "E_APPROVAL_REQUIRED"
    AUTHOR_RESTRICTED = "E_AUTHOR_RESTRICTED"
    HR_CONFIRM_REQUIRED = "E_HR_CONFIRM_REQUIRED"
    POLICY_UNDECIDED = "E_POLICY_UNDECIDED"
    USE_PRIVATE = "E_USE_PRIVATE"
    QUIET_HOURS = "E_QUIET_HOURS"
    DATE_MISMATCH = "E_DATE_MISMATCH"
    NICK_INVALID = "E_NICK_INVALID"
    IMPERSONATION = "E_IMPERSONATION"
    SECRET_IN_TEXT = "E_SECRET_IN_TEXT"  # noqa: S105 - a code, no secret
    UNSUPPORTED = "E_UNSUPPORTED"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of the things that somebody may have meant.

    `name` is what `qunwu explain` calls it; `label` what people choose by (up to 10 characters fit a button, 16 a
    list); `put` what stands in the line instead of what was typed once it is chosen, to be read again without doubt.
    Label and put are the name where nothing else is said.
    """

    name: str | int
    label: str = ""
    put: str = ""

    @property
    def shown(self) -> str:
        return self.label or str(self.name)

    @property
    def written(self) -> str:
        return self.put or str(self.name)


@dataclass(slots=True)
class UserError(Exception):
    """Something the asker can put right.

    `sentence` is finished Chinese with a next step, and says nothing that the asker may not know. With `candidates` it
    is a question, and `typed` are the words of the line, exactly as they stand in it, that could mean any of them; if
    it is empty, the choice is written at the line's end. `command`, `line`, `guessed` and `quote` are filled in by
    whoever read the line: what was recognised, the command written out, whether that was a guess, and what it quoted.
    `can_be_asked`: a policy leaves it open, and somebody can be asked. The line is read once more with
    `Scene.may_ask_policy`, and its handler asks him.
    `private`: it is no sentence for a group. `whom`: the userid of whom the line was about, for the trail.
    `denied`: it is there, and he is told that it isn't: the trail knows that he tried.
    `offer` is a way on that is open to him, as a button: `put` is the line that it writes in place of his own.
    """

    code: Code
    sentence: str
    candidates: Sequence[Candidate] = ()
    missing: Sequence[str] = ()
    suggest: str | None = None
    typed: str = field(default="", kw_only=True)
    command: str | None = field(default=None, kw_only=True)
    line: str = field(default="", kw_only=True)
    guessed: bool = field(default=False, kw_only=True)
    quote: str | None = field(default=None, kw_only=True)
    can_be_asked: bool = field(default=False, kw_only=True)
    offer: Candidate | None = field(default=None, kw_only=True)
    private: bool = field(default=False, kw_only=True)
    whom: str | None = field(default=None, kw_only=True)
    denied: bool = field(default=False, kw_only=True)

    def __str__(self) -> str:
        return self.sentence


def unknown_button(then: str = "") -> UserError:
    """A key that the card hasn't, or no longer has; `then`: what to do instead, where there is something."""
    return UserError(Code.UNSUPPORTED, f"没看懂这个按钮，什么都没有改动。{then}")


class Defect(Exception):
    """A rule of this program was broken by this program. The message is English, for the log."""


class Overtaken(Exception):
    """Somebody else changed meanwhile what this work has read. Done again from its beginning, it sees that."""


class ConfigError(Exception):
    """The configuration can't be used; `problems` holds one clear line each."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)


def unreadable(error: OSError | UnicodeDecodeError) -> str:
    """Why a file of an administrator's can't be read, in Chinese."""
    match error:
        case FileNotFoundError():
            return "没有这个文件"
        case PermissionError():
            return "没有权限读"
        case IsADirectoryError():
            return "是目录，不是文件"
        case UnicodeDecodeError():
            return "不是 UTF-8"
    return f"读不了（{error.strerror}）"
