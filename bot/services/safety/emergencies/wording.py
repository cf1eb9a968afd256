"""What people read about an accident: its reporter, the group it was told in, and those who are in charge.

In a group stands what everybody has to do, and the number: no name, no injury, no guess about the cause.
"""

from collections.abc import Sequence
from typing import Final

from bot.domain.safety.accidents.reports import Accident, AccidentKind, Facts, NoteKind
from bot.domain.wording import shown
from bot.identifiers import UserId
from bot.services.safety.emergencies.advice import advice
from bot.services.safety.emergencies.cards import WORDS, reporter_said, standing
from bot.shapes.context import Context

NOBODY: Final = "我这里没有能通知到的安全管理员，请马上打电话告诉班组长和领导。"
ONLY_KEPT: Final = "你一分钟内报告了很多处，这一处没有逐条通知，请马上打电话告诉安全管理员。"
CARRIED: Final = "你刚才写的也一起报上去了。"
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
    who = reporter_said(ctx.company, accident.reporter)
    return f"{who} 一分钟内报告了很多处事故，从 {accident.number} 起这一分钟的只登记，不再逐条通知。请马上联系报告人。"


def repeated(ctx: Context, accident: Accident, facts: Facts, told: Sequence[UserId]) -> str:
    """The same accident, told again: acknowledged; the advice fits what was told now, or else what was told first."""
    passed = "你说的已转给安全管理员。" if told else NOBODY
    known = "安全管理员已经收到。" if accident.taken_by and told else ""
    vague = facts.kind in (None, AccidentKind.OTHER)
    return f"{_first(accident.facts if vague else facts)}这件事已登记 {accident.number}，{passed}{known}"


def opened_again(ctx: Context, accident: Accident, facts: Facts, told: Sequence[UserId]) -> str:
    """Of the same place as one that was closed a moment ago."""
    names = "安全管理员" if ctx.chat.is_group else "、".join(ctx.company.name_of(user) for user in told)
    done = f"正在通知{names}。" if told else NOBODY
    return f"{_first(facts)}{accident.number} 刚才按{accident.state}关闭过，现在重新打开，{done}"


def added(accident: Accident, told: Sequence[UserId]) -> str:
    return f"已补充到 {accident.number}，{'也转给了安全管理员。' if told else f'但{NOBODY}'}"


def bare_answer(facts: Facts) -> str:
    """Where nothing could be kept: what to do all the same."""
    return f"{_first(facts)}{NOT_KEPT}"


def instead_of(command: str) -> str:
    return f"（「/{command}」还没有办，险情过后再发一次。）"


def passed_on(ctx: Context, accident: Accident, text: str, kind: NoteKind) -> str:
    """One more voice, or more from the first one, for those in charge."""
    who, how = reporter_said(ctx.company, ctx.sender.user_id), "补充" if kind is NoteKind.MORE else "也报告了"
    return f"{accident.number} {who}{how}：{shown(text, WORDS)}"


def taken(ctx: Context, accident: Accident) -> str:
    return f"{accident.number}：{standing(ctx, accident)}"


def yours(accident: Accident) -> str:
    """For whoever took it by a word instead of his card's button."""
    return f"{accident.number} 记在你名下了：{shown(accident.facts.text, WORDS)}。别的同事和报告人会知道是你在处理。"


def which(waiting: Sequence[Accident], word: str = "收到") -> str:
    """One word, and several accidents that it may mean."""
    lines = [f"{each.number}：{shown(each.facts.text)}" for each in waiting]
    what = "在等确认" if word == "收到" else "事故"
    first = f"有 {len(waiting)} 起{what}，请回「{word} {waiting[0].number}」这样，带上编号："
    return "\n".join([first, *lines])


def closed(accident: Accident, why: str = "") -> str:
    """For its reporter, for the others in charge, and for the group it was told in, which isn't told why."""
    so = f"（{why}）" if why else ""
    return f"{accident.number} 已按{accident.state}关闭{so}。如果还有危险，马上再告诉我；先撤离，打 119 或 120。"


def _first(facts: Facts) -> str:
    return f"{advice(facts.kind)}\n" if facts.urgent else ""


def _what_else(facts: Facts) -> str:
    if facts.place is None:
        return "在哪里？直接回我地点。"
    return f"地点记的是「{shown(facts.place)}」。有新情况（几个人受伤、现在怎样）直接发给我。"
