"""What is more than order in a chat needs a text that binds; without one it isn't done, and who decides hears of it.

劳动合同法 art. 4. The bot's word in one group is order; all that it does for somebody, everywhere, is not.
"""

from bot.domain.moderation.cases.case import MADE, Charge
from bot.domain.moderation.ladder import Standing
from bot.domain.moderation.pack import StepKind
from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.services.moderation.wording import GIVEN
from bot.services.privacy.briefly import keep_briefly
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson


def lacking(standing: Standing, kind: StepKind) -> str:
    """What the text that judges it lacks, in words; empty: nothing."""
    title, missing = f"《{standing.pack.document}》", standing.pack.procedure.missing
    if standing.allows(kind):
        return ""
    if standing.advisory:
        return f"{title}还没走完程序" + (f"（缺{'、'.join(missing)}）" if missing else "")
    if not standing.breaks:
        return f"{title}没有写到「{standing.category.name}」"
    return f"{title}没有{MADE[kind]}这一步"


async def point_out(ctx: Context, charge: Charge, lack: str) -> str:
    """The others of the management group hear of it; its maker, what can be done instead. The trail has that he wanted
    it, and not why."""
    await ctx.store.cases.pointed_out(charge, by=ctx.act)
    name, made, me = ctx.company.name_of(charge.target), MADE[charge.kind], ctx.sender.user_id
    others = [user for user in ctx.company.serving(Role.MGMT_GROUP) if user not in (me, charge.target)]
    why = f"{lack}，{made}是处分，不能办。"
    who = f"{ctx.company.name_of(me)}提出{made}{name}，原因：{shown(charge.reason, GIVEN)}。"
    for user in others:
        ctx.tell(ToPerson(user), Text(f"{who}{why}{name}的权限没有变。"))
    await keep_briefly(ctx, *others)
    told = f"已转告{'、'.join(map(ctx.company.name_of, others))}。" if others else ""
    return f"没有{made}{name}：{why}{told}要维持秩序，在群里发 /禁言；要处分，交人力资源。"
