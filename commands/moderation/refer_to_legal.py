"""Hand something over to the lawyers: a liability, a crime that is suspected, a partner who broke the rules (D10§5).

From then on nothing that proves it is deleted, whatever its time, until the lawyers have closed it (D15§9.2). Of
somebody from outside, in a group or with an account, who brought him in is told and whoever leads that one (D10§5.2).

Example:
    周敏> /移交法务 @张三 客户名单外传，可能有损失
    机器人→林宓> [卡片] 周敏 申请移交法务：张三，追究法律责任 YJ-20261122-001 …
    机器人> 已转法务，编号 YJ-20261122-001，等 林宓 受理。有关的记录和证据从现在起不会删除，直到法务结案。
"""

from collections.abc import Iterable
from typing import Self

from bot.arguments.matters import CaseNumbers
from bot.arguments.reason import Reason
from bot.arguments.removed import Removed
from bot.domain.accounts.newcomer import Employment
from bot.domain.approvals.line import line_above
from bot.domain.groups.group import Guest
from bot.domain.groups.guests import guest_in
from bot.domain.moderation.matters.gate import REFERRERS, ensure_may_propose
from bot.domain.moderation.matters.matter import About
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.approvals import Approvals
from bot.services.moderation.matters.handing import Handed, hand_over
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply


class Referred(Removed):
    """Somebody from outside by his name in any group."""

    wanted = "移交谁？@ 同事；外部成员写上群里的名字。"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if outsider := guest_in(words.left, scene.company.groups):
            start = words.left.index(outsider[0])
            words.cut(start, start + len(outsider[0]))
            return cls(outsider[1])
        return super().read(words, scene)


class WhyReferred(Reason):
    wanted = "什么事？写清经过和可能的损失。"


def _ensure(scene: Scene | Context, target: Referred) -> None:
    if target.person and scene.sender:
        ensure_may_propose(scene.sender, target.person, by=REFERRERS, company=scene.company)


def _rules(scene: Scene, target: Referred, reason: WhyReferred, cases: CaseNumbers | None = None) -> None:
    _ensure(scene, target)


@command(
    "移交法务",
    aliases=("refer", "转法务", "追究责任"),
    summary="把要追究责任的事转给法务，并保全证据",
    audience=REFERRERS,
    writes=True,
    private=True,
    rules=_rules,
    instead="请把情况告诉管理小组，或私聊我发 /举报。",
)
async def refer_to_legal(
    ctx: Context, approvals: Approvals, cases: CaseNumbers | None = None, *, target: Referred, reason: WhyReferred
) -> Reply:
    _ensure(ctx, target)
    user = target.person.user_id if target.person else UserId("")
    numbers = cases.numbers if cases else ()
    for number in numbers:
        case = await ctx.store.cases.get(number, ctx.now)
        if case is None or case.target != user:
            raise UserError(Code.NOT_FOUND, f"{target.name}没有编号是 {number} 的记录，什么都没有改动。")
    account = await ctx.store.accounts.get(user) if user else None
    is_partner = target.person is None or (account is not None and account.employment is Employment.EXTERNAL)
    about = About.PARTNER if is_partner else About.LIABILITY
    handed = Handed(about, user, reason.text, guest="" if target.person else target.name, cases=numbers)
    matter, names = await hand_over(ctx, approvals, handed)
    brought = [account.sponsor] if account else [each.sponsor for each in _stays(ctx, target.name)]
    told = _tell_sponsors(ctx, target.name, matter.number, brought) if is_partner else ""
    words = f"已转法务，编号 {matter.number}，等 {names} 受理。有关的记录和证据从现在起不会删除，直到法务结案。{told}"
    return Reply(words, private=True)


def _tell_sponsors(ctx: Context, name: str, number: str, sponsors: Iterable[UserId | None]) -> str:
    """Whoever brought him in looks after the contract, or knows who does; his head answers for it."""
    brought = [user for user in dict.fromkeys(sponsors) if user and ctx.company.is_here(user)]
    heads = [next(iter(line_above(ctx.company, user)), None) for user in brought]
    users = [user for user in dict.fromkeys([*brought, *heads]) if user and user != ctx.sender.user_id]
    for user in users:
        words = f"{number} {shown(name)}的合作正在由法务处理。请先别和对方谈结果，并告诉合同负责人和法务联系。"
        ctx.tell(ToPerson(user), Text(words))
    return f"已告诉引荐人和合同负责人：{'、'.join(map(ctx.company.name_of, users))}。" if users else ""


def _stays(ctx: Context, guest: str) -> list[Guest]:
    return [found for group in ctx.company.groups if (found := group.guest(guest))]
