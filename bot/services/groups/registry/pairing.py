"""A code goes into the room that the app made, and comes back from the chat that the AI bot hears: both are one."""

from bot.domain.dates import clock_time
from bot.domain.groups.group import Group
from bot.domain.groups.knowing import oversees
from bot.domain.groups.pairing import LASTS, MOST_WRONG, WITHIN, new_code
from bot.errors import Code, UserError
from bot.services.groups.registry.registering import pair
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToGroup
from bot.shapes.replies import Reply

NO_CODE = "这个绑定码不对，或者已经用过、过期了。请群管理员发 /绑定 群名，重新要一个。"


async def issue(ctx: Context, group: Group) -> None:
    """For a group of the app's whose chat the AI bot has not heard yet."""
    code, closes_at = new_code(), ctx.now + LASTS
    await ctx.store.pairings.issue(code, group.id, closes_at=closes_at, by=ctx.act)
    how = f"请群管理员把我（{ctx.company.bot_name}）加进群，再在群里 @{ctx.company.bot_name} 发：/绑定 {code}"
    ctx.tell(ToGroup(group.id), Text(f"绑定码 {code}，{clock_time(closes_at, ctx.now)} 前有效。{how}"))


async def redeem(ctx: Context, code: str | None) -> Reply:
    """A wrong one is counted, so it is answered and not raised: what a refusal writes is undone. Raises UserError."""
    if ctx.chat.id is None:
        raise UserError(Code.NOT_FOUND, "绑定码要在那个群里 @我 发：私聊里我看不出是哪个群。")
    user, since = ctx.sender.user_id, ctx.now - WITHIN
    if await ctx.store.pairings.wrong(user, since=since) >= MOST_WRONG:
        sentence = f"你一小时里输错了 {MOST_WRONG} 次绑定码，先停一停。过一小时再试，或请别的群管理员来发。"
        raise UserError(Code.LIMIT, sentence)
    found = await ctx.store.pairings.find(code, ctx.now) if code else None
    group = await ctx.store.groups.hold(found.group) if found else None
    if found is None or group is None:
        await ctx.store.pairings.note_wrong(user, ctx.now)
        return Reply(NO_CODE)
    if not oversees(ctx.sender, group, ctx.company):
        await ctx.store.pairings.note_wrong(user, ctx.now)
        return Reply("绑定码对，但要由这个群的群管理员来发。请他在这里发一次。")
    await pair(ctx, group, ctx.chat.id)
    await ctx.store.pairings.use(found, by=ctx.act)
    return Reply(f"接通了：这里就是{group.name}，以后在群里 @我 就行。发 /群能力 看我在这里能做什么。")
