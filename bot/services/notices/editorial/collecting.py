"""Departments are asked each week what others should know; who is silent is asked once more, and listed (S214).

What they tell goes to who edits at once, and from there by a button onto the editorial board.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from bot.domain.notices.board import PREFIX, Item, Stage
from bot.domain.notices.checks.finding import ensure_none_stops
from bot.domain.notices.checks.secrets import secrets
from bot.domain.notices.inbound import InboundState
from bot.domain.notices.news import LONGEST, News, week_asked_for, week_missed, week_of
from bot.domain.people import Department
from bot.domain.rights import Role
from bot.domain.wording import quote_user, shown
from bot.errors import Code, Overtaken, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.department_heads import led_by
from bot.services.notices.editorial.collected import called, missing, named, near
from bot.services.notices.editorial.focusing import this_month
from bot.services.notices.replies.answering import settle
from bot.services.notices.replies.taking import take
from bot.services.talking.listening import listen
from bot.shapes.context import Context, JobContext
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

COMMAND: Final = "部门动态"
FORM_TOPIC: Final = "dept-news-form"
TOPIC: Final = "dept-news"
WRITE, NOTHING, LIST = "write", "nothing", "list"
NONE: Final = "本周没有"
ASKED: Final = "这周有什么要紧的事、活动要让大家知道？写上时间、地点、找谁。"
WHAT: Final = "要紧的事、活动要让大家知道的，按「写一条」告诉我；没有就按「本周没有」。"


async def ask_and_list(ctx: JobContext) -> None:
    """On the day on which departments are asked, and on the working day after it."""
    weekday, today, calendar = ctx.company.notices.collect_on, ctx.now.date(), ctx.company.pace.calendar
    if weekday is None:
        return
    if week := week_asked_for(today, weekday, calendar):
        await _ask(ctx, week, "")
    if week := week_missed(today, weekday, calendar):
        await _ask(ctx, week, "还没收到你部门的动态。")
        await _list_missing(ctx, week)


async def form(desk: Desk, department: Department, week: date, holder: UserId, before: str = "") -> Card:
    subject = f"{department.id} {week}"
    task_id = await desk.store.cards.issue(topic=FORM_TOPIC, subject=subject, holder=holder)
    focus = await this_month(desk)
    said = f"{before}{WHAT}{focus}"
    title = called(department.name, week, desk.now.date())
    how = f"要报请发 /{COMMAND} {department.name} 内容；没有就发 /{COMMAND} {department.name} 没有。"
    return Card(
        title=title,
        desc=said,
        plain=f"【{title}】{before}{ASKED}{focus}{how}",
        buttons=(Button("写一条", WRITE), Button(NONE, NOTHING, style=4)),
        task_id=task_id,
    )


async def answered(ctx: Context, subject: str, press: Press) -> Reply:
    """A button of the form. Raises UserError."""
    number, _, week = subject.partition(" ")
    department = next((each for each in led_by(ctx.sender.user_id, ctx.company) if str(each.id) == number), None)
    if department is None:
        raise UserError(Code.NO_PERMISSION, "这个部门的动态现在由别的负责人报，没有改动。")
    title = called(department.name, date.fromisoformat(week), ctx.now.date())
    if press.key == NOTHING:
        return outcome(title, await tell(ctx, department, "", week=date.fromisoformat(week)))
    if press.key != WRITE:
        raise unknown_button()
    await listen(ctx, f"/{COMMAND} {department.name} {week}那周：", ASKED)
    return outcome(title, f"{ASKED}直接回我一段话就行。")


async def tell(ctx: Context, department: Department, words: str, *, week: date | None = None) -> str:
    """What became of it, as a sentence. Raises UserError."""
    if len(words) > LONGEST:
        raise UserError(Code.LIMIT, f"这里有 {len(words)} 个字，最多写 {LONGEST} 个。请写要紧的。")
    ensure_none_stops(secrets(words))
    news = await _kept(ctx, department, words, week or week_of(ctx.now.date()))
    if not words:
        return f"记下了：{department.name}{near(news.week, ctx.now.date())}没有要报的。有了再发 /{COMMAND} 内容。"
    readers = [each for each in collectors(ctx) if each != ctx.sender.user_id]
    if readers and not news.item:
        await take(ctx, about(news), words, readers)
    for user in readers:
        ctx.tell(ToPerson(user), await _shown(ctx, news, user))
    told = f"已告诉{ctx.company.name_of(readers[0])}{'等' if readers[1:] else ''}" if readers else "记下了"
    return f"{told}，由宣传小组安排发布。要改，再发一次 /{COMMAND}。"


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Who edits puts it on the board; whoever does is its author there. Raises UserError."""
    week, _, department = subject.partition(" ")
    news = await ctx.store.publishing.news(department, date.fromisoformat(week))
    if ctx.sender.user_id not in collectors(ctx) or news is None or press.key != LIST:
        raise UserError(Code.NO_PERMISSION, "选题由宣传小组来管，没有改动。")
    title = called(department, news.week, ctx.now.date())
    if news.item:
        return outcome(title, f"已经在选题表里了：{news.item}。")
    channels = ctx.company.notices.channels
    if not channels:
        raise UserError(Code.BAD_STATE, "现在没有按天发布的渠道，列不进选题表。要让大家知道，请发 /公告。")
    number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
    item = Item(number, channels[0].name, shown(news.words, LONGEST), ctx.sender.user_id, ctx.now, Stage.COLLECTING)
    await ctx.store.board.add(item, by=ctx.act)
    await _save(ctx, replace(news, item=number, version=news.version + 1), was=news.version)
    if waits := await ctx.store.inbound.open_about(about(news), news.author, ctx.now):
        await settle(ctx, waits, InboundState.ANSWERED, f"列入选题了（{number}），安排发布。")
    return outcome(title, f"列入选题表了：{number}（{item.channel}）。写好了发 /选题 {number} 下一步。")


