"""The card of an accident, for somebody in charge: everything that he needs to act, and how it stands."""

from datetime import datetime
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.safety.accidents.reports import Accident, AccidentState, Facts
from bot.domain.wording import shown
from bot.identifiers import TaskId, UserId
from bot.services.approvals.kinds import Desk
from bot.shapes.context import Context
from bot.shapes.outgoing import Button, Card

TAKE, PASS, FALSE_ALARM, DRILL, REOPEN, HAZARD = "take", "pass", "false", "drill", "reopen", "hazard"
WORDS: Final = 300  # characters of the reporter's words that are shown
VALUE: Final = 24  # characters of a line on a card
DECISIONS: Final = (Button("误报", FALSE_ALARM, style=3), Button("演练", DRILL, style=3))
CANNOT: Final = Button("我处理不了", PASS, style=3)


def card(ctx: Desk, accident: Accident, task_id: TaskId | None, *, note: str = "") -> Card:
    """Everything that somebody in charge needs to act. `note`: why he of all people has it."""
    title, said = _title(accident), shown(accident.facts.text, WORDS)
    fields = _shown_fields(ctx, accident)
    spelt = "".join(f"{name}：{value}。" for name, value in fields)
    return Card(
        title=title,
        desc=said,
        plain=f"【{title}】{said}\n{spelt}{note and f'{note}。'}请回「收到」，马上联系报告人。",
        note=note,
        fields=fields,
        buttons=(Button("收到", TAKE), CANNOT, *DECISIONS),
        task_id=task_id,
    )


def bare_card(ctx: Context, facts: Facts) -> str:
    """Where nothing could be kept: what those in charge have to know all the same."""
    room = f"，在{ctx.chat.group.name}里说的" if ctx.chat.group else ""
    said = shown(facts.text, WORDS)
    who = reporter_said(ctx.company, ctx.sender.user_id)
    return f"【紧急！{facts.kind}，没有登记成功】{said}\n报告人：{who}{room}。请马上联系。"


def face(ctx: Context, accident: Accident, *, said: str = "") -> Card:
    """The card as things stand now, for whoever pressed it: what he needs to act stays on it. `said`: before that."""
    own = accident.taken_by == ctx.sender.user_id
    title, how = _title(accident), f"{said}{standing(ctx, accident)}"
    return Card(
        title=title,
        desc=how,
        plain=f"{title}：{how}",
        fields=_shown_fields(ctx, accident),
        buttons=_buttons(accident, own=own),
    )


def _buttons(accident: Accident, *, own: bool) -> tuple[Button, ...]:
    if accident.state is AccidentState.FALSE_ALARM:  # nothing has happened, yet something may be wrong there
        return (Button("登记为隐患", HAZARD), Button("重新打开", REOPEN, style=4))
    if accident.state.is_closed:
        return (Button("重新打开", REOPEN),)
    if accident.state is AccidentState.TAKEN:
        return (CANNOT, *DECISIONS) if own else DECISIONS
    return (Button("收到", TAKE), CANNOT, *DECISIONS)


def _title(accident: Accident) -> str:
    return f"{'紧急！' if accident.facts.urgent else ''}{accident.facts.kind} {accident.number}"


def _shown_fields(ctx: Desk, accident: Accident) -> tuple[tuple[str, str], ...]:
    return tuple((name, shown(value, VALUE)) for name, value in _fields(ctx, accident))


def _fields(ctx: Desk, accident: Accident) -> list[tuple[str, str]]:
    facts = accident.facts
    room = ctx.company.group_of_chat(accident.chat)
    found = [
        ("地点", facts.place or "未说明"),
        ("伤者", _hurt(facts)),
        ("报告人", reporter_said(ctx.company, accident.reporter)),
        ("报告时间", time_said(ctx, accident.reported_at)),
        ("来自", (room.name if room else "没登记的群") if accident.chat else "私聊"),
    ]
    return [*found, ("发生时间", time_said(ctx, facts.at))] if facts.at else found


def _hurt(facts: Facts) -> str:
    if facts.injured is None:
        return facts.level or "未说明"
    many = f"至少 {facts.injured} 人" if facts.injured else "没有"
    return f"{many}，{facts.level}" if facts.level else many


def reporter_said(company: Company, user: UserId) -> str:
    found = company.person(user)
    if found is None:
        return f"不在通讯录，联系方式不明，编号 {user}"
    department = company.department_of(found)
    name = company.told_apart(found)
    return f"{department.name} {name}" if department else name


def standing(ctx: Desk, accident: Accident) -> str:
    if accident.state.is_closed and accident.closed_by and accident.closed_at:
        who, at = ctx.company.name_of(accident.closed_by), time_said(ctx, accident.closed_at)
        return f"{who} {at} 按{accident.state}关闭了。"
    if accident.state is AccidentState.TAKEN and accident.taken_by and accident.taken_at:
        return f"{ctx.company.name_of(accident.taken_by)} {time_said(ctx, accident.taken_at)} 已收到。"
    return "还没有人收到。"


def time_said(ctx: Desk, moment: datetime) -> str:
    return clock_time(moment.astimezone(ctx.now.tzinfo), ctx.now)
