"""Say that you don't agree to the rules of a group, or take your yes back; whoever looks after the group is told.

Nothing else follows: what you said before stays on record with its moment, and nobody is moved out of a group by this.
With the number of a request 不同意 means `/驳回`.

Example:
    张三> /不同意 项目A工作群的群规
    机器人→郑群> 张三 说不同意项目A工作群的群规（第 1 版），请找对方谈谈。我只做了记录，没有动群成员。
    机器人> 已记下：你不同意项目A工作群的群规（第 1 版）。已告诉 郑群，有什么意见可以直接找对方说。
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.arguments.rules import RulesNamed, means_request
from bot.domain.groups.group import Group
from bot.domain.groups.offices import appointers
from bot.domain.groups.rules import Consent, RulesVersion
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.groups.rules.choosing import asked_about, rules_of, which_rules
from bot.services.groups.rules.wording import standing, titled
from bot.services.groups.wording import names
from bot.services.talking.confirming import Confirming
from bot.shapes.command import CommandBook, OtherSense, command
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply

NAME: Final = "不同意"
TOLD_AGAIN_AFTER: Final = timedelta(days=1)


@command(
    NAME,
    aliases=("我不同意", "disagree"),
    says=("[我](拒绝|不接受|不认可)[本群|这个群|这份][的]群规",),
    summary="不同意群规，或收回同意",
    writes=True,
    other_sense=OtherSense("驳回", means_request),
)
async def disagree(ctx: Context, confirming: Confirming, book: CommandBook, rules: RulesNamed) -> Reply:
    if rules.group is None:
        asked = await asked_about(ctx)
        if not asked:
            raise UserError(Code.BAD_STATE, "不同意哪个群的群规？写上群名，例如 /不同意 群规 项目A工作群。")
        return await which_rules(ctx, book.by_name[NAME], confirming, asked)
    return await _refused(ctx, rules.group)


async def _refused(ctx: Context, group: Group) -> Reply:
    version = await rules_of(ctx, group)
    user = ctx.sender.user_id
    said = await ctx.store.consents.of_user(user, group.id)
    if not await ctx.store.consents.refuse(user, version, by=ctx.act):
        return Reply(standing(said, version, group, ctx.now), private=True)
    told, known = _who_is_told(ctx, group), _was_just_told(said, version, ctx.now)
    for keeper in () if known else told:
        words = f"{ctx.company.told_apart(ctx.sender)} 说不同意{titled(group, version)}，请找对方谈谈。"
        ctx.tell(ToPerson(keeper), Text(f"{words}我只做了记录，没有动群成员。"))
    did = "之前已经告诉" if known else "已告诉"
    listed = names(ctx.company, told)
    to_whom = f"{did} {listed}，有什么意见可以直接找对方说。" if told else "有意见请找企业微信管理员。"
    return Reply(f"已记下：你不同意{titled(group, version)}。{to_whom}", private=True)


def _was_just_told(said: Sequence[Consent], version: RulesVersion, now: datetime) -> bool:
    """Who says yes and no by turns doesn't keep others busy with it."""
    before = (each.refused_at for each in said if each.version == version.number)
    return any(at and now - at < TOLD_AGAIN_AFTER for at in before)


def _who_is_told(ctx: Context, group: Group) -> tuple[UserId, ...]:
    """Its administrators; where that is himself, or nobody, whoever appoints them."""
    for users in (sorted(group.admins), appointers(group, ctx.company)):
        if others := tuple(user for user in users if user != ctx.sender.user_id and ctx.company.is_here(user)):
            return others
    return ()
