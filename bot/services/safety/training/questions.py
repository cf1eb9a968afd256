"""What is asked after a training: written by its organiser, or drawn from a bank."""

from collections.abc import Sequence
from typing import Final, Protocol

from bot.domain.safety.training.exam import MOST, Question, shuffled
from bot.domain.safety.training.question_text import HOW
from bot.domain.safety.training.training import TrainingState
from bot.errors import Code, UserError
from bot.services.safety.training.planning import draft_card, get, manages
from bot.shapes.context import Context
from bot.shapes.outgoing import Card

USUAL: Final = 5  # questions drawn


class Bank(Protocol):
    def about(self, words: str) -> Sequence[Question]:
        """What fits some words (消防); empty words fit all."""
        ...


async def add(ctx: Context, number: str, question: Question) -> Card:
    """One more. Raises UserError."""
    before = await ctx.store.trainings.questions(number)
    if len(before) >= MOST:
        raise UserError(Code.LIMIT, f"一次考试最多 {MOST} 题。要重新出，先发：/培训题 {number} 清空")
    return await _ask(ctx, number, [*before, question])


async def draw(ctx: Context, number: str, bank: Bank, words: str, count: int) -> Card:
    """In place of what there was. The same draw for the same training. Raises UserError."""
    fitting = bank.about(words)
    if not fitting:
        raise UserError(Code.NOT_FOUND, f"题库里没有「{words}」的题。换个词，或者自己写。{HOW}")
    places = shuffled(len(fitting), number)[: min(count, MOST)]
    return await _ask(ctx, number, [fitting[each] for each in places])


async def clear(ctx: Context, number: str) -> Card:
    return await _ask(ctx, number, [])


async def _ask(ctx: Context, number: str, questions: Sequence[Question]) -> Card:
    training = await get(ctx, number)
    if not manages(ctx, training):
        raise UserError(Code.NO_PERMISSION, "题目由组织的人和讲师来出。")
    if training.state is not TrainingState.DRAFT:
        raise UserError(Code.BAD_STATE, f"{number} {training.state}，题目不能再改。")
    await ctx.store.trainings.ask(number, questions, by=ctx.act)
    if questions and not training.exam:
        training = await ctx.store.trainings.change(training, by=ctx.act, exam=True)
    return await draft_card(ctx, training)
