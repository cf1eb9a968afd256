"""Long illness, or paid leave of absence, may cost a year's annual leave: the human resources are asked, each time, and
nothing happens by itself (职工带薪年休假条例 art. 4, 企业职工带薪年休假实施办法 art. 8)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.calendar.span import Span
from bot.domain.leave.amounts import NOTHING
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.counting.sick import calendar_days, days_of
from bot.domain.leave.ledgers.crediting import take_all
from bot.domain.leave.ledgers.forfeiting import Absences, Forfeit, forfeit
from bot.domain.leave.ledgers.papers import Paper, PaperKind, PaperState
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.rights import Role
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.leave.ledgers.balances import brought_up_to_date, up_to_date
from bot.services.leave.ledgers.carrying import carried_kind
from bot.services.leave.ledgers.correcting import PREFIX
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply

TOPIC: Final = "leave-forfeit"
FORFEITED, KEPT = "forfeited", "kept"
RULE: Final = "这一年不享受年假（《职工带薪年休假条例》第四条），由人力资源决定"
SICK, PERSONAL, PAID = "病假", "事假", "全薪"
_TAKEN: Final = (LeaveState.RUNNING, LeaveState.ENDED)


async def propose(desk: Desk, year: int) -> None:
    """Ask about everybody whose absences of that year may cost him one, once for each year that it would cost."""
    kind = carried_kind(desk)
    if kind is None:
        return
    known = {
        (each.user, each.year)
        for at in (year, year + 1)
        for each in await desk.store.leave_papers.of_year(PaperKind.FORFEIT, at)
    }
    for user, leaves in (await _absent(desk, year)).items():
        taken = (await up_to_date(desk, user, year)).balance(kind.name, year).used
        service = desk.company.leave.facts(user).service
        found = forfeit(year, service, _absences(desk, user, leaves, year), taken) if service else None
        if found and (user, found.year) not in known:
            await _ask(desk, user, kind.name, found)


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """HR decides. Raises UserError."""
    paper = await ctx.store.leave_papers.get(subject)
    if paper is None or press.key not in (FORFEITED, KEPT):
        raise unknown_button("请在最新的那张卡片上按。")
    user = ctx.sender.user_id
    if user not in ctx.company.holders(Role.HR) or not ctx.company.is_here(user) or user == paper.user:
        raise UserError(Code.NO_PERMISSION, "这件事由人力资源的其他同事决定，你不用办。")
    name = ctx.company.name_of(paper.user)
    if paper.state is not PaperState.OPEN:
        return _face(paper, name, f"已经有人定了：{_decided(paper.state)}。")
    if press.key == KEPT:
        await ctx.store.leave_papers.change(paper, PaperState.DECLINED, by=ctx.act)
        return _face(paper, name, f"已记下（{paper.number}）：照常享受，没有改动。")
    await ctx.store.leave_papers.change(paper, PaperState.DONE, by=ctx.act)
    on = max(ctx.now.date(), date(paper.year, 1, 1))
    ledger = await brought_up_to_date(ctx, paper.user, paper.year)
    entries = take_all(ledger, paper.type, paper.year, on=on, cause=paper.number, rule=RULE)
    await ctx.store.leave_ledgers.write(paper.user, entries, by=ctx.act)
    words = (
        f"{paper.text}，你{paper.year}年的{paper.type}不再享受（{paper.number}），已经休的不追回。有疑问请找人力资源。"
    )
    ctx.tell(ToPerson(paper.user), Text(words))
    return _face(paper, name, f"已入账（{paper.number}）：{paper.year}年没休的{paper.type}清零，已经私下告诉本人。")


async def _absent(desk: Desk, year: int) -> dict[UserId, list[LeaveRequest]]:
    zone = desk.now.tzinfo
    first, last = datetime.combine(date(year, 1, 1), time(), zone), datetime.combine(date(year + 1, 1, 1), time(), zone)
    users = [each.user_id for each in desk.company.people if each.active]
    found: dict[UserId, list[LeaveRequest]] = {}
    for leave in await desk.store.leaves.between(first, last, users):
        if leave.state in _TAKEN and leave.type in (SICK, PERSONAL):
            found.setdefault(leave.user, []).append(leave)
    return found


def _absences(desk: Desk, user: UserId, leaves: Sequence[LeaveRequest], year: int) -> Absences:
    kind = desk.company.leave.types.get(PERSONAL)
    personal = [each for each in leaves if each.type == PERSONAL and kind and kind.pay.startswith(PAID)]
    days = sum((each.amount - each.unused for each in personal if each.begins.year == year), NOTHING)
    sick = _spans((each for each in leaves if each.type == SICK), desk, user)
    return Absences(days, calendar_days(sick, year))


def _spans(leaves: Iterable[LeaveRequest], desk: Desk, user: UserId) -> list[Span]:
    """What has passed of them: until yesterday, or the day before he was back."""
    schedule, found = desk.company.schedule(user), []
    for leave in leaves:
        if isinstance(leave.when, Daily):
            continue
        span = days_of(leave.when, schedule)
        back = min(leave.returned_on or desk.now.date(), desk.now.date())
        if span.start < back:
            found.append(span if span.end < back else replace(span, end=back - timedelta(days=1), end_half=None))
    return found


async def _ask(desk: Desk, user: UserId, type_: str, found: Forfeit) -> None:
    today, why = desk.now.date(), found.why
    number = await desk.store.numbers.next(PREFIX, today)
    paper = Paper(number, PaperKind.FORFEIT, user, type_, found.year, NOTHING, why, UserId(desk.act.actor), today)
    await desk.store.leave_papers.add(paper, by=desk.act)
    for reader in desk.company.serving(Role.HR):
        if reader == user:
            continue
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=number, holder=reader)
        title = _title(paper, desk.company.name_of(user))
        words = f"{why}。由人力资源核对后决定，不决定就照常享受。"
        buttons = (Button("不再享受", FORFEITED, style=2), Button("照常享受", KEPT))
        plain = f"{title}{words}要决定，请到手机或电脑上的企业微信里按卡片上的按钮。"
        desk.tell(ToPerson(reader), Card(title=title, desc=words, plain=plain, buttons=buttons, task_id=task_id))


def _decided(state: PaperState) -> str:
    return "照常享受" if state is PaperState.DECLINED else "不再享受"


def _title(paper: Paper, name: str) -> str:
    return f"{name}{paper.year}年的{paper.type}还享受吗？"


def _face(paper: Paper, name: str, outcome: str) -> Reply:
    return Reply(Card(title=_title(paper, name), desc=outcome, plain=outcome))
