"""Asks what a line leaves open: what is missing, by a question; what could mean several things, by a card of them.

What waits, and until when, is in the database (`bot.domain.dialogues`); the card is only a view of it. The answer,
pressed or written, goes into the line, which is read again by whoever listens (`bot.services.talking.conversation`).
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.dates import clock_time
from bot.domain.dialogues import MOST_OPTIONS, Dialogue, DialogueState, Option, closing
from bot.domain.wording import shown
from bot.errors import Candidate, Code, UserError, unknown_button
from bot.identifiers import TaskId
from bot.shapes.command import CommandBook
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Select
from bot.shapes.replies import Reply

TOPIC = "choose"
CHOICE, YES, NO = "choice", "yes", "no"
MOST_BUTTONS, ON_A_BUTTON = 4, 10  # beside the one that drops it; characters (D-101032)
GIVE_UP = "不办了就回「算了」"


def wants_an_answer(error: UserError) -> bool:
    """Whether an answer could put it right."""
    return bool(error.line and (error.candidates or error.missing or error.offer))


class Asking:
    def __init__(self, book: CommandBook) -> None:
        self._book = book

    async def ask(self, ctx: Context, error: UserError) -> Reply:
        """Keep the question that `error` is, and put it to the sender: in private what is no affair of a group."""
        if private := ctx.chat.is_group and self._is_private(error):
            ctx = replace(ctx, chat=replace(ctx.chat, id=None, group=None))
        return Reply(await self._asked(ctx, error), private=private)

    def _is_private(self, error: UserError) -> bool:
        command = self._book.by_name.get(error.command or "")
        return command is not None and command.private

    async def _asked(self, ctx: Context, error: UserError) -> str | Card:
        options = tuple(Option(each.shown, each.written) for each in _choices(error))
        dialogue = await ctx.store.dialogues.open(
            asker=ctx.sender.user_id,
            via=ctx.chat.via,
            chat=ctx.chat.id,
            line=error.line,
            question=_question(error) if options else self.question(error),
            closes_at=closing(ctx.now),
            by=ctx.act,
            typed=error.line if error.offer else error.typed,
            options=options if len(options) <= MOST_OPTIONS else (),
            guessed=error.guessed and not error.offer,
            quote=error.quote,
        )
        if not options:
            return f"{dialogue.question}{_how(ctx)}，{_until(ctx, dialogue)}有效；{GIVE_UP}。"
        if not dialogue.options:
            narrower = f"共有 {len(options)} 个，说得再具体些，比如全名、部门或工号尾号"
            return f"{dialogue.question}{narrower}，{_until(ctx, dialogue)}有效；{GIVE_UP}。"
        task_id = await ctx.store.cards.issue(topic=TOPIC, subject=str(dialogue.id), holder=ctx.sender.user_id)
        return _card(ctx, dialogue, task_id)

    def question(self, error: UserError) -> str:
        """What is missing, without the example that the sentence ends with."""
        command = self._book.by_name.get(error.command or "")
        wanted = {each.key: each.type.wanted for each in command.parameters} if command else {}
        known = [wanted[key] for key in error.missing if key in wanted]
        return "".join(known) or error.sentence

    def takes_questions(self, dialogue: Dialogue) -> bool:
        """Whether what is asked for may be a question itself, and that is no command: 周三行吗"""
        command = self._book.by_name.get(dialogue.topic)
        return command is not None and any(getattr(each.type, "may_ask", False) for each in command.parameters)

    def again(self, ctx: Context, dialogue: Dialogue, line: str) -> Reply:
        """The answer was none; the question still stands."""
        unclear = f"没看懂「{shown(line)}」。" if line else ""
        many = len(dialogue.options)
        numbers = "要就回复 1" if many == 1 else f"回复序号 1 到 {many} 或名称就行" if many else dialogue.question
        until = f"{_until(ctx, dialogue)}有效"
        ending = f"，{until}；{GIVE_UP}。" if dialogue.options else f"（{until}；{GIVE_UP}。）"
        return Reply(f"{unclear}{numbers}{ending}")

    def still_asked(self, ctx: Context, dialogue: Dialogue) -> str:
        """For below what was done meanwhile."""
        return f"（刚才问的还等着你：{dialogue.question}{_until(ctx, dialogue)}有效；{GIVE_UP}。）"

    async def picked(self, ctx: Context, subject: str, press: Press) -> tuple[Dialogue, Option] | Reply:
        """What a press chose, once, or the card's new face where it chose nothing. Raises UserError if it is over."""
        dialogue = await ctx.store.dialogues.get(int(subject))
        if dialogue is None:
            raise UserError(Code.NOT_FOUND, "这张卡片已经失效，请重新发一次命令。")
        if closed := _why_closed(dialogue, ctx):
            raise UserError(Code.BAD_STATE, closed)
        if press.key == NO:
            await ctx.store.dialogues.close(dialogue, DialogueState.DROPPED, by=ctx.act)
            return Reply(Card("已取消", "什么都没有改动。", desc="什么都没有改动。"))
        if press.key == YES and not press.selected.get(CHOICE):
            return Reply(_card(ctx, dialogue, press.task_id, note="还没有选。"))
        option = _option(dialogue, press)
        if not await ctx.store.dialogues.close(dialogue, DialogueState.ANSWERED, by=ctx.act):
            raise UserError(Code.BAD_STATE, "这个问题刚刚已经答过了。")
        return dialogue, option


