"""Say yes in words to what a card asked, for whoever can't press its button.

Example:
    郑群@项目A工作群> /退订 安全提醒
    机器人@项目A工作群> [卡片] 确定要退订 安全提醒吗？ 10:30 前有效 [确认] [算了]
    郑群@项目A工作群> /确认
    机器人@项目A工作群> 项目A工作群不再收到安全提醒。要恢复，发 /订阅 安全提醒。
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any, ClassVar, Self

from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.services.notices.receipts.confirming import confirm_newest
from bot.services.notices.receipts.unread import confirm_what_waits
from bot.services.talking.confirming import Confirming
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.receipts import has_read

_NUMBER = regex(r"\d{1,9}")
READ = ("已读", "已阅", "公告已读", "公告看了", "公告我看了", "公告看过了", "通知看了", "通知我看了")
_NOTICE = regex(r"(GG-\d{8}-\d{3,})\s*([A-D])?", re.IGNORECASE)
_MARKS = " 。.！!~～"
NONE_UNREAD = "没有等你确认的公告。"
NOTHING_WAITS = "没有等你确认的事。要办什么，直接发命令就行。"


@dataclass(frozen=True, slots=True)
class ConfirmationNumber:
    """The number that the card's words carried; or a notice's, with the answer to its question.

    `seen`: he says 已读 of the notice that waits for it.
    """

    wanted: ClassVar[str] = "确认哪一件？"

    number: int = 0
    seen: bool = False
    notice: str = ""
    answer: int | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest()
        if not written:
            return None
        if written.rstrip(_MARKS) in READ:
            return cls(seen=True)
        if found := _NOTICE.fullmatch(written):
            return cls(notice=found[1].upper(), answer=ascii_uppercase.index(found[2].upper()) if found[2] else None)
        if not _NUMBER.fullmatch(written):
            raise UserError(Code.NOT_FOUND, f"没看懂「{shown(written)}」。只发 /确认，或写上卡片里的编号。")
        return cls(int(written))

    def explained(self) -> Mapping[str, Any]:
        return {} if self.seen else {"id": self.notice or self.number}


@command(
    "确认",
    aliases=("confirm", "qr"),
    telling=READ,
    summary="确认我刚才问你的事",
    writes=True,
    hidden=True,
    hears=has_read,
)
async def confirm(ctx: Context, confirming: Confirming, number: ConfirmationNumber | None = None) -> Reply:
    if number and number.notice:
        return Reply(await confirm_newest(ctx, number.notice, number.answer))
    if number and number.seen:
        return Reply(await confirm_what_waits(ctx) or NONE_UNREAD)
    confirmations = ctx.store.confirmations
    asked = (
        await confirmations.get(number.number)
        if number
        else await confirmations.latest_open(ctx.sender.user_id, ctx.now)
    )
    if asked is None and number is None and (words := await confirm_what_waits(ctx)):
        return Reply(words)
    if asked is None or asked.asker != ctx.sender.user_id:
        raise UserError(Code.NOT_FOUND, NOTHING_WAITS)
    return Reply(await confirming.yes(ctx, asked), private=asked.chat is None)