def about(news: News) -> str:
    """By which it is found among what waits for an answer."""
    return f"{news.week} {news.department}"


def collectors(desk: Desk) -> Sequence[UserId]:
    """Whoever edits; where nobody is named for that, who runs the bot, else the office."""
    serving = desk.company.serving
    return serving(Role.PUB_EDITOR) or serving(Role.OPS) or serving(Role.PRESIDENT_OFFICE)


async def _ask(desk: Desk, week: date, before: str) -> None:
    lacking = await missing(desk, week)
    for user in desk.company.serving(Role.DEPT_HEAD):
        for each in led_by(user, desk.company):
            if desk.company.finder.departments.path(each) in lacking:
                desk.tell(ToPerson(user), await form(desk, each, week, user, before))


async def _list_missing(desk: Desk, week: date) -> None:
    if lacking := await missing(desk, week):
        words = f"部门动态还有 {len(lacking)} 个没回：{named(lacking)}。已经再问过一遍。看报了的发 /{COMMAND} 汇总。"
        for user in collectors(desk):
            desk.tell(ToPerson(user), Text(words))


async def _kept(ctx: Context, department: Department, words: str, week: date) -> News:
    path = ctx.company.finder.departments.path(department)
    before = await ctx.store.publishing.news(path, week)
    if before is None:
        news = News(path, week, words, ctx.sender.user_id, ctx.now)
        await ctx.store.publishing.tell(news, by=ctx.act)
        return news
    news = replace(before, words=words, author=ctx.sender.user_id, at=ctx.now, version=before.version + 1)
    await _save(ctx, news, was=before.version)
    return news


async def _save(ctx: Context, news: News, *, was: int) -> None:
    if not await ctx.store.publishing.retell(news, was=was, by=ctx.act):
        raise Overtaken(f"the news of week {news.week} was changed meanwhile")


async def _shown(ctx: Context, news: News, reader: UserId) -> Card | Text:
    """To who edits; with a button where there is a board."""
    anew = "（改过）" if news.version > 1 else ""
    title = f"{called(news.department, news.week, ctx.now.date())}{anew}"
    said = f"{quote_user(news.words)}\n——{ctx.company.name_of(news.author)}"
    if not ctx.company.notices.channels or news.item:
        where = f"选题表里是 {news.item}。" if news.item else "要让大家知道，请发 /公告。"
        return Text(f"【{title}】{said}\n{where}")
    subject = f"{news.week} {news.department}"
    return Card(
        title=title,
        desc=said,
        plain=f"【{title}】{said}\n要登请发 /选题 题目。",
        buttons=(Button("列入选题", LIST),),
        task_id=await ctx.store.cards.issue(topic=TOPIC, subject=subject, holder=reader),
    )
