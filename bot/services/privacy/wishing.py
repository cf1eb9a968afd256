"""Somebody wants what is kept about him put right or deleted: a case, with a card for whoever decides. Nothing goes by
itself, and what the law or a dispute keeps stays."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Final

from bot.domain.dates import day
from bot.domain.privacy.register import REGISTER
from bot.domain.privacy.wishes import PREFIX, REMIND, WORKDAYS, Wanted, Wish, WishState, handlers
from bot.domain.timers import Timer
from bot.domain.wording import shown
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.privacy.held import not_to_go
from bot.services.timers import call_off, set_timers
from bot.shapes.context import Context, JobContext
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

JOB: Final = "data-wishes"
TOPIC: Final = "data-wish"
DONE, REFUSE = "done", "refuse"
AT: Final = time(9, 50)
WIDE: Final = 100


async def ask(ctx: Context, wanted: Wanted, text: str) -> str:
    """Raises UserError where one of the kind waits already."""
    open_ones = await ctx.store.data_wishes.waiting(ctx.now, ctx.sender.user_id)
    if same := next((each for each in open_ones if each.wanted is wanted), None):
        raise UserError(
            Code.DUPLICATE, f"{same.number} 还在处理，{day(same.due.date())}前答复你，不用再提。", private=True
        )
    number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
    last = ctx.company.pace.calendar.add_workdays(ctx.now.date(), WORKDAYS)
    wish = Wish(number, ctx.sender.user_id, wanted, ctx.now, datetime.combine(last, time(18), ctx.now.tzinfo))
    await ctx.store.data_wishes.add(wish, text, by=ctx.act)
    await set_timers(ctx, JOB, number, _due(ctx, wish))
    asked = await _hand_out(ctx, wish, text)
    who = "、".join(ctx.company.name_of(user) for user in asked[:3]) or "管理员"
    return f"已提交 {number}，{who}会处理，{day(last)}前答复你。"


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Raises UserError."""
    wish = await _open_one(ctx, number)
    if press.key == REFUSE:
        return outcome(f"{number} 还没有答复", f"请写明理由，我转告本人。发 /资料答复 {number} 不办 理由")
    if press.key != DONE:
        raise unknown_button()
    return outcome(f"{number} 已办", await settle(ctx, wish.number, ""))


async def settle(ctx: Context, number: str, why_not: str) -> str:
    """`why_not`: empty, where it is done. Raises UserError."""
    wish = await _open_one(ctx, number)
    said = "" if why_not else await _carry_out(ctx, wish)
    state = WishState.REFUSED if why_not else WishState.DONE
    after = wish.closed(state, ctx.sender.user_id, ctx.now)
    await ctx.store.data_wishes.save(after, why_not or said, was=wish.version, by=ctx.act)
    await call_off(ctx, JOB, number)
    ctx.tell(ToPerson(wish.user), Text(_answer(wish, why_not, said)))
    return f"{number} {state}，已告诉本人。{said}"


async def answer(ctx: JobContext, number: str, timers: Sequence[Timer]) -> None:
    """Who decides hasn't yet: he has the card once more."""
    wish = await ctx.store.data_wishes.get(number, ctx.now)
    if wish and wish.waits:
        await _hand_out(ctx, wish, await ctx.store.data_wishes.text(number) or "（原话打不开）")


async def what_goes(ctx: Context) -> tuple[str, str]:
    """What can go of somebody, and what can't, as he reads it before he asks."""
    many = await ctx.store.own_rows.counted(ctx.sender.user_id)
    goes = [
        f"{entry.what} {many[table]} {entry.unit}"
        for table, entry in REGISTER.items()
        if entry.drops and many.get(table)
    ]
    kinds = dict.fromkeys(entry.kept for table, entry in REGISTER.items() if many.get(table) and not entry.drops)
    stays = "、".join(f"{kept}（{kept.until(ctx.company.retention)}）" for kept in kinds)
    return "、".join(goes), stays


def _due(desk: Desk, wish: Wish) -> Mapping[str, datetime]:
    calendar, asked = desk.company.pace.calendar, wish.asked_at.date()
    days = {workdays: calendar.add_workdays(asked, workdays) for workdays in REMIND}
    return {f"remind:{number}": datetime.combine(on, AT, desk.now.tzinfo) for number, on in days.items()}


async def _hand_out(desk: Desk, wish: Wish, text: str) -> Sequence[UserId]:
    who = handlers(wish, desk.company)
    name = desk.company.name_of(wish.user)
    title = f"{name} 要求{wish.wanted}个人信息 {wish.number}"
    done = "同意删除" if wish.wanted is Wanted.DELETION else "已更正"
    desc = f"{shown(text, WIDE)}\n{day(wish.due.date())}前答复。"
    for user in who:
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=wish.number, holder=user)
        buttons = (Button(done, DONE), Button("不办，写理由", REFUSE, style=3))
        plain = f"{title}\n{desc}\n办好了发 /资料答复 {wish.number} 已办；不办发 /资料答复 {wish.number} 不办 理由"
        desk.tell(ToPerson(user), Card(title, plain, desc=desc, buttons=buttons, task_id=task_id))
    return who


async def _open_one(ctx: Context, number: str) -> Wish:
    wish = await ctx.store.data_wishes.get(number, ctx.now)
    if wish is None or ctx.sender.user_id not in handlers(wish, ctx.company):
        raise UserError(Code.NOT_FOUND, f"没有要你处理的 {number}。请核对编号。", private=True)
    if not wish.waits:
        raise UserError(Code.BAD_STATE, f"{number} {wish.state}，没有改动。", private=True)
    return wish


async def _carry_out(ctx: Context, wish: Wish) -> str:
    """What may go goes; a correction is made by a person where the thing is kept. Raises UserError."""
    if wish.wanted is Wanted.CORRECTION:
        return ""
    if {wish.user, wish.number} & await not_to_go(ctx):
        raise UserError(Code.BAD_STATE, f"{wish.number} 现在不能删：有争议在处理，相关资料先保留。请和法务确认后再办。")
    gone = await ctx.store.own_rows.drop(wish.user, by=ctx.act)
    return f"删除了 {gone} 条。"


def _answer(wish: Wish, why_not: str, said: str) -> str:
    if why_not:
        return f"{wish.number} 要求{wish.wanted}的事没有办：{why_not}。不同意可以发 /求助 说明，会有人再看。"
    if wish.wanted is Wanted.DELETION:
        return f"{wish.number} 已办：{said}按规定要留的到期自动删除，发 /我的数据 看还有什么。"
    return f"{wish.number} 已办：已经更正。发 /我的数据 或 /导出我的数据 核对。"
