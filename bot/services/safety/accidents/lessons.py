"""After an accident: nothing is let pass until its cause is found, people are dealt with, measures are done and staff
is taught (四不放过). Each is ticked with words; only then is the case closed.
"""

from collections.abc import Iterator
from typing import Final

from bot.domain.dates import day
from bot.domain.safety.accidents.access import own_heads
from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.duty import hour
from bot.domain.safety.accidents.statements import FOUR, Topic, latest
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.services.safety.accidents.cases import ensure_open, state
from bot.services.safety.accidents.measures import open_measures
from bot.shapes.context import Context
from bot.shapes.outgoing import Button, Card

TOPIC: Final = "lessons"  # of its cards
CLOSE: Final = "close"
SAID: Final = {
    Topic.CAUSE: "原因查清",
    Topic.PEOPLE: "责任人处理",
    Topic.FIXED: "措施落实",
    Topic.TAUGHT: "人员教育",
}
_WORDS: Final = 11  # characters of what was said with a tick, beside its day


async def lesson_card(ctx: Context, case: Case, *, first: str = "") -> Card:
    """Of the four, what is done and what isn't yet; the asker's own."""
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=case.number, holder=ctx.sender.user_id)
    title, how = f"四不放过 {case.number}", f"{first}{_standing(case)}"
    fields = tuple((SAID[topic], _tick(case, topic)) for topic in FOUR)
    spelt = "".join(f"{name}：{value}。" for name, value in fields)
    typed = f"发「/四不放过 {case.number} 原因 …」这样写；四项是原因、责任、整改、教育。" if _left(case) else ""
    return Card(
        title=title,
        desc=how,
        plain=f"【{title}】{how}{spelt}{typed}",
        fields=fields,
        buttons=tuple(_buttons(case)),
        task_id=task_id,
    )


async def tick(ctx: Context, case: Case, topic: Topic, words: str) -> Case:
    """Raises UserError. The department's own head doesn't say alone what its cause was (D4§5.2(3))."""
    ensure_open(case)
    if topic is Topic.CAUSE and not case.is_handed_over and not case.value(Topic.CONCLUSION):
        how = f"先发 /事故调查 {case.number} 结论 加上内容，由另一个人确认。"
        raise UserError(Code.BAD_STATE, f"{case.number} 还没有调查结论，原因不能算查清。{how}")
    if ctx.sender.user_id in own_heads(case, ctx.company) and topic in (Topic.CAUSE, Topic.PEOPLE):
        raise UserError(Code.SELF_TARGET, f"{SAID[topic]}由本部门以外的人来定，请安全管理员记下。")
    if topic is Topic.FIXED and (left := await open_measures(ctx, case)):
        numbers = "、".join(each.number for each in left)
        raise UserError(Code.BAD_STATE, f"{numbers} 还没有销号，措施不能算落实。验收以后再来记。")
    return await state(ctx, case, topic, words, by=ctx.sender.user_id)


async def close(ctx: Context, case: Case) -> Case:
    """Raises UserError."""
    ensure_open(case)
    if left := [SAID[topic] for topic in _left(case)]:
        raise UserError(
            Code.BAD_STATE, f"{case.number} 还差{'、'.join(left)}，不能结案。发 /四不放过 {case.number} 接着办。"
        )
    clock = hour(case, ctx.company.safety.accidents)
    if clock and clock.filed_at is None:
        raise UserError(Code.BAD_STATE, f"{case.number} 还没有记下已报，不能结案。发 /事故上报 {case.number} 记下。")
    if ctx.sender.user_id in own_heads(case, ctx.company):
        raise UserError(Code.SELF_TARGET, f"{case.number} 是你部门的事故，请安全管理员或单位负责人结案。")
    return await state(ctx, case, Topic.CLOSED, "是", by=ctx.sender.user_id)


def _left(case: Case) -> list[Topic]:
    return [topic for topic in FOUR if topic not in case.ticked]


def _standing(case: Case) -> str:
    if case.is_closed:
        return "已结案。"
    if left := _left(case):
        return f"还差 {len(left)} 项：{'、'.join(SAID[topic] for topic in left)}。做到了就按按钮写明依据。"
    return "四项都有了，可以结案。"


def _buttons(case: Case) -> Iterator[Button]:
    if case.is_closed:
        return
    yield from (Button(SAID[topic], topic.name) for topic in _left(case))
    if not _left(case):
        yield Button("结案", CLOSE)


def _tick(case: Case, topic: Topic) -> str:
    said = latest(case.said, topic)
    if said is None or not said.value:
        return "还没有"
    return f"{day(said.at.date())} {shown(said.value, _WORDS)}"
