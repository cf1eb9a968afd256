"""Trainings in words: one's own archive, the record of one of them, and what there is."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from bot.domain.dates import clock_time, day_seen
from bot.domain.safety.training.training import Training, TrainingState, hours_said
from bot.domain.wording import shown
from bot.services.safety.sign_in.leading import absent
from bot.services.safety.training.archive import Attended, between, hours, hours_line, of_person, on, wanted
from bot.shapes.context import Context

LISTED: Final = 10


async def own(ctx: Context) -> str:
    """Hours against what is wanted, what is to come, and the last ones."""
    attended = await of_person(ctx, ctx.sender.user_id)
    year, mark = ctx.now.year, ctx.company.training.pass_mark
    lines = [hours_line(hours(attended, year, ctx.now), wanted(ctx, ctx.sender), year)]
    coming = [each for each in attended if each.training.ends > ctx.now and _stands(each.training)]
    past = [each for each in attended if each.training.ends <= ctx.now and _stands(each.training)]
    if coming:
        lines += ["要参加的：", *(_coming(each.training, ctx) for each in coming)]
    if past:
        lines += ["参加过的：", *(_past(each, mark, ctx) for each in reversed(past[-LISTED:]))]
        lines += [f"更早的还有 {len(past) - LISTED} 次。"] if len(past) > LISTED else []
    certificates = await ctx.store.certificates.of(ctx.sender.user_id)
    lines += [f"特种作业证：{'、'.join(each.said() for each in certificates)}。"] if certificates else []
    return "\n".join(lines if attended or certificates else [*lines, "还没有你的培训记录。"])


async def record(ctx: Context, training: Training) -> str:
    """Time, content, trainer, people and results of one."""
    head = (
        f"{training.number} {shown(training.topic)}（{training.kind}），{training.state}\n"
        f"时间地点：{training.said(ctx.now)}，{hours_said(training.minutes)}\n"
        f"讲师：{ctx.company.name_of(training.trainer)}；对象：{training.audience}"
    )
    sheet = await ctx.store.sign_in.get(training.number, ctx.now)
    if sheet is None:
        return head
    people = await on(ctx, training)
    lines = [head, await absent(ctx, sheet)]
    if training.exam:
        passed = sum(1 for each in people if each.result and each.result.passed(ctx.company.training.pass_mark))
        taken = sum(1 for each in people if each.result)
        lines.append(f"考试：{taken} 人答完，{passed} 人通过。")
    return "\n".join(lines)


async def several(ctx: Context, first: date, last: date, whose: Iterable[str] | None) -> Sequence[str]:
    """A line each; `whose`: numbers of people of whom one must have been asked; None: all of them."""
    users = None if whose is None else set(whose)
    found = await between(ctx, first, last)
    mine = [
        (training, people)
        for training, people in found
        if users is None or any(each.presence.user in users for each in people)
    ]
    return [_line(training, people, ctx) for training, people in mine]


def _line(training: Training, people: Sequence[Attended], ctx: Context) -> str:
    came = sum(each.presence.was_here for each in people)
    counted = f"到场 {came}/{len(people)} 人" if training.starts <= ctx.now else f"已通知 {len(people)} 人"
    return f"· {training.number} {clock_time(training.starts, ctx.now)} {shown(training.topic, 20)}，{counted}"


def _coming(training: Training, ctx: Context) -> str:
    return f"· {training.said(ctx.now)} {shown(training.topic, 20)}（{training.number}）"


def _past(attended: Attended, mark: int, ctx: Context) -> str:
    training = attended.training
    day = day_seen(training.starts.date(), ctx.now.date())
    return f"· {day} {shown(training.topic, 20)}，{hours_said(training.minutes)}，{attended.said(mark, ctx.now)}"


def _stands(training: Training) -> bool:
    return training.state is TrainingState.PLANNED
