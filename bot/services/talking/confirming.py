"""Asks before it acts: a guessed or irrevocable command becomes a card, and happens on its asker's yes.

What waits, and until when, is in the database; the card is only a view of it.
"""

from collections.abc import Awaitable, Callable

from bot.domain.confirmations import CONFIRM_WITHIN, Confirmation, ConfirmationState
from bot.domain.dates import clock_time
from bot.domain.wording import shown
from bot.errors import Code, UserError, unknown_button
from bot.services.privacy.briefly import OF_CASES
from bot.services.talking.acting import UNNAMED, unnamed
from bot.services.talking.outcomes import on_a_card
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card
from bot.shapes.replies import Reply
from bot.understanding.reports import begins_a_report
from bot.understanding.understand import Understood

TOPIC = "confirm"
YES, NO = "yes", "no"
ASKED = 150  # characters of the line that a card repeats: enough to see what one says yes to

Run = Callable[[Context, Confirmation], Awaitable[Reply | None]]


class Confirming:
    """`run` carries out the line of a confirmed command, reading it and checking rights anew."""

    def __init__(self, run: Run) -> None:
        self._run = run

    async def ask(self, ctx: Context, understood: Understood, *, about: str = "", then: str = "") -> Reply:
        """What was inferred stands on the card, so that a yes is said to it; `about`: what its number stands for;
        `then`: what the yes would come to. Whether somebody is meant to be warned is asked past the group (D5§12(1)).
        """
        closes_at = ctx.now + CONFIRM_WITHIN
        opened = await ctx.store.confirmations.open(
            asker=ctx.sender.user_id,
            chat=ctx.chat.id,
            line=understood.line,
            closes_at=closes_at,
            by=ctx.act,
            quote=understood.quote,
        )
        task_id = await ctx.store.cards.issue(topic=TOPIC, subject=str(opened.id), holder=ctx.sender.user_id)
        asked = shown(understood.line, ASKED)
        unsure = understood.guessed or not understood.command.destructive
        typed = asked.removeprefix("/")
        title = f"你是想「{typed}」吗？" if unsure else f"确定要{typed}吗？"
        taken = "".join(f"{each}；" for each in filter(None, [about, *understood.guesses, *understood.echoes, then]))
        until = f"{taken}{clock_time(closes_at, ctx.now)} 前有效"
        return Reply(
            Card(
                title=title,
                desc=until,
                plain=f"{title}回复「/确认 {opened.id}」我就去办，{until}。",
                buttons=(Button("确认", YES), Button("算了", NO, style=3)),
                task_id=task_id,
            ),
            private=understood.command.private or (understood.guessed and understood.command.name in OF_CASES),
        )

    async def pressed(self, ctx: Context, subject: str, press: Press) -> Reply:
        confirmation = await ctx.store.confirmations.get(int(subject))
        if confirmation is None:
            raise UserError(Code.NOT_FOUND, "这张卡片已经失效，请重新发一次命令。")
        closed = _why_closed(confirmation, ctx)
        if closed or press.key == NO:  # its face repeats the line, which may be private: it isn't kept for long
            await ctx.store.private_words.note(ctx.act.cause, ctx.sender.user_id, ctx.now)
        if closed:
            return _face("卡片已关闭", confirmation, closed)
        if press.key == NO:
            await _close(ctx, confirmation, ConfirmationState.DROPPED)
            return _face("已取消", confirmation, "什么都没有改动。")
        if press.key != YES:
            raise unknown_button("请重新发一次命令。")
        return _face("已确认", confirmation, await self.yes(ctx, confirmation))

    async def yes(self, ctx: Context, confirmation: Confirmation) -> str:
        """Carry it out, once; what came of it, as a sentence."""
        if closed := _why_closed(confirmation, ctx):
            raise UserError(Code.BAD_STATE, closed)
        if not await _close(ctx, confirmation, ConfirmationState.DONE):
            raise UserError(Code.BAD_STATE, "这件事刚刚已经办过了。")
        return on_a_card(ctx, await self._run(ctx, confirmation))


def _command(line: str) -> str:
    return line.removeprefix("/").split(maxsplit=1)[0]


async def _close(ctx: Context, confirmation: Confirmation, state: ConfirmationState) -> bool:
    """Who confirms a report is nobody's to know: its line goes at once, and the trail doesn't say whose yes it was."""
    if not (begins_a_report(confirmation.line) or _command(confirmation.line) in UNNAMED):
        return await ctx.store.confirmations.close(confirmation, state, by=ctx.act)
    return await ctx.store.confirmations.close(confirmation, state, forgotten=True, by=unnamed(ctx).act)


def _why_closed(confirmation: Confirmation, ctx: Context) -> str | None:
    match confirmation.state:
        case ConfirmationState.DONE:
            return "这件事已经办过了。"
        case ConfirmationState.DROPPED:
            return "你已经取消了，要办请重新发一次命令。"
    if not confirmation.is_open(ctx.now):
        return "已经过了确认时间，什么都没有改动。要办请重新发一次命令。"
    return None


def _face(title: str, confirmation: Confirmation, outcome: str) -> Reply:
    """Its line is forgotten some time after it was closed."""
    asked = shown(confirmation.line, ASKED).removeprefix("/")
    return Reply(Card(title=f"{title}：{asked}" if asked else title, desc=outcome, plain=outcome))
