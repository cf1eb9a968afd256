"""Agree to the rules of a group: by the button of the card that asks, or with this word in the group or in private.

In private a bare 同意 is said to a request that waits for you (`/同意申请`), if there is one. What is noted down is the
version, the moment, and that you said it yourself; whoever is silent counts as knowing the rules, which is no consent.

Example:
    张三@项目A工作群> /同意
    机器人@项目A工作群> 已记下：张三 同意项目A工作群的群规（第 1 版）。想看内容发 /群规。
"""

from typing import Final

from bot.arguments.rules import RulesNamed, means_request
from bot.domain.groups.group import Group
from bot.domain.groups.rules import Way
from bot.errors import Code, UserError
from bot.services.groups.rules.choosing import asked_about, rules_of, which_rules
from bot.services.groups.rules.wording import standing, titled
from bot.services.talking.confirming import Confirming
from bot.shapes.command import CommandBook, OtherSense, command
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply

NAME: Final = "同意"
NOTHING_ASKED: Final = "现在没有等你表态的群规。想同意哪个群的，写上群名，例如 /同意 群规 项目A工作群。"


@command(
    NAME,
    aliases=("我同意", "agree", "ty"),
    says=(
        "(好|好的|行|可以|嗯|收到|ok|OK|没问题|没意见)[，][我]同意",
        "我完全同意",
        "[我][已]阅读[并|且]同意[本群|这个群|上述|以上][的][群规]",
        "[我](已读|读过|看过|看完)[了|并|且]同意[本群|这个群|上述|以上][的][群规]",
        "[我](愿意|承诺|一定|会)遵守[本群|这个群|我们群][的]群规",
        "[我](接受|认可|遵守)[本群|这个群|我们群][的]群规",
    ),
    summary="同意本群群规",
    writes=True,
    other_sense=OtherSense("同意申请", means_request),
)
async def agree(ctx: Context, confirming: Confirming, book: CommandBook, rules: RulesNamed) -> Reply:
    if rules.group is None:
        asked = await asked_about(ctx)
        if not asked:
            raise UserError(Code.BAD_STATE, NOTHING_ASKED)
        return await which_rules(ctx, book.by_name[NAME], confirming, asked)
    return await _agreed(ctx, rules.group)


async def _agreed(ctx: Context, group: Group) -> Reply:
    version = await rules_of(ctx, group)
    user = ctx.sender.user_id
    if not await ctx.store.consents.agree(user, version, Way.TYPED, by=ctx.act):
        return Reply(standing(await ctx.store.consents.of_user(user, group.id), version, group, ctx.now))
    await _tell_what_it_was_not(ctx, group)
    here = group == ctx.chat.group
    who, where = (f"{ctx.company.told_apart(ctx.sender)} ", "") if here else ("你", f" {group.name}")
    return Reply(f"已记下：{who}同意{titled(group, version)}。想看内容发 /群规{where}。")


async def _tell_what_it_was_not(ctx: Context, group: Group) -> None:
    """Whoever has something to approve may have meant that: said in private, since others read here."""
    if not ctx.chat.is_group or not ctx.chat.private_way:
        return
    if waiting := await ctx.store.requests.waiting_for(ctx.sender.user_id):
        words = f"你在{group.name}里说的「同意」记作同意群规。等你审批的 {len(waiting)} 条申请没有动，发 /待办 看。"
        ctx.tell(ToPerson(ctx.sender.user_id), Text(words))
