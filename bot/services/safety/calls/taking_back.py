"""Whoever reported an accident may say that it is none: he is asked once more, and says why.

He closes it as long as nobody has it and nobody else has told of it. Else what he says is passed on: nobody makes an
accident that others saw disappear by a word (瞒报；安全生产法 art. 110).
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Final

from bot.domain.safety.accidents.reports import MORE_WITHIN, Accident, AccidentState, NoteKind
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.services.safety.calls import wording
from bot.services.safety.calls.deciding import (
    WAITS,
    WHY,
    Deciding,
    acting,
    asked_why,
    may_decide,
    named,
    now_of,
)
from bot.services.safety.calls.tree import TOPIC, told_so_far
from bot.services.safety.emergencies.cards import FALSE_ALARM
from bot.services.safety.emergencies.wording import which
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Select, Text, ToPerson
from bot.shapes.replies import Reply
from bot.understanding.emergency.retraction import reason_in, takes_back

YES, NO = "mine-yes", "mine-no"
KEYS: Final = frozenset({YES, NO})
REASONS: Final = wording.WHY[AccidentState.FALSE_ALARM]
LONGEST: Final = 60  # characters of a reason
Add = Callable[[Context, Accident, str, NoteKind, str | None], Awaitable[object]]
_PLAIN: Final = regex("误报|虚惊|假警")  # from whoever reported nothing: 没事了 is said of anything


async def taken_back(ctx: Context, line: str, deciding: Deciding, add: Add) -> Reply | None:
    """None: it takes nothing back that its writer has reported or decides on.

    What its reporter says is passed on by `add` before he is asked: those who run there should know.
    """
    if line.startswith("/") or not takes_back(line):
        return None
    ctx, (number, _) = acting(ctx), named(line)
    why = reason_in(line)[:LONGEST] if number else ""
    if own := await _own(ctx, number):
        if why:
            return await _close_own(ctx, own, shown(why), deciding)
        await add(ctx, own, line, NoteKind.MORE, None)
        return await _ask(ctx, own)
    if ctx.chat.is_group or not (number or _PLAIN.search(line)):
        return None
    return await _of_others(ctx, number, shown(why) if why else "", deciding)


async def answered(ctx: Context, number: str, press: Press, deciding: Deciding) -> Reply:
    """His own card: is it none, and why. Its new face."""
    ctx = acting(ctx)
    accident = await ctx.store.accidents.get(number)
    if accident is None or accident.reporter != ctx.sender.user_id:
        raise UserError(Code.NOT_FOUND, "这张卡片已经失效。有危险先撤离，打 119 或 120。")
    if press.key == NO:
        return Reply(_face(accident, f"好，{number} 照常处理。有新情况直接发给我。"))
    chosen = next(iter(press.selected.get(WHY, ())), "")
    reply = await _close_own(ctx, accident, REASONS.get(chosen, next(iter(REASONS.values()))), deciding)
    return Reply(_face(accident, str(reply.content)))


async def _own(ctx: Context, number: str) -> Accident | None:
    lately = await ctx.store.accidents.heard_since(ctx.now - MORE_WITHIN)
    mine = (each for each in lately if each.reporter == ctx.sender.user_id and number in ("", each.number))
    return next((each for each in mine if ctx.chat.id in (None, each.chat)), None)


async def _ask(ctx: Context, accident: Accident) -> Reply:
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=accident.number, holder=ctx.sender.user_id)
    return Reply(
        Card(
            title=f"{accident.number} 是误报吗？",
            desc="选好原因按「是误报」，通知就停下，安全管理员会知道。真出过事、已经处理好的，按「不是误报」。",
            plain=f"{accident.number} 是误报吗？是就回「误报 {accident.number} 原因」，通知就停下。真出过事的不用回。",
            buttons=(Button("是误报", YES), Button("不是误报", NO, style=3)),
            select=Select(WHY, "原因", REASONS, selected=next(iter(REASONS))),
            task_id=task_id,
        )
    )


async def _close_own(ctx: Context, accident: Accident, why: str, deciding: Deciding) -> Reply:
    if accident.state.is_closed:
        return Reply(f"{accident.number} 已经按{accident.state}关闭了。")
    if accident.state is AccidentState.OPEN and not await _told_by_others(ctx, accident):
        await deciding.close(ctx, accident, AccidentState.FALSE_ALARM, why)
        return Reply(f"{accident.number} 已按误报关闭，通知停下了。如果还有危险，马上再告诉我；先撤离，打 119 或 120。")
    holders = [accident.taken_by] if accident.taken_by else await told_so_far(ctx, accident.number)
    for user in holders:
        ctx.tell(
            ToPerson(user), Text(f"{accident.number} 报告人说是误报（{why}）。请核实，确实没事就在卡片上按「误报」。")
        )
    await ctx.store.accidents.add(accident, f"说是误报：{why}", NoteKind.MORE, by=ctx.act)
    names = "、".join(ctx.company.name_of(user) for user in holders) or "安全管理员"
    return Reply(f"已告诉{names}：你说 {accident.number} 是误报。核实没事就关闭。")


async def _told_by_others(ctx: Context, accident: Accident) -> bool:
    notes = await ctx.store.accidents.notes(accident.number)
    return any(note.kind is NoteKind.REPEAT and note.by != accident.reporter for note in notes)


async def _of_others(ctx: Context, number: str, why: str, deciding: Deciding) -> Reply | None:
    """Said by somebody in charge: his card's button, by a word."""
    lately: Sequence[Accident] = await ctx.store.accidents.heard_since(ctx.now - WAITS)
    his = [each for each in lately if number in ("", each.number) and may_decide(ctx, each)]
    if len(his) > 1:
        return Reply(which(his, "误报"))
    if not his:
        return None
    if why:
        await deciding.close(ctx, his[0], AccidentState.FALSE_ALARM, why)
        return Reply(f"{number} 已按误报关闭（{why}），报告人和别的同事会知道。")
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=his[0].number, holder=ctx.sender.user_id)
    shape = asked_why(ctx, await now_of(ctx, his[0].number), AccidentState.FALSE_ALARM, FALSE_ALARM)
    return Reply(replace(shape, task_id=task_id))


def _face(accident: Accident, words: str) -> Card:
    return Card(title=f"{accident.facts.kind}报告", desc=words, plain=words)
