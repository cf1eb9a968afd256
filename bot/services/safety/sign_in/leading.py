"""What whoever leads it sees and does: the code of the moment, who is missing, and the roll."""

from dataclasses import replace
from typing import Final

from bot.domain.rights import Role
from bot.domain.safety.sign_in.marks import Mark
from bot.domain.safety.sign_in.sheet import Sheet, SheetState
from bot.domain.wording import shown
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.sign_in.away import away_at
from bot.services.safety.sign_in.sheets import attendance, missing
from bot.services.safety.sign_in.wording import (
    CODE,
    HERE,
    ROLL,
    TICK,
    WHO,
    absence,
    called,
    counted,
    leader_card,
    listed,
    roll_card,
)
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Card, Text, ToPerson
from bot.shapes.replies import Reply

TOPIC: Final = "sign-in-leading"
NOT_YOURS: Final = "签到由现场负责人和安全管理员管理。看自己的发 /我的培训。"
_OVER: Final = "已经取消，不用签到。"


async def held(ctx: Context, number: str) -> Sheet:
    """For who may lead it. Raises UserError."""
    sheet = await ctx.store.sign_in.hold(number, ctx.now)
    if sheet is None or not may_lead(sheet, ctx.sender.user_id, ctx):
        raise UserError(Code.NO_PERMISSION if sheet else Code.NOT_FOUND, NOT_YOURS if sheet else "没有这张签到表。")
    return sheet


def may_lead(sheet: Sheet, user: UserId, desk: Desk) -> bool:
    return user == sheet.leader or user in desk.company.serving(Role.SAFETY_ADMIN)


async def tell_code(desk: Desk, sheet: Sheet) -> None:
    """To its leader; where he has left, to those in charge of safety."""
    leaders = [sheet.leader] if desk.company.is_here(sheet.leader) else desk.company.serving(Role.SAFETY_ADMIN)
    for user in leaders:
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=sheet.number, holder=user)
        card = leader_card(sheet, desk.now, task_id, counted(await attendance(desk, sheet.number)))
        desk.tell(ToPerson(user), card)


async def tell_absent(desk: Desk, sheet: Sheet) -> None:
    if desk.company.is_here(sheet.leader):
        words = await absent(desk, sheet)
        more = f"要登记或更正，发：/更正签到 {sheet.number} 姓名 到场（或未到）理由。"
        desk.tell(ToPerson(sheet.leader), Text(f"{words}{more}"))


async def absent(desk: Desk, sheet: Sheet) -> str:
    """Who did not sign, and whether he is known to be away; why is nobody's business here."""
    found = await attendance(desk, sheet.number)
    away = await away_at(desk, missing(found), sheet.starts)
    return absence(sheet, found, away, desk.company)


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Raises UserError."""
    sheet = await held(ctx, number)
    if sheet.state is not SheetState.OPEN:
        return Reply(Card(called(sheet), _OVER, desc=_OVER))
    match press.key:
        case str(key) if key == TICK:
            return await _ticked(ctx, sheet, press.selected.get(HERE, ()))
        case str(key) if key == ROLL:
            return await _roll(ctx, sheet)
        case str(key) if key in (CODE, WHO):
            return Reply(await _face(ctx, sheet, who=key == WHO))
    raise unknown_button()


async def correct(ctx: Context, number: str, user: UserId, *, here: bool, why: str) -> str:
    """Put down beside what stood before. Raises UserError."""
    sheet = await held(ctx, number)
    if user == ctx.sender.user_id:
        raise UserError(Code.SELF_TARGET, "自己的签到不能自己更正，请另一位负责人来改。")
    if ctx.now < sheet.opens:
        raise UserError(Code.BAD_STATE, f"{called(sheet)}还没开始，{sheet.opens:%H:%M} 起才能登记。")
    found = (await attendance(ctx, number)).get(user)
    name = ctx.company.name_of(user)
    if (found is not None and found.was_here) == here:
        return f"{name} 已经是「{'到场' if here else '未到'}」，没有改动。"
    await ctx.store.sign_in.mark(number, [user], Mark.TICKED if here else Mark.STRUCK, by=ctx.act, why=why)
    said = f"{called(sheet)}的签到更正为「{'到场' if here else '未到'}」，理由：{shown(why, 60)}"
    ctx.tell(ToPerson(user), Text(f"{ctx.company.name_of(ctx.sender.user_id)} 把你在{said}。不对就直接找对方。"))
    return f"已把 {name} 在{said}。原来的记录还在。"


async def _face(ctx: Context, sheet: Sheet, *, who: bool) -> Card:
    found = await attendance(ctx, sheet.number)
    card = leader_card(sheet, ctx.now, None, counted(found))
    if who:
        names = [ctx.company.name_of(each) for each in missing(found)]
        return replace(card, desc=f"还没签到：{listed(names)}。" if names else "全部签到了。")
    if not sheet.takes_signs(ctx.now):
        words = f"签到 {sheet.opens:%H:%M} 到 {sheet.closes:%H:%M}，现在没有签到码。{counted(found)}"
        return replace(card, desc=words)
    return card


async def _roll(ctx: Context, sheet: Sheet) -> Reply:
    """A card of its own: ticks and several buttons have no place on one."""
    left = missing(await attendance(ctx, sheet.number), without=[ctx.sender.user_id])
    if ctx.now < sheet.opens:
        raise UserError(Code.BAD_STATE, f"{sheet.opens:%H:%M} 起才能点名。")
    if left:
        task_id = await ctx.store.cards.issue(topic=TOPIC, subject=sheet.number, holder=ctx.sender.user_id)
        ctx.tell(ToPerson(ctx.sender.user_id), roll_card(sheet, left, ctx.company, task_id))
    card = await _face(ctx, sheet, who=False)
    return Reply(replace(card, desc="点名的卡片已发你。" if left else "全部签到了，不用点名。"))


async def _ticked(ctx: Context, sheet: Sheet, users: tuple[str, ...]) -> Reply:
    found = await attendance(ctx, sheet.number)
    left = set(missing(found, without=[ctx.sender.user_id]))
    seen = [UserId(each) for each in users if each in left]
    await ctx.store.sign_in.mark(sheet.number, seen, Mark.TICKED, by=ctx.act)
    names = listed(ctx.company.name_of(each) for each in seen)
    words = f"已登记 {len(seen)} 人到场：{names}。" if seen else "没有勾人，没有改动。"
    return Reply(Card(f"点名：{called(sheet)}", words, desc=f"{words}还有人要登记，回上一张卡片再按「点名」。"))
