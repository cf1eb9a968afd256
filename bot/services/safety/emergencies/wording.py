"""What people read about an accident: its reporter, the group it was told in, and those who are in charge.

In a group stands what everybody has to do, and the number: no name, no injury, no guess about the cause.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.safety.accidents.reports import Accident, AccidentKind, AccidentState, Facts, NoteKind
from bot.domain.wording import shown
from bot.identifiers import TaskId, UserId
from bot.services.safety.emergencies.advice import advice
from bot.shapes.context import Context
from bot.shapes.outgoing import Button, Card

TAKE, FALSE_ALARM, DRILL = "take", "false", "drill"
WORDS: Final = 300  # characters of the reporter's words that are shown
VALUE: Final = 24  # characters of a line on a card
DECISIONS: Final = (Button("误报", FALSE_ALARM, style=3), Button("演练", DRILL, style=3))
NOBODY: Final = "我这里没有能通知到的安全管理员，请马上打电话告诉班组长和领导。"
ONLY_KEPT: Final = "你一分钟内报告了很多处，这一处没有逐条通知，请马上打电话告诉安全管理员。"
NOT_KEPT: Final = "我这里没能登记，请马上打电话告诉班组长和安全管理员。"


def answer(ctx: Context, accident: Accident, told: Sequence[UserId]) -> str:
    """What to do comes first, since that may be all that is read."""
    if not ctx.chat.is_group:
        return f"{_first(accident.facts)}{details(ctx, accident, told)}"
    done = f"已登记 {accident.number}，正在通知安全管理员。" if told else f"已登记 {accident.number}。{NOBODY}"
    return f"{_first(accident.facts)}{done}\n细节请私聊我，群里不发伤者的姓名和照片。"


def details(ctx: Context, accident: Accident, told: Sequence[UserId]) -> str:
    """For the reporter alone."""
    names = "、".join(ctx.company.name_of(user) for user in told)
    done = f"已登记 {accident.number}，正在通知{names}，有人确认收到，我就告诉你。"
    return f"{done if told else f'已登记 {accident.number}。{NOBODY}'}\n{_what_else(accident.facts)}"


def only_kept(accident: Accident) -> str:
    """For whoever reports more places in a minute than are pushed."""
    return f"{_first(accident.facts)}已登记 {accident.number}。{ONLY_KEPT}"


def too_many(ctx: Context, accident: Accident) -> str:
    who = _reporter(ctx.company, accident.reporter)
    return f"{who} 一分钟内报告了很多处事故，从 {accident.number} 起这一分钟的只登记，不再逐条通知。请马上联系报告人。"


def repeated(ctx: Context, accident: Accident, facts: Facts, told: Sequence[UserId]) -> str:
    """The same accident, told again: acknowledged; the advice fits what was told now, or else what was told first."""
    passed = "你说的已转给安全管理员。" if told else NOBODY
    known = "安全管理员已经收到。" if accident.taken_by and told else ""
    vague = facts.kind in (None, AccidentKind.OTHER)
    return f"{_first(accident.facts if vague else facts)}这件事已登记 {accident.number}，{passed}{known}"


def added(accident: Accident, told: Sequence[UserId]) -> str:
    return f"已补充到 {accident.number}，{'也转给了安全管理员。' if told else f'但{NOBODY}'}"


def bare_answer(facts: Facts) -> str:
    """Where nothing could be kept: what to do all the same."""
    return f"{_first(facts)}{NOT_KEPT}"


def instead_of(command: str) -> str:
    return f"（「/{command}」还没有办，险情过后再发一次。）"


def card(ctx: Context, accident: Accident, task_id: TaskId | None) -> Card:
    """Everything that somebody in charge needs to act."""
    title, said = _title(accident), shown(accident.facts.text, WORDS)
    fields = _shown_fields(ctx, accident)
    spelt = "".join(f"{name}：{value}。" for name, value in fields)
    return Card(
        title=title,
        desc=said,
        plain=f"【{title}】{said}\n{spelt}请马上联系报告人。",
        fields=fields,
        buttons=(Button("收到", TAKE), *DECISIONS),
        task_id=task_id,
    )


def bare_card(ctx: Context, facts: Facts) -> str:
    """Where nothing could be kept: what those in charge have to know all the same."""
    room = f"，在{ctx.chat.group.name}里说的" if ctx.chat.group else ""
    said = shown(facts.text, WORDS)
    who = _reporter(ctx.company, ctx.sender.user_id)
    return f"【紧急！{facts.kind}，没有登记成功】{said}\n报告人：{who}{room}。请马上联系。"


def face(ctx: Context, accident: Accident) -> Card:
    """The card as things stand now, for whoever pressed it: what he needs to act stays on it."""
    title, how = _title(accident), _standing(ctx, accident)
    return Card(
        title=title,
        desc=how,
        plain=f"{title}：{how}",
        fields=_shown_fields(ctx, accident),
        buttons=() if accident.state.is_closed else DECISIONS,
    )


def passed_on(ctx: Context, accident: Accident, text: str, kind: NoteKind) -> str:
    """One more voice, or more from the first one, for those in charge."""
    who, how = _reporter(ctx.company, ctx.sender.user_id), "补充" if kind is NoteKind.MORE else "也报告了"
    return f"{accident.number} {who}{how}：{shown(text, WORDS)}"


def taken(ctx: Context, accident: Accident) -> str:
    return f"{accident.number}：{_standing(ctx, accident)}"


def yours(accident: Accident) -> str:
    """For whoever took it by a word instead of his card's button."""
    return f"{accident.number} 记在你名下了：{shown(accident.facts.text, WORDS)}。别的同事和报告人会知道是你在处理。"


