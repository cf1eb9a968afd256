"""What was refused, to whom, and by which rule: kept without a word of what was typed (D15§4.1)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.errors import Code
from bot.identifiers import ChatId, UserId

BY_RIGHT: Final = frozenset(
    {
        Code.NO_PERMISSION,
        Code.HIGHER_ROLE,
        Code.SELF_TARGET,
        Code.TARGET_NOT_IN_GROUP,
        Code.NOT_ELIGIBLE,
        Code.MANDATORY_GROUP,
        Code.OWNER_TRANSFER_FIRST,
        Code.AUTHOR_RESTRICTED,
        Code.APPROVAL_REQUIRED,
        Code.HR_CONFIRM_REQUIRED,
        Code.POLICY_UNDECIDED,
        Code.USE_PRIVATE,
        Code.LIMIT,
    }
)
"""Refusals that a rule explains; a misspelt date or a missing word is none."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """`command` is its name; `chat` None in private."""

    at: datetime
    user: UserId
    command: str
    code: Code
    chat: ChatId | None = None
