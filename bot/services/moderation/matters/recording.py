"""Human resources write down what people decided and did, outside of the bot (D2§12.2, D6§15, S168, S179)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.domain.dates import days_seen
from bot.domain.moderation.matters.matter import PREFIX, About, Matter, MatterState, Told
from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.errors import Code, Overtaken, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.moderation.matters.showing import head
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson

GIVEN: Final = 100
STILL_HEARD: Final = "有危险照样可以发 /隐患、/事故 或直接喊我。"
NOT_OPEN: Final = "没有编号是 {number}、等你们办的移交。发 /移交单 看全部。"


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided elsewhere about a colleague; `first`, `last` and `pay` of what lasts."""

    about: About
    target: UserId
    reason: str
    first: date | None = None
    last: date | None = None
    pay: str = ""


async def record(ctx: Context, decided: Decided) -> Matter:
    """It is done by people already: kept, and said to whom it is about, who may ask about it."""
    number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
    matter = Matter(
        number,
        decided.about,
        decided.target,
        ctx.sender.user_id,
        ctx.now,
        MatterState.DONE,
        cases=tuple(each.number for each in await ctx.store.cases.of(decided.target, ctx.now) if each.stands),
        first=decided.first,
        last=decided.last,
        pay=decided.pay,
    )
    await ctx.store.matters.add(matter, decided.reason, Told.RECORDED, by=ctx.act)
    ctx.tell(ToPerson(decided.target), Text(_for_him(ctx, matter, decided.reason)))
    return matter


def _for_him(ctx: Context, matter: Matter, reason: str) -> str:
    lasts = f"，{days_seen(matter.first, matter.last, ctx.now.date())}" if matter.first and matter.last else ""
    pay = f"，{matter.pay}" if matter.pay else ""
    by = ctx.company.name_of(matter.by)
    what = f"人力资源登记了对你的{matter.about}{lasts}{pay}，编号 {matter.number}。原因：{shown(reason, GIVEN)}。"
    return f"{what}书面决定以纸质或邮件送达的为准；不同意或有疑问，找 {by}。{STILL_HEARD}"


async def close(ctx: Context, number: str, result: str) -> Matter:
    """What became of one that was handed over. Raises UserError."""
    matter = await mine(ctx, number)
    if not matter.state.is_open:
        raise UserError(Code.BAD_STATE, f"{number} {matter.state}，不用再登记。发 /移交单 {number} 看经过。")
    if matter.state is MatterState.WAITING:
        raise UserError(Code.BAD_STATE, f"{number} 还在等确认，确认了才登记结果。发 /待办 看等谁。")
    after = matter.now(MatterState.DONE)
    if not await ctx.store.matters.save(after, Told.DONE, result, was=matter.version, by=ctx.act):
        raise Overtaken(number)
    if matter.about.is_legal:
        await ctx.store.holds.let_go(matter, by=ctx.act)
        await ctx.store.matters.note(number, Told.RELEASED, by=ctx.act)
    if matter.by != ctx.sender.user_id and ctx.company.is_here(matter.by):
        ctx.tell(ToPerson(matter.by), Text(f"{number} 已办结。结果由{_whose(matter).label}掌握。"))
    return after


async def mine(ctx: Context, number: str) -> Matter:
    """Of whoever's affair it is, and never his own. Raises UserError."""
    matter = await ctx.store.matters.get(number, ctx.now)
    if matter is None or not is_for(ctx.sender.user_id, matter, ctx):
        raise UserError(Code.NOT_FOUND, NOT_OPEN.format(number=number))
    return matter


def is_for(user: UserId, matter: Matter, desk: Desk) -> bool:
    """Of what both confirm, both; nobody reads or closes what is about himself."""
    roles = matter.about.deciders or (Role.HR,)
    return user != matter.target and any(user in desk.company.holders(role) for role in roles)


async def waiting(ctx: Context) -> Sequence[str]:
    """Of each that is open and his affair, a line."""
    found = await ctx.store.matters.open_ones(ctx.now)
    return [head(ctx, each) for each in found if is_for(ctx.sender.user_id, each, ctx)]


def _whose(matter: Matter) -> Role:
    return Role.LEGAL if matter.about.is_legal else Role.HR
