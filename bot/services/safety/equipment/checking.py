"""What must be checked soon: on the first working day of a week, to whoever answers for the area, as boxes to tick."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import full_day
from bot.domain.safety.areas import area_called, contacts
from bot.domain.safety.equipment.equipment import Equipment, wanted
from bot.domain.safety.hazards.rights import officers
from bot.domain.safety.hazards.rounds import begins_week
from bot.domain.safety.rules import Area
from bot.domain.wording import shown
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.shapes.context import Context, JobContext
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Boxes, Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "equipment-check"
DONE: Final = "done"
TICKS: Final = "checked"
BOXES: Final = 20  # of a card (D-90236)
_BOX: Final = 17  # characters


async def remind(ctx: JobContext) -> None:
    """Whoever answers for an area gets what is to be checked in it; where nobody does, the safety officers."""
    today = ctx.slot.date()
    if not begins_week(today, ctx.company.pace.calendar):
        return
    due = wanted(await ctx.store.equipment.all(), today)
    for user, pieces in by_reader(due, ctx.company).items():
        ctx.tell(ToPerson(user), await _asked(ctx, user, pieces))
    over = [each for each in due if each.is_over(today)]
    for user in officers(ctx.company) if over else ():
        lines = [f"· {each.area} {each.said(today)}" for each in over[:BOXES]]
        head = f"超期没检验的安全设备 {len(over)} 件，检验前先停用："
        ctx.tell(ToPerson(user), Text("\n".join([head, *lines])))


def by_reader(due: Iterable[Equipment], company: Company) -> Mapping[UserId, Sequence[Equipment]]:
    found: dict[UserId, list[Equipment]] = {}
    for each in due:
        for user in (contacts(area_called(each.area, company) or Area(each.area), company) or officers(company))[:1]:
            found.setdefault(user, []).append(each)
    return found


async def pressed(ctx: Context, _: str, press: Press) -> Reply:
    """What was ticked was checked today; a press without a tick leaves the card as it is."""
    today = ctx.now.date()
    mine = await _mine(ctx, ctx.sender.user_id)
    ticked = [each for each in mine if _id(each) in press.selected.get(TICKS, ())]
    if not ticked:
        return Reply(_card(wanted(mine, today), today, "没有勾选，什么都没有改动。检好哪几件就勾哪几件。"))
    renewed = [new for each in ticked if (new := each.checked(today))]
    if renewed:
        await ctx.store.equipment.note(renewed, by=ctx.act)
    lines = [f"{each.name} 下次 {full_day(each.due)}前检验。" for each in renewed]
    lines += [f"{each.name} 没有登记检验周期，请把新的到期日告诉安全管理员登记。" for each in ticked if not each.months]
    return outcome(f"已检验 {len(ticked)} 件", "\n".join(lines))


async def _asked(ctx: JobContext, user: UserId, pieces: Sequence[Equipment]) -> Card:
    today = ctx.slot.date()
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=today.isoformat(), holder=user)
    return replace(_card(pieces, today, "检好了的勾上。"), task_id=task_id)


def _card(pieces: Sequence[Equipment], today: date, words: str) -> Card:
    if not pieces:
        return Card(title="安全设备", desc="一个月内没有要检验的设备。", plain="一个月内没有要检验的设备。")
    lines = "\n".join(f"· {each.area} {each.said(today)}" for each in pieces[:BOXES])
    more = f"\n还有 {len(pieces) - BOXES} 件，全部看 /安全设备。" if len(pieces) > BOXES else ""
    title = f"一个月内要检验的安全设备 {len(pieces)} 件"
    return Card(
        title=title,
        desc=words,
        plain=f"{title}：\n{lines}{more}",
        boxes=Boxes(TICKS, {_id(each): _box(each) for each in pieces[:BOXES]}),
        buttons=(Button("勾选的已检验", DONE),),
    )


async def _mine(desk: Desk, user: UserId) -> Sequence[Equipment]:
    """All of the areas of his, whether they are due or not: a card outlives its week."""
    return by_reader(await desk.store.equipment.all(), desk.company).get(user, ())


def _id(piece: Equipment) -> str:
    """The same piece with another day is another box: what was ticked off once isn't again by an older card."""
    written = f"{piece.area}|{piece.name}|{piece.due.isoformat()}"
    return sha256(written.encode()).hexdigest()[:24]  # at most 128 bytes (D-90236), whatever its name


def _box(piece: Equipment) -> str:
    day = f"{piece.due.month}/{piece.due.day} "
    return f"{day}{shown(piece.name, _BOX - len(day) - 1)}"
