"""A training from the wish to everybody being told: a draft with what is open, then the invitations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.domain.company import Company
from bot.domain.safety.sign_in.sheet import Sheet
from bot.domain.safety.training.audience import members, reach, said
from bot.domain.safety.training.exam import FEWEST
from bot.domain.safety.training.training import (
    PREFIX,
    USUAL,
    Training,
    TrainingKind,
    TrainingState,
    kind_of,
)
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.sign_in.sheets import new_seed, open_sheet
from bot.services.safety.training import wording
from bot.services.safety.training.timing import JOB, timers
from bot.services.timers import set_timers
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Card
from bot.shapes.replies import Reply

TOPIC: Final = "training-draft"
NOT_YOURS: Final = "这次培训由组织的人、讲师和安全管理员管理。你自己的发 /我的培训 看。"


@dataclass(frozen=True, slots=True)
class Wanted:
    """`specs`: who is to come. What is None nobody has said."""

    topic: str
    specs: tuple[str, ...]
    starts: datetime
    place: str = ""
    minutes: int | None = None
    exam: bool = False
    trainer: UserId | None = None
    kind: TrainingKind | None = None
    made_up: str = ""


async def draft(ctx: Context, wanted: Wanted) -> Card:
    """Kept, and shown to whoever wants it. Raises UserError."""
    ensure_reach(ctx, wanted.specs)
    training = await write(ctx, wanted, author=ctx.sender.user_id)
    return await draft_card(ctx, training)


async def write(desk: Desk, wanted: Wanted, *, author: UserId) -> Training:
    training = Training(
        number=await desk.store.numbers.next(PREFIX, desk.now.date()),
        kind=wanted.kind or kind_of(wanted.topic),
        topic=wanted.topic,
        author=author,
        trainer=wanted.trainer or author,
        audience=said(wanted.specs, desk.company),
        starts=wanted.starts,
        place=wanted.place,
        minutes=wanted.minutes or USUAL,
        exam=wanted.exam,
        made_up=wanted.made_up,
    )
    await desk.store.trainings.add(training, wanted.specs, by=desk.act)
    return training


async def draft_card(desk: Desk, training: Training) -> Card:
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=training.number, holder=training.author)
    return await _card(desk, training, task_id)


async def _card(desk: Desk, training: Training, task_id: Any = None, first: str = "") -> Card:
    people = len(_asked(training, await desk.store.trainings.audience(training.number), desk.company))
    questions = len(await desk.store.trainings.questions(training.number))
    return wording.draft_card(training, people, questions, desk.company, desk.now, task_id, first)


def ensure_reach(ctx: Context, specs: Sequence[str]) -> None:
    """Who leads a department plans for its people. Raises UserError."""
    own = reach(ctx.sender, ctx.company)
    if own is not None and not own.issuperset(members(specs, ctx.company)):
        sentence = "部门负责人只能安排自己部门的人。跨部门的培训请安全管理员或人力资源来安排。"
        raise UserError(Code.NO_PERMISSION, sentence)


async def get(desk: Desk, number: str) -> Training:
    """Raises UserError."""
    training = await desk.store.trainings.get(number, desk.now)
    if training is None:
        raise UserError(Code.NOT_FOUND, f"没有编号是 {number} 的培训。发 /培训记录 看有哪些。")
    return training


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """A button of a draft. Raises UserError."""
    training = await get(ctx, number)
    if training.state is not TrainingState.DRAFT:
        words = f"{number} {training.state}，没有改动。"
        return Reply(Card(f"培训：{training.topic}", words, desc=words))
    training = await _with_kind(ctx, training, press)
    match press.key:
        case str(key) if key == wording.GO:
            return await _release(ctx, training)
        case str(key) if key == wording.EXAM:
            training = await ctx.store.trainings.change(training, by=ctx.act, exam=not training.exam)
            return Reply(await _card(ctx, training))
        case str(key) if key == wording.DROP:
            await ctx.store.trainings.settle(training, TrainingState.CALLED_OFF, by=ctx.act)
            words = f"{number} 不办了，没有通知任何人。"
            return Reply(Card(f"培训：{training.topic}", words, desc=words))
    raise unknown_button()


def _asked(training: Training, specs: Sequence[str], company: Company) -> Sequence[UserId]:
    """Who is to come: the trainer is there anyway."""
    return [each for each in members(specs, company) if each != training.trainer]


async def _with_kind(ctx: Context, training: Training, press: Press) -> Training:
    picked = press.selected.get(wording.KIND, ())
    kind = TrainingKind.__members__.get(picked[0]) if picked else None
    if kind is None or kind is training.kind:
        return training
    return await ctx.store.trainings.change(training, by=ctx.act, kind=kind)


async def _release(ctx: Context, training: Training) -> Reply:
    specs = await ctx.store.trainings.audience(training.number)
    users = _asked(training, specs, ctx.company)
    questions = await ctx.store.trainings.questions(training.number)
    ensure_reach(ctx, specs)
    if training.starts <= ctx.now:
        first = f"开始时间已经过了。改时间发：/改培训 {training.number} 时间 明天14:00。"
        return Reply(await _card(ctx, training, first=first))
    if not users or (training.exam and len(questions) < FEWEST):
        return Reply(await _card(ctx, training, first="还不能通知。"))
    if not await ctx.store.trainings.settle(training, TrainingState.PLANNED, by=ctx.act):
        raise UserError(Code.BAD_STATE, "刚刚有变化，没有改动。")
    await _open(ctx, training, users)
    words = wording.planned(training, len(users))
    return Reply(Card(f"培训：{training.topic}", words, desc=words))


async def _open(desk: Desk, training: Training, users: Sequence[UserId]) -> None:
    materials = len(await desk.store.trainings.materials(training.number))
    sheet = Sheet(
        training.number,
        training.topic,
        training.trainer,
        training.starts,
        training.place,
        new_seed(),
        wording.note(training, desk.company, materials),
    )
    await open_sheet(desk, sheet, users)
    await set_timers(desk, JOB, training.number, timers(training))


def manages(ctx: Context, training: Training) -> bool:
    """Its author, its trainer, and whoever may ask anybody to a training."""
    return ctx.sender.user_id in (training.author, training.trainer) or reach(ctx.sender, ctx.company) is None