def which(waiting: Sequence[Accident]) -> str:
    """One word, and several accidents that it may mean."""
    lines = [f"{each.number}：{shown(each.facts.text)}" for each in waiting]
    return "\n".join([f"有 {len(waiting)} 起在等确认，请回「收到 {waiting[0].number}」这样，带上编号：", *lines])


def closed(accident: Accident) -> str:
    """For its reporter, for the others in charge, and for the group it was told in."""
    return f"{accident.number} 已按{accident.state}关闭。如果还有危险，马上再告诉我；先撤离，打 119 或 120。"


def _first(facts: Facts) -> str:
    return f"{advice(facts.kind)}\n" if facts.urgent else ""


def _title(accident: Accident) -> str:
    return f"{'紧急！' if accident.facts.urgent else ''}{accident.facts.kind} {accident.number}"


def _shown_fields(ctx: Context, accident: Accident) -> tuple[tuple[str, str], ...]:
    return tuple((name, shown(value, VALUE)) for name, value in _fields(ctx, accident))


def _fields(ctx: Context, accident: Accident) -> list[tuple[str, str]]:
    facts = accident.facts
    room = ctx.company.group_of_chat(accident.chat)
    found = [
        ("地点", facts.place or "未说明"),
        ("伤者", _hurt(facts)),
        ("报告人", _reporter(ctx.company, accident.reporter)),
        ("报告时间", _time(ctx, accident.reported_at)),
        ("来自", (room.name if room else "没登记的群") if accident.chat else "私聊"),
    ]
    return [*found, ("发生时间", _time(ctx, facts.at))] if facts.at else found


def _hurt(facts: Facts) -> str:
    if facts.injured is None:
        return facts.level or "未说明"
    many = f"至少 {facts.injured} 人" if facts.injured else "没有"
    return f"{many}，{facts.level}" if facts.level else many


def _reporter(company: Company, user: UserId) -> str:
    found = company.person(user)
    if found is None:
        return f"不在通讯录，联系方式不明，编号 {user}"
    department = company.department_of(found)
    name = company.told_apart(found)
    return f"{department.name} {name}" if department else name


def _what_else(facts: Facts) -> str:
    if facts.place is None:
        return "在哪里？直接回我地点。"
    return f"地点记的是「{shown(facts.place)}」。有新情况（几个人受伤、现在怎样）直接发给我。"


def _standing(ctx: Context, accident: Accident) -> str:
    if accident.state.is_closed and accident.closed_by and accident.closed_at:
        return f"{ctx.company.name_of(accident.closed_by)} {_time(ctx, accident.closed_at)} 按{accident.state}关闭了。"
    if accident.state is AccidentState.TAKEN and accident.taken_by and accident.taken_at:
        return f"{ctx.company.name_of(accident.taken_by)} {_time(ctx, accident.taken_at)} 已收到。"
    return "还没有人收到。"


def _time(ctx: Context, moment: datetime) -> str:
    return clock_time(moment.astimezone(ctx.now.tzinfo), ctx.now)
