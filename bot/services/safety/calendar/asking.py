"""A question a day: a card, its answer with the why, and how many days in a row, for who wants that."""

from dataclasses import replace
from datetime import date
from typing import Final

from bot.domain.safety.calendar.entry import Volunteers
from bot.domain.safety.library.rotation import Wish, take_turn
from bot.domain.safety.library.streak import answered
from bot.domain.safety.library.topic import LETTERS, Topic
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.calendar.composing import lesson
from bot.services.safety.calendar.readers import of_person
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply

TOPIC: Final = "safety-quiz"
ENTRY: Final = "今日安全"
WANT, STOP = "want", "stop"


async def today(ctx: Context) -> Reply:
    """Today's text; its question goes to the asker in private."""
    user = ctx.sender.user_id
    topic = await todays_topic(ctx, user, ENTRY)
    if topic is None:
        return Reply("资料库是空的。请让管理员看看 [safety] library 的设置。")
    question = await card(ctx, user, topic)
    if not ctx.chat.is_group:
        ctx.tell(ToPerson(user), Text(lesson(topic)))
        return Reply(question)
    if ctx.chat.private_way:
        ctx.tell(ToPerson(user), question)
    return Reply(lesson(topic))


async def todays_topic(desk: Desk, user: UserId, entry: str) -> Topic | None:
    """The one he was shown today already; else the one whose turn it is, which is noted as shown by `entry`."""
    year, on, reader = desk.company.safety_year, desk.now.date(), of_person(user)
    for shown_by in (ENTRY, Volunteers.QUIZ.value):
        if (key := await desk.store.safety_calendar.topic_of(reader, shown_by, on)) and key in year.library:
            return year.library[key]
    seen = await desk.store.safety_calendar.topics(reader)
    topic = take_turn(year.library, Wish(on.month), seen, reader)
    if topic:
        await desk.store.safety_calendar.note(reader, entry, on, topic.key, by=desk.act)
    return topic


async def card(desk: Desk, user: UserId, topic: Topic) -> Card:
    """The question, with a button for each answer."""
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=f"{desk.now.date()} {topic.key}", holder=user)
    quiz = topic.quiz
    words = f"{quiz.question}\n{quiz.choices}"
    buttons = tuple(Button(letter, letter) for letter in LETTERS[: len(quiz.answers)])
    plain = f"今天的安全题：{words}\n要回答，到手机或电脑上的企业微信里按卡片上的按钮。"
    return Card(title="今天的安全题", desc=words, plain=plain, buttons=buttons, task_id=task_id)


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """An answer, or whether a question is to come each day. Raises UserError."""
    if press.key in (WANT, STOP):
        return await _wanted(ctx, wanted=press.key == WANT)
    on, _, key = subject.partition(" ")
    topic = ctx.company.safety_year.library.get(key)
    if topic is None or press.key not in LETTERS[: len(topic.quiz.answers)]:
        raise UserError(Code.UNSUPPORTED, "这道题已经撤下了。发 /今日安全 看今天的。")
    right = press.key == topic.quiz.letter
    user = ctx.sender.user_id
    first = await ctx.store.quizzes.answer(user, date.fromisoformat(on), topic.key, right=right)
    habit = await ctx.store.quizzes.habit(user)
    if first:
        habit = answered(habit, ctx.now.date(), ctx.company.pace.calendar)
        await ctx.store.quizzes.set_habit(habit, by=ctx.act)
    words = _judged(topic, press.key, right=right, first=first)
    if habit.wanted and habit.streak > 1:
        words += f"\n你已经连着答了 {habit.streak} 个工作日。"
    button = Button("不再每天发", STOP, style=3) if habit.wanted else Button("每天给我一题", WANT)
    return Reply(Card(title="答对了" if right else "再想想", desc=words, plain=words, buttons=(button,)))


async def _wanted(ctx: Context, *, wanted: bool) -> Reply:
    habit = await ctx.store.quizzes.habit(ctx.sender.user_id)
    await ctx.store.quizzes.set_habit(replace(habit, wanted=wanted), by=ctx.act)
    words = (
        "好，每个工作日中午发你一题。不想要了，按题后面的「不再每天发」。"
        if wanted
        else "好，不再每天发了。想做题，发 /今日安全。"
    )
    return Reply(Card(title="每日一题", desc=words, plain=words))


def _judged(topic: Topic, chosen: str, *, right: bool, first: bool) -> str:
    quiz = topic.quiz
    verdict = f"选 {chosen}，对。" if right else f"选 {chosen}，不对，是 {quiz.letter}：{quiz.answers[quiz.right]}。"
    again = "" if first else "（第一次答的算数。）"
    return f"{quiz.question}\n{verdict}{again}\n{quiz.why}\n来源：{topic.source}"
