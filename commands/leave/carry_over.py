"""At the year's end: ask people whether what is left of their annual leave may go on to the next year; HR alone.

It needs the company's reason and each one's consent (职工带薪年休假条例 art. 5). What is left when the year is over is
carried, to the cap of `[leave.balance]`; the rest lapses and has to be paid. `/未休年假` shows who answered what.

Example:
    李娜> /结转年假 张三 年底赶项目
    机器人> [卡片] 确定要结转年假 张三 年底赶项目吗？ 10:30 前有效 [确认] [算了]
    李娜> 按 [确认]
    机器人→张三> [卡片] 结转2026年的年假 5 天？ …
    机器人> [卡片] 已确认：结转年假 张三 年底赶项目 已问 张三。答复了的到年底结转，看进度发 /未休年假。
    张三> 按 [同意结转]
    机器人> [卡片] 结转2026年的年假 5 天 已记下你同意（JQ-20261122-001）。年底还剩的才结转，之前照样可以休。
"""

from typing import Final, Self

from bot.arguments.people import PersonNamed
from bot.arguments.reason import Reason
from bot.domain.rights import LEAVE_OFFICE
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.services.leave.ledgers.carrying import carried_kind, offer
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

NAMED: Final = 5
_EVERYBODY: Final = regex(r"全员|所有人|大家|全部|每个人")


class Whose(PersonNamed):
    """A colleague; without one everybody is meant."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if words.take(_EVERYBODY) or not scene.company.finder.people.spot(words.left):
            return None
        return super().read(words, scene)


@command(
    "结转年假",
    aliases=("carry-over", "年假结转", "jznj"),
    summary="请同事同意把没休的年假转到明年",
    audience=LEAVE_OFFICE,
    destructive=True,
    private=True,
    instead="要结转年假，请找人力资源。",
)
async def carry_over(ctx: Context, target: Whose | None = None, *, reason: Reason) -> Reply:
    kind = carried_kind(ctx)
    if kind is None:
        raise UserError(Code.UNSUPPORTED, "公司没有按工龄给的年假，没有可以结转的。")
    if target and target.person == ctx.sender:
        raise UserError(Code.SELF_TARGET, "自己的年假请人力资源的另一位同事来办。")
    people = [target.person] if target else [each for each in ctx.company.people if each != ctx.sender]
    offered = await offer(ctx, people, kind, reason.text)
    if not offered.asked:
        return Reply("没有要问的：没有剩余，或者已经问过了。看进度发 /未休年假。", private=True)
    names = "、".join(offered.asked[:NAMED])
    several = f" 等 {len(offered.asked)} 人" if len(offered.asked) > NAMED else ""
    more = f"还有 {offered.more} 人没问，请再发一次。" if offered.more else ""
    return Reply(f"已问 {names}{several}。{more}答复了的到年底结转，看进度发 /未休年假。", private=True)
