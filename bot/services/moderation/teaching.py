"""After 批评教育 a short lesson and one question, in private (D15§九.1, S194). A wrong answer is explained and asked
again, and counted nowhere: it is no test that somebody can fail. Whoever decided hears that it was done.
"""

from datetime import datetime, time
from string import ascii_uppercase
from typing import Final

from bot.domain.dates import day_seen
from bot.domain.moderation.cases.case import Case, Noted
from bot.domain.moderation.cases.measures import Doing, Effect, Measure
from bot.domain.moderation.lessons import Lesson, lesson_of
from bot.domain.moderation.pack import StepKind
from bot.errors import Code, UserError, unknown_button
from bot.services.approvals.kinds import Desk
from bot.services.moderation.clock import answer_in_time
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "moderation-lesson"
DAYS: Final = 3  # working days
OVER: Final = "这一课已经有结果，不用再答。"
_REMINDED_AT: Final = time(9)  # of the last of them


async def teach(desk: Desk, case: Case) -> None:
    lesson = lesson_of(case.category) if case.kind is StepKind.EDUCATION else None
    if lesson is None or not desk.company.is_here(case.target):
        return
    last = desk.company.pace.calendar.add_workdays(desk.now.date(), DAYS)
    due = datetime.combine(last, _REMINDED_AT, desk.now.tzinfo)
    asked = Measure(case.number, Doing.LEARN, case.target, case.group, Effect.REQUESTED, desk.now, due_at=due)
    asked = await desk.store.measures.add(asked, by=desk.act)
    until = f"{day_seen(last, desk.now.date())}前答完。"
    desk.tell(ToPerson(case.target), await _card(desk, asked, lesson, f"{case.number}。{lesson.text}{until}"))
    await answer_in_time(desk, asked)


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Raises UserError."""
    asked = await ctx.store.measures.get(int(subject), ctx.now)
    case = await ctx.store.cases.get(asked.case, ctx.now) if asked else None
    lesson = lesson_of(case.category) if case else None
    if asked is None or case is None or lesson is None or press.key not in map(str, range(len(lesson.quiz.options))):
        raise unknown_button()
    if ctx.sender.user_id != asked.target:
        raise UserError(Code.NO_PERMISSION, "这要本人来答，没有改动。")
    title = f"{case.number} 小课"
    if not asked.waits:
        return outcome(title, OVER)
    if int(press.key) != lesson.quiz.right:
        return Reply(await _card(ctx, asked, lesson, f"不对。{lesson.quiz.why}再答一次就行，不计次数。"))
    if not await ctx.store.measures.save(
        asked.answered(ctx.sender.user_id, ctx.now, done=True), was=Effect.REQUESTED, by=ctx.act
    ):
        return outcome(title, OVER)
    await ctx.store.cases.note(case.number, Noted.DONE, asked.doing, by=ctx.act)
    if ctx.company.is_here(case.actor):
        ctx.tell(ToPerson(case.actor), Text(f"{case.number} {ctx.company.name_of(case.target)} 学完了小课。"))
    return outcome(title, f"答对了。{lesson.quiz.why}")


async def remind(desk: Desk, case: Case, asked: Measure) -> None:
    """Once, on the last day; whoever decided hears that it waits."""
    lesson = lesson_of(case.category)
    if lesson is None:
        return
    desk.tell(ToPerson(asked.target), await _card(desk, asked, lesson, f"{case.number}，今天答完。{lesson.text}"))
    if desk.company.is_here(case.actor):
        words = f"{case.number} {desk.company.name_of(case.target)} 还没有学小课，已再提醒一次。"
        desk.tell(ToPerson(case.actor), Text(words))


async def _card(desk: Desk, asked: Measure, lesson: Lesson, said: str) -> Card:
    quiz = lesson.quiz
    options = "\n".join(f"{ascii_uppercase[place]}. {option}" for place, option in enumerate(quiz.options))
    title, desc = "学一小课，答一道题", f"{said}\n{quiz.question}\n{options}"
    return Card(
        title,
        f"{title}：{desc}",
        desc=desc,
        buttons=tuple(Button(ascii_uppercase[place], str(place)) for place in range(len(quiz.options))),
        task_id=await desk.store.cards.issue(topic=TOPIC, subject=str(asked.id), holder=asked.target),
    )
