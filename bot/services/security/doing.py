"""What whoever has an incident does about it: takes it, ticks steps, looks at all of it, and says how it ended."""

from collections.abc import Collection, Sequence

from bot.domain.accounts.works import Deed, Work, WorkState
from bot.domain.data_views import What
from bot.domain.security.incident import BACK, LOCK, Finding, Incident, Logged
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.services.accounts.working import assign
from bot.services.privacy.viewing import note_view
from bot.services.security import wording
from bot.services.security.assessing import ensure_assessed
from bot.services.security.officers import officers
from bot.services.security.telling import keep, tell, tell_teller
from bot.shapes.context import Context
from bot.shapes.outgoing import Text


async def take(ctx: Context, incident: Incident) -> Incident:
    """Whoever presses has it; another one may take it over. Raises UserError."""
    incident.ensure_open()
    if incident.taken_by == ctx.sender.user_id:
        return incident
    after = incident.taken(ctx.sender.user_id)
    await keep(ctx, incident, after, Logged.TAKEN)
    who = ctx.company.name_of(ctx.sender.user_id)
    if incident.taken_by is None:
        await tell_teller(ctx, after, f"{who} 在处理，会打电话找你。")
    for user in await officers(ctx, after):
        if user != ctx.sender.user_id:
            await tell(ctx, user, Text(f"{after.number} 由 {who} 处理。"))
    return after


async def tick(ctx: Context, incident: Incident, steps: Collection[str]) -> Incident:
    """Each step once, with who took it and when. Raises UserError."""
    incident.ensure_open()
    runbook = ctx.company.security.runbook(incident)
    new = [each.key for each in runbook.steps if each.key in steps and each.key not in incident.done]
    if not new:
        return incident
    after = incident.ticked(new, ctx.sender.user_id, ctx.now)
    await keep(ctx, incident, after, Logged.STEP, "、".join(map(runbook.does, new)))
    return after


async def switch(ctx: Context, incident: Incident, deed: Deed) -> str:
    """The account of who told it, off or on again: by the right that the bot has for it, or by an administrator who is
    asked to. That it was ordered is the step. Raises UserError."""
    incident.ensure_open()
    step = LOCK if deed is Deed.DISABLE else BACK
    if not (incident.may_be_locked if step is LOCK else incident.may_be_unlocked):
        raise UserError(Code.BAD_STATE, f"{incident.number} 的账号刚才已经有人安排了，没有重复。", private=True)
    work = Work(deed, incident.teller, ctx.sender.user_id, ctx.now, cause=incident.number, state=WorkState.TO_DO)
    await assign(ctx, work)
    await keep(ctx, incident, incident.ticked([step], ctx.sender.user_id, ctx.now), Logged.STEP, f"安排{deed}")
    return f"{deed}已安排，办好告诉你。"


async def take_places(ctx: Context, incident: Incident, places: Sequence[int]) -> str:
    """By where they stand among those that are left. Raises UserError."""
    left = list(wording.steps_left(incident, ctx.company).items())
    if wrong := [place for place in places if not 0 < place <= len(left)]:
        raise UserError(Code.NOT_FOUND, f"没有第 {wrong[0]} 步，还有 {len(left)} 步没做，什么都没有记。", private=True)
    after = await tick(ctx, incident, [left[place - 1][0] for place in places])
    done = "、".join(left[place - 1][1] for place in places)
    return f"记下了：{done}。{wording.still_to_do(after, ctx.company)}"


async def look(ctx: Context, incident: Incident) -> str:
    """All that was told and done; the look is written down."""
    await note_view(ctx, incident.teller, What.INCIDENT, about=incident.number)
    lines = await ctx.store.incidents.lines(incident.number)
    await ctx.store.incidents.note(incident.number, Logged.LOOKED, by=ctx.act)
    return wording.details(incident, ctx.company, lines, ctx.now)


async def close(ctx: Context, incident: Incident, finding: Finding, said: str = "") -> str:
    """Raises UserError for one that is said to be real, and of which nothing was done."""
    incident.ensure_open()
    if finding is Finding.REAL and not incident.ticks:
        raise UserError(Code.BAD_STATE, f"{incident.number} 一步都还没做，没有办结。先记下做了哪几步。", private=True)
    ensure_assessed(incident, finding)
    after = incident.closed(finding, ctx.now, ctx.sender.user_id)
    await keep(ctx, incident, after, Logged.CLOSED, f"{finding}{f'：{said}' if said else ''}")
    await tell_teller(ctx, after, _to_teller(finding, said))
    return f"已办结：{finding}。"


def _to_teller(finding: Finding, said: str) -> str:
    why = f"{shown(said, 300)}。" if said else ""
    match finding:
        case Finding.REAL:
            return f"已处理好。{why}谢谢你及时说，以后有不对劲的还是马上说。"
        case Finding.FALSE_ALARM:
            return f"核实过了，是误会。{why}拿不准就报，报错了没关系。"
    return f"查过了，没有查实。{why}再有情况马上说。"
