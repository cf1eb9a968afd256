"""Somebody signs that he is there: by the code that is shown where it takes place. Nobody signs for somebody else."""

from datetime import timedelta
from typing import Final

from bot.domain.safety.sign_in.marks import Mark, Presence
from bot.domain.safety.sign_in.sheet import AFTER, BEFORE, MOST_WRONG, Sheet, SheetState
from bot.errors import Code, UserError, unknown_button
from bot.services.safety.sign_in.sheets import presence_of
from bot.services.safety.sign_in.wording import AWAY, COMING, SIGN, called, face, when
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply

COMMAND: Final = "签到"
NOTHING_OPEN: Final = "现在没有等你签到的培训或演练。签到从开始前 15 分钟到开始后 30 分钟；过了时间请现场负责人登记。"
_LONGER: Final = timedelta(days=1)


async def sign(ctx: Context, code: str, number: str | None = None) -> str:
    """What came of it, as a sentence. A wrong code is counted, so it is answered and not raised. Raises UserError."""
    sheet = await _sheet(ctx, code, number)
    found = await presence_of(ctx, sheet.number, ctx.sender.user_id)
    if found and found.here:
        return f"你 {found.here.at.astimezone(ctx.now.tzinfo):%H:%M} 已经签到{called(sheet)}，不用再签。"
    ensure_open(sheet, ctx)
    _ensure_tries(found)
    if not sheet.fits(code, ctx.now):
        return await _wrong(ctx, sheet, found)
    await ctx.store.sign_in.mark(sheet.number, [ctx.sender.user_id], Mark.SIGNED, by=ctx.act)
    added = "" if found and found.asked else "你不在通知名单里，也一样记下了。"
    return f"签到成功：{called(sheet)}，{ctx.now:%H:%M}。{added}"


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """A button of somebody's card: he comes, he can't, he is there. Raises UserError."""
    sheet = await ctx.store.sign_in.hold(number, ctx.now)
    if sheet is None:
        raise UserError(Code.NOT_FOUND, "这张卡片已经失效。")
    if sheet.state is not SheetState.OPEN:
        raise UserError(Code.BAD_STATE, f"{called(sheet)}已经取消，不用来。")
    found = await presence_of(ctx, number, ctx.sender.user_id)
    if press.key == SIGN:
        return await _asked_for_code(ctx, sheet, found)
    if press.key not in (COMING, AWAY):
        raise unknown_button()
    if found is None or not found.was_here:
        await _said(ctx, sheet, found, Mark.COMING if press.key == COMING else Mark.AWAY)
    found = await presence_of(ctx, number, ctx.sender.user_id)
    return Reply(face(sheet, found, ctx.now))


async def _said(ctx: Context, sheet: Sheet, found: Presence | None, mark: Mark) -> None:
    if ctx.now > sheet.closes:
        raise UserError(Code.BAD_STATE, f"{called(sheet)}已经开始，签到在 {sheet.closes:%H:%M} 结束了。")
    if found and found.said is mark:
        return
    await ctx.store.sign_in.mark(sheet.number, [ctx.sender.user_id], mark, by=ctx.act)
    if mark is Mark.AWAY and ctx.company.is_here(sheet.leader) and sheet.leader != ctx.sender.user_id:
        name = ctx.company.name_of(ctx.sender.user_id)
        ctx.tell(ToPerson(sheet.leader), Text(f"{name} 来不了{called(sheet)}（{when(sheet, ctx.now)}）。"))


async def _asked_for_code(ctx: Context, sheet: Sheet, found: Presence | None) -> Reply:
    """The next thing that he sends is the code."""
    if found and found.was_here:
        return Reply(face(sheet, found, ctx.now))
    if not sheet.takes_signs(ctx.now):
        late = ctx.now > sheet.closes
        first = (
            f"签到在 {sheet.closes:%H:%M} 结束了，在现场就请现场负责人登记。"
            if late
            else f"{sheet.opens:%H:%M} 才开始签到。"
        )
        return Reply(face(sheet, found, ctx.now, first))
    _ensure_tries(found)
    await listen(ctx, f"/{COMMAND} {sheet.number}", "四位签到码是多少？看现场的屏幕或白板。", private=True)
    return Reply(face(sheet, found, ctx.now, "请直接把现场的四位签到码发给我。"))


async def _sheet(ctx: Context, code: str, number: str | None) -> Sheet:
    """That of the number; else one that is open now and that he is asked to. Raises UserError."""
    if number:
        sheet = await ctx.store.sign_in.hold(number, ctx.now)
        if sheet is None:
            raise UserError(Code.NOT_FOUND, f"没有编号是 {number} 的签到表。")
        return sheet
    own = set(await ctx.store.sign_in.sheets_of(ctx.sender.user_id, ctx.now))
    running = await ctx.store.sign_in.starting(ctx.now - AFTER, ctx.now + BEFORE, ctx.now)
    mine = [each for each in running if each.number in own]
    if not mine:
        raise UserError(Code.NOT_FOUND, NOTHING_OPEN)
    chosen = next((each for each in mine if each.fits(code, ctx.now)), mine[0])
    return await ctx.store.sign_in.hold(chosen.number, ctx.now) or chosen


def ensure_open(sheet: Sheet, ctx: Context) -> None:
    """Raises UserError."""
    if sheet.state is not SheetState.OPEN:
        raise UserError(Code.BAD_STATE, f"{called(sheet)}已经取消，不用签到。")
    if not sheet.takes_signs(ctx.now):
        window = f"{sheet.opens:%H:%M} 到 {sheet.closes:%H:%M}"
        day = "" if abs(sheet.starts - ctx.now) < _LONGER else f"（{when(sheet, ctx.now)}）"
        raise UserError(
            Code.BAD_STATE, f"{called(sheet)}{day}的签到时间是 {window}，现在不能签。错过了请现场负责人登记。"
        )


def _ensure_tries(found: Presence | None) -> None:
    if found and found.wrong >= MOST_WRONG:
        raise UserError(Code.LIMIT, f"签到码已经错了 {MOST_WRONG} 次，不能再试。在现场就请现场负责人用「点名」登记。")


async def _wrong(ctx: Context, sheet: Sheet, found: Presence | None) -> str:
    await ctx.store.sign_in.mark(sheet.number, [ctx.sender.user_id], Mark.WRONG_CODE, by=ctx.act)
    left = MOST_WRONG - (found.wrong if found else 0) - 1
    if left <= 0:
        return "签到码不对，已经错了 5 次。在现场就请现场负责人用「点名」登记。"
    return f"签到码不对，还能试 {left} 次。看一下现场的屏幕或白板，码每 10 分钟会换。"
