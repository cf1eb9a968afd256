"""One's own notices and how each stands; with a number the whole text, with 发布、送审 or 不发了 what is to be done.

Whoever is asked to let one pass reads it here as well.

Example:
    郑群> /公告 项目A工作群 明天9:30 请把上周的周报交给我
    机器人> [卡片] GG-20261122-001 已排好 …
    郑群> /我的公告
    机器人> 你最近的公告：
    GG-20261122-001 请把上周的周报交给我：明天 09:30 发。
    看全文、发布、送审、不发了：/我的公告 编号。
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.which_notice import NoticeNumber
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.services.notices.listing import own_list
from bot.services.notices.looking_through.pressing import Deciding, own, readable
from bot.services.notices.looking_through.showing import DROP, PUBLISH, SUBMIT
from bot.services.notices.wording import stands, text_of
from bot.services.notices.writing.enclosing import send_along
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

_WISHES: Final = (
    (regex("送审|提交审核"), SUBMIT),
    (regex("不发了|不发|算了|删掉"), DROP),
    (regex("发布|发出去"), PUBLISH),
)


@dataclass(frozen=True, slots=True)
class NoticeWish:
    """What is to be done with a draft."""

    wanted: ClassVar[str] = "发布、送审，还是不发了？"

    do: str

    @property
    def kept(self) -> bool:
        return True

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        return next((cls(do) for pattern, do in _WISHES if words.take(pattern)), None)

    def explained(self) -> Mapping[str, Any]:
        return {"do": self.do}


@command(
    "我的公告",
    aliases=("mynotices", "wdgg", "看公告"),
    says=("[看看|查看|看一下](我发的|我发过的)(公告|通知)[有哪些]",),
    summary="看自己的公告，发布草稿",
)
async def my_notices(
    ctx: Context, deciding: Deciding, do: NoticeWish | None = None, id: NoticeNumber | None = None
) -> Reply:
    if id is None:
        if do:
            raise UserError(Code.MISSING_ARG, "哪一条？例如：/我的公告 GG-20261122-001 发布。", missing=("id",))
        return Reply(await own_list(ctx, ctx.sender.user_id), private=True)
    if do:
        return Reply(await deciding.do(ctx, await own(ctx, id.number), do.do), private=True)
    notice = await readable(ctx, id.number)
    send_along(ctx, notice, ctx.sender.user_id)
    return Reply(f"{notice.number} {stands(notice, ctx.now)}\n{text_of(notice.draft, 2000)}", private=True)