def _choices(error: UserError) -> Sequence[Candidate]:
    return (error.offer,) if error.offer else error.candidates


def _question(error: UserError) -> str:
    return f"要{error.offer.shown}吗？{error.sentence}" if error.offer else error.sentence


def too_late(dialogue: Dialogue, ctx: Context) -> str:
    """What became of it, for somebody who answers after the deadline."""
    asked = shown(dialogue.question).rstrip("？?。")
    return (
        f"刚才问你的「{asked}」，到 {clock_time(dialogue.closes_at.astimezone(ctx.now.tzinfo), ctx.now)} "
        f"没等到回答，「{dialogue.topic}」就没有办。要办请重新发命令。"
    )


def _how(ctx: Context) -> str:
    return "@我 回复就行" if ctx.chat.is_group else "直接回复就行"


def _until(ctx: Context, dialogue: Dialogue) -> str:
    return f"{clock_time(dialogue.closes_at.astimezone(ctx.now.tzinfo), ctx.now)} 前"


def _card(ctx: Context, dialogue: Dialogue, task_id: TaskId, *, note: str = "") -> Card:
    hint = f"或{'@我 ' if ctx.chat.is_group else ''}回复序号、名称，{_until(ctx, dialogue)}有效"
    numbered = "\n".join(f"{number}. {option.label}" for number, option in enumerate(dialogue.options, 1))
    plain = f"{dialogue.question}\n{numbered}\n回复序号或名称就行，{_until(ctx, dialogue)}有效；{GIVE_UP}。"
    labels = [option.label for option in dialogue.options]
    title, listed = _parted(dialogue.question)
    if len(labels) <= MOST_BUTTONS and max(map(len, labels)) <= ON_A_BUTTON:
        buttons = tuple(Button(label, str(place)) for place, label in enumerate(labels))
        return Card(
            title,
            plain,
            desc=f"{listed}按一个，{hint}",
            buttons=(*buttons, Button("算了", NO, style=3)),
            task_id=task_id,
        )
    return Card(
        title=title,
        plain=plain,
        desc=f"{note}{listed}选一个再按「就选它」，{hint}",
        buttons=(Button("就选它", YES), Button("算了", NO, style=3)),
        select=Select(CHOICE, "请选一个", {str(place): label for place, label in enumerate(labels)}),
        task_id=task_id,
    )


def _parted(question: str) -> tuple[str, str]:
    """(the question itself, what was said along with it): a title shows some 26 characters on a phone."""
    title, mark, listed = question.partition("？")
    return f"{title}{mark}", f"{listed}\n" if listed else ""


def _option(dialogue: Dialogue, press: Press) -> Option:
    """Raises UserError for a button or a choice that isn't on the card."""
    picked = press.selected.get(CHOICE, ()) if press.key == YES else (press.key,)
    place = picked[0] if picked else ""
    if not (place.isdecimal() and place.isascii() and int(place) < len(dialogue.options)):
        raise unknown_button("请重新发一次命令。")
    return dialogue.options[int(place)]


def _why_closed(dialogue: Dialogue, ctx: Context) -> str | None:
    match dialogue.state:
        case DialogueState.ANSWERED:
            return "这个问题已经答过了。"
        case DialogueState.DROPPED | DialogueState.LAPSED:
            return "这个问题已经放下了，要办请重新发一次命令。"
    if not dialogue.is_open(ctx.now):
        return "已经过了回答时间，什么都没有改动。要办请重新发一次命令。"
    return None
