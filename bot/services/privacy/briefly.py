"""What somebody reads that is kept under seal doesn't stay in the queue either: an hour later it is gone from there,
and so is what was typed (`scheduler/private_words.py`)."""

from typing import Final

from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk

OF_CASES: Final = frozenset(
    {"批评教育", "警告", "禁言", "解除禁言", "移出", "通报", "停用", "恢复", "罚款", "解除劳动合同", "调解"}
)
"""Commands by which somebody says what another has done: the words are a case's, under seal."""


async def keep_briefly(desk: Desk, *users: UserId) -> None:
    """What they are told in this transaction; of whoever typed something, that as well."""
    for user in dict.fromkeys(users):
        await desk.store.private_words.note(desk.act.cause, user, desk.now)
