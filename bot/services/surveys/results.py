"""What came of a survey: in words, as a picture, as a table."""

import asyncio
from collections.abc import Sequence
from typing import Final

from bot.domain.percent import percent
from bot.domain.surveys.stage import Stage
from bot.domain.surveys.survey import LETTERS, SMALLEST, Ballot, Survey, may_show, tally
from bot.domain.wording import quote_user, without_marks
from bot.errors import Code, UserError
from bot.files.workbook import workbook
from bot.identifiers import UserId
from bot.pictures.bars import Bar, bar_chart
from bot.pictures.png import render
from bot.services.approvals.kinds import Desk
from bot.services.surveys.faces import called
from bot.services.surveys.reaching import ensure_reader, missing, of
from bot.shapes.context import Context
from bot.shapes.outgoing import Address, Attachment, Media, Text, ToGroup, ToPerson

TITLE: Final = "征集结果"
NAMED: Final = ("姓名", "部门", "选项", "意见")
UNNAMED: Final = ("选项", "意见")
LISTED: Final = 8  # opinions in a message
OPINION: Final = 80  # characters of one there


async def seen(ctx: Context, number: str) -> str:
    """Its author at any time, its readers once it is over; picture and table to its author. Raises UserError."""
    survey = await ctx.store.surveys.get(number, ctx.now)
    if survey is None or survey.stage not in (Stage.OPEN, Stage.CLOSED):
        raise UserError(Code.NOT_FOUND, missing(number))
    mine = survey.author == ctx.sender.user_id
    if not mine:
        ensure_reader(ctx, survey.audience, number)
        if survey.stage is Stage.OPEN:
            raise UserError(Code.BAD_STATE, f"{number} 还没结束，结束后公布结果。")
    ballots = await ctx.store.surveys.answers(survey)
    if mine:
        await hand_over(ctx, survey, ballots)
    return said(survey, ballots, _asked(ctx, survey), names_shown=mine)


async def publish(desk: Desk, survey: Survey) -> None:
    """It is over: its author gets all of it, the rooms the figures and the picture."""
    ballots = await desk.store.surveys.answers(survey)
    asked = _asked(desk, survey)
    if desk.company.is_here(survey.author):
        desk.tell(ToPerson(survey.author), Text(said(survey, ballots, asked, names_shown=True)))
        await hand_over(desk, survey, ballots)
    rooms = of(survey.audience, desk.company).groups
    for room in rooms:
        desk.tell(ToGroup(room.id), Text(said(survey, ballots, asked, names_shown=False)))
    if survey.options and may_show(survey, len(ballots)) and ballots:
        for room in rooms:
            await _picture(desk, ToGroup(room.id), survey, ballots)


async def hand_over(desk: Desk, survey: Survey, ballots: Sequence[Ballot]) -> None:
    """Picture and table, to its author, as far as anything may be shown of it."""
    if not ballots or not may_show(survey, len(ballots)):
        return
    author = ToPerson(survey.author)
    if survey.options:
        await _picture(desk, author, survey, ballots)
    header = UNNAMED if survey.anonymous else NAMED
    table = await asyncio.to_thread(workbook, TITLE, header, _rows(desk, survey, ballots))
    file = await desk.store.files.keep(table, at=desk.now)
    plain = f"{called(survey.number, survey.question)}的回答，{len(ballots)} 份。"
    desk.tell(author, Attachment(Media.FILE, file, f"征集-{survey.number}.xlsx", plain=plain))


def said(survey: Survey, ballots: Sequence[Ballot], asked: int, *, names_shown: bool) -> str:
    """`names_shown`: to its author; opinions stand there too, since a room needn't read them all."""
    state = "结束了" if survey.stage is Stage.CLOSED else "还没结束"
    head = f"{called(survey.number, survey.question)}{state}：{len(ballots)}/{asked} 人答了"
    if not may_show(survey, len(ballots)):
        why = f"匿名的要结束后、满 {SMALLEST} 人才公布" if survey.stage is Stage.OPEN else f"不到 {SMALLEST} 人，不公布"
        return f"{head}。{why}，免得猜出是谁。"
    if survey.options:
        return "\n".join([f"{head}。", *_votes(survey, ballots)])
    if not names_shown:
        return f"{head}，意见已交给发起人。"
    lines = [f"· {quote_user(each.words[:OPINION])}" for each in ballots[:LISTED]]
    more = [f"还有 {len(ballots) - LISTED} 条，见表格。"] if len(ballots) > LISTED else []
    return "\n".join([f"{head}。", *lines, *more])


def _votes(survey: Survey, ballots: Sequence[Ballot]) -> Sequence[str]:
    counts = tally(survey, ballots)
    return [
        f"{LETTERS[place]} {without_marks(option)}：{counts[place]} 票（{percent(counts[place], len(ballots))}）"
        for place, option in enumerate(survey.options)
    ]


async def _picture(desk: Desk, to: Address, survey: Survey, ballots: Sequence[Ballot]) -> None:
    counts = tally(survey, ballots)
    bars = [Bar(f"{LETTERS[place]} {option}", counts[place]) for place, option in enumerate(survey.options)]
    drawn = await asyncio.to_thread(lambda: render(bar_chart(without_marks(survey.question), bars, unit="票")))
    file = await desk.store.files.keep(drawn, at=desk.now)
    plain = f"{called(survey.number, survey.question)}：{'，'.join(_votes(survey, ballots))}。"
    desk.tell(to, Attachment(Media.IMAGE, file, f"征集-{survey.number}.png", plain=plain))


def _rows(desk: Desk, survey: Survey, ballots: Sequence[Ballot]) -> Sequence[Sequence[str]]:
    rows: list[tuple[str, ...]] = []
    for each in ballots:
        option = survey.options[each.choice] if each.choice is not None else ""
        if survey.anonymous:
            rows.append((option, each.words))
            continue
        person = desk.company.person(UserId(each.voter))
        department = desk.company.department_of(person) if person else None
        name = desk.company.name_of(UserId(each.voter))
        rows.append((name, department.name if department else "", option, each.words))
    return sorted(rows)


def _asked(desk: Desk, survey: Survey) -> int:
    return len(of(survey.audience, desk.company).heads)
