"""What the officers decide about a report: how bad it is, that it isn't so, that it is known, that it has come back."""

from bot.domain.safety.hazards import moves
from bot.domain.safety.hazards.hazard import Grade, Hazard, HazardState, Side, StepKind
from bot.domain.safety.hazards.rights import ensure_officer, officers
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.services.safety.accidents.evidence import hand_over
from bot.services.safety.emergencies.reports import Accidents
from bot.services.safety.hazards import wording
from bot.services.safety.hazards.telling import act_on, ask_owner, find, keep, tell_reporters
from bot.shapes.context import Context
from bot.understanding.emergency.facts import read_facts


async def grade(
    ctx: Context, hazard: Hazard, how: Grade, grounds: tuple[str, ...] = (), *, quietly: bool = False
) -> Hazard:
    """It is real. `quietly`: its reporter hears of the next step at once. Raises UserError."""
    ensure_officer(ctx.sender.user_id, ctx.company)
    if how is Grade.MAJOR and not grounds:
        sentence = f"定为重大要写依据，例如：/核实 {hazard.number} 重大 要停产才能整改。"
        raise UserError(Code.MISSING_ARG, sentence, missing=("reason",))
    after = moves.graded(hazard, how, ctx.now, grounds)
    raised = hazard.grade is not None
    await keep(ctx, hazard, after, StepKind.RAISED if raised else StepKind.GRADED, "；".join([how, *grounds]))
    if not quietly:
        await tell_reporters(ctx, after, "已升级为重大隐患。" if raised else f"已核实，属实，定为{how}隐患。")
    if after.is_major:
        await ask_owner(ctx, after)
    return after


async def not_so(ctx: Context, hazard: Hazard, why: str) -> str:
    """Its reporter is told why. Raises UserError."""
    ensure_officer(ctx.sender.user_id, ctx.company)
    await keep(ctx, hazard, moves.unfounded(hazard), StepKind.UNFOUNDED, why)
    said = f"安全管理员看过了，没有定为隐患：{shown(why, 100)}。有不同看法，补张照片再报一次，或直接找安全管理员。"
    await tell_reporters(ctx, hazard, said)
    return f"{hazard.number} 记为不属实，说明已转给报告人。"


async def merge(ctx: Context, hazard: Hazard, into: Hazard) -> str:
    """By an officer, or by who reported it where it looks like the other one. Both are credited. Raises UserError."""
    reporters = await ctx.store.hazards.reporters(hazard.number)
    own = ctx.sender.user_id in {each.user for each in reporters}
    if not (own and into.number == hazard.resembles):  # else whoever reports anything joins what he pleases
        ensure_officer(ctx.sender.user_id, ctx.company)
    await keep(ctx, hazard, moves.merged(hazard, into), StepKind.MERGED, into.number)
    await _carry_over(ctx, hazard, into)
    await tell_reporters(ctx, hazard, f"和 {into.number} 是同一个，已合并，算共同报告。进展按 {into.number} 告诉你。")
    return f"{hazard.number} 已合并到 {into.number}，两边报告人都记上了。"


async def reopen(ctx: Context, old: Hazard, hazard: Hazard | None = None) -> str:
    """It has come back; `hazard` is the new report of it, if there is one. Raises UserError."""
    ensure_officer(ctx.sender.user_id, ctx.company)
    after = moves.reopened(old, ctx.now)
    await keep(ctx, old, after, StepKind.REOPENED, hazard.number if hazard else "")
    await tell_reporters(ctx, after, "又出现了，已经重开，重新整改。")
    if hazard:
        await keep(ctx, hazard, moves.merged(hazard, after), StepKind.MERGED, old.number)
        await _carry_over(ctx, hazard, after)
        await tell_reporters(ctx, hazard, f"它是上次的 {old.number} 又出现了，已重开。进展按 {old.number} 告诉你。")
    await ask_owner(ctx, after)
    owner = f"还是{ctx.company.name_of(after.plan.owner)}整改" if after.plan.owner else "等派单"
    return f"已重开 {old.number}，{owner}。"


async def turn(ctx: Context, hazard: Hazard, accidents: Accidents, what: str) -> str:
    """It has become an accident: that is opened, and goes its own way.

    Whoever says so is heard; the hazard itself is turned by an officer, or by who told of it. Raises UserError.
    """
    if not (hazard.is_open or what):
        raise moves.bad_state(f"{hazard.number} {hazard.state}，不能转事故。出了事马上发「/事故 地点 情况」。")
    facts = read_facts(f"{hazard.facts.place} {what or hazard.facts.text}", ctx.now)
    before = {each.number for each in await ctx.store.accidents.heard_since(ctx.now)}
    reply = await accidents.report(ctx, facts)
    heard = await ctx.store.accidents.heard_since(ctx.now)
    number = next((each.number for each in heard if each.number not in before), heard[0].number if heard else "")
    if not (hazard.is_open and await _may_turn(ctx, hazard)):
        return reply.content if isinstance(reply.content, str) else number
    await keep(ctx, hazard, moves.turned(hazard, number), StepKind.TURNED, number)
    photos = await ctx.store.hazards.photos(hazard.number)
    await hand_over(ctx, [(each.file, each.at, each.by) for each in photos], number)
    await tell_reporters(ctx, hazard, f"已按事故 {number} 处理。离那里远一点，有新情况马上告诉我。")
    return f"{hazard.number} 已转为事故 {number}。\n{reply.content}" if isinstance(reply.content, str) else number


async def _may_turn(ctx: Context, hazard: Hazard) -> bool:
    reporters = await ctx.store.hazards.reporters(hazard.number)
    return ctx.sender.user_id in {*officers(ctx.company), *(each.user for each in reporters)}


async def alike(ctx: Context, number: str) -> Hazard:
    """One that is named on a card. Raises UserError."""
    if not number:
        raise moves.bad_state("没有和它相像的隐患，没有改动。")
    return await find(ctx, number)


async def _carry_over(ctx: Context, hazard: Hazard, into: Hazard) -> None:
    reporters = await ctx.store.hazards.reporters(hazard.number)
    by = await act_on(ctx, hazard.number, StepKind.JOINED)
    await ctx.store.hazards.join(into.number, reporters, by=by)
    for photo in await ctx.store.hazards.photos(hazard.number):
        if photo.side is Side.BEFORE:
            await ctx.store.hazards.add_photo(into.number, photo.file, photo.side, by=by)


def after_grading(hazard: Hazard) -> str:
    """What comes next, for the officer."""
    if hazard.state is HazardState.GRADED:
        return f"{hazard.number} 定为{hazard.grade}隐患。派单发「/整改 {hazard.number} 责任人 期限 措施 资金 预案」。"
    return f"{hazard.number} 定为{hazard.grade}隐患。{wording.what(hazard)}。"
