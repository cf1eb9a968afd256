"""Somebody tells of an incident: he reads at once what to do, it has its number, and those on duty have a card.

From anybody and in any state (S255). Nothing is asked back: what was a mistake is closed later, by a human, since
who says that it was one may be whoever has the account now.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.arguments.incidents import IncidentTold
from bot.domain.security.incident import (
    MOST_AN_HOUR,
    PREFIX,
    TWICE_WITHIN,
    Incident,
    IncidentKind,
    Logged,
    told_by,
)
from bot.domain.wording import shown
from bot.errors import Code, UserError, unknown_button
from bot.services.security import wording
from bot.services.security.clock import wind
from bot.services.security.officers import officers
from bot.services.security.telling import OWN_TOPIC, hand, keep, tell_officers
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.replies import Reply, outcome

OWN_SINCE: Final = timedelta(days=400)
MOST: Final = 500  # characters of an addition that officers read
MISTAKEN: Final = "报告人说是误会。账号可能在别人手里，打电话核实了再办结。"
WHAT_MORE: Final = "还有什么情况？直接回我，我马上转过去。"
_WORSE: Final = (IncidentKind.LURE, IncidentKind.GIVEN, IncidentKind.PAID)  # in this order it gets worse


async def file(ctx: Context, told: IncidentTold) -> Reply:
    """What to do now. What he tells twice, or too often, joins what he told before."""
    await ctx.store.incidents.hold(ctx.sender.user_id)
    if told.number:
        return await add(ctx, await find_own(ctx, told.number), told)
    if before := await _same(ctx, told):
        return await add(ctx, before, told)
    incident = Incident(
        await ctx.store.numbers.next(PREFIX, ctx.now.date()),
        told.kind,
        told.text,
        ctx.sender.user_id,
        ctx.now,
        urgent=told.urgent,
        group=ctx.chat.group.id if ctx.chat.group else None,
    )
    await ctx.store.incidents.add(incident, by=ctx.act)
    await wind(ctx, incident)
    await hand(ctx, incident, await officers(ctx, incident))
    return await _receipt(ctx, incident)


async def _same(ctx: Context, told: IncidentTold) -> Incident | None:
    lately = await ctx.store.incidents.told_by(ctx.sender.user_id, ctx.now, since=ctx.now - timedelta(hours=1))
    mine = [each for each in lately if each.is_open]
    command = told_by(told.kind)
    for each in mine:
        if ctx.now - each.told_at < TWICE_WITHIN and told_by(each.kind) == command:
            return each
    return mine[0] if mine and len(lately) >= MOST_AN_HOUR else None


async def add(ctx: Context, incident: Incident, told: IncidentTold) -> Reply:
    """What else he has to say; with nothing, how it stands."""
    if not told.text:
        return Reply(await _standing(ctx, incident), private=True)
    incident.ensure_open()
    worse = told.kind in _WORSE and incident.kind in _WORSE and _WORSE.index(told.kind) > _WORSE.index(incident.kind)
    after = incident.worse(told.kind) if worse else incident.gone_on()
    await keep(ctx, incident, after, Logged.ADDED, told.text)
    said = f"报告人补充：{shown(told.text, MOST)}"
    if worse:  # others have it now, too
        await hand(ctx, after, await officers(ctx, after), said)
    else:
        await tell_officers(ctx, after, f"{incident.number} {said}")
    if worse or told.number == "":
        return await _receipt(ctx, after)
    return Reply(
        f"{incident.number} 已补充，{wording.named(await officers(ctx, after), ctx.company)}马上看到。", private=True
    )


async def find_own(ctx: Context, number: str) -> Incident:
    """Raises UserError."""
    incident = await ctx.store.incidents.get(number, ctx.now)
    if incident is None or incident.teller != ctx.sender.user_id:
        sentence = f"没有你报的 {number}。请核对编号；有新情况直接说就行。"
        raise UserError(Code.NOT_FOUND, sentence, denied=incident is not None, private=True)
    return incident


async def _standing(ctx: Context, incident: Incident) -> str:
    if not incident.is_open:
        return f"{incident.number} {incident.kind}：已办结，{incident.finding}。"
    users = await officers(ctx, incident)
    if incident.taken_by in users:
        return f"{incident.number} {incident.kind}：{ctx.company.name_of(incident.taken_by)} 在处理。"
    return f"{incident.number} {incident.kind}：等 {wording.named(users, ctx.company)} 处理，急就打电话。"


async def _receipt(ctx: Context, incident: Incident) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(wording.BRIEF)
    card = wording.receipt(incident, ctx.company, await officers(ctx, incident))
    task_id = await ctx.store.cards.issue(topic=OWN_TOPIC, subject=incident.number, holder=ctx.sender.user_id)
    return Reply(replace(card, task_id=task_id), private=True)


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """The buttons of who told it. Raises UserError."""
    await ctx.store.private_words.note(ctx.act.cause, ctx.sender.user_id, ctx.now)
    incident = await find_own(ctx, number)
    if press.key == wording.ADD:
        return outcome(number, await _ask_more(ctx, incident))
    if press.key != wording.MISTAKE:
        raise unknown_button()
    incident.ensure_open()
    await keep(ctx, incident, incident.gone_on(), Logged.MISTAKEN)
    await tell_officers(ctx, incident, f"{number} {MISTAKEN}")
    return outcome(number, "好的，已转告处理的人，核实后办结。没事最好。")


async def _ask_more(ctx: Context, incident: Incident) -> str:
    incident.ensure_open()
    await listen(ctx, f"/{told_by(incident.kind)} {incident.number}", WHAT_MORE)
    return WHAT_MORE
