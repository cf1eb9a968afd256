"""From a line of chat to what comes of it: carried out, asked about, or refused with a sentence.

The same for a line that is typed, one that is read again with an answer in it, and one that was confirmed: the command
is understood anew each time, by the rights of that moment.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from bot.domain.company import Company
from bot.domain.confirmations import Confirmation, ConfirmationState
from bot.domain.dialogues import Dialogue, DialogueState
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.services.moderation.heeding import ensure_heard
from bot.services.privacy.briefly import OF_CASES
from bot.services.talking.acting import UNNAMED, Acting, acting, chatting, scene_of
from bot.services.talking.asking import Asking, too_late, wants_an_answer
from bot.services.talking.confirming import ASKED, Confirming
from bot.services.talking.outcomes import on_a_card
from bot.services.talking.refusing import note
from bot.shapes.arguments import Scene
from bot.shapes.command import CommandBook
from bot.shapes.context import Context
from bot.shapes.incoming import Press, Via
from bot.shapes.outgoing import Text
from bot.shapes.ports import Transact
from bot.shapes.replies import Reply, outcome
from bot.understanding.answers import chosen, is_dropped, is_nod, is_yes
from bot.understanding.emergency.called import ACCIDENT
from bot.understanding.emergency.together import Judged
from bot.understanding.lookup import is_called
from bot.understanding.normalise import normalise
from bot.understanding.questions import is_asked
from bot.understanding.security.hearing import hear_incident
from bot.understanding.small_talk import SmallTalk, small_talk
from bot.understanding.understand import HAZARD, Understood, judged_by, understand

_TELLING: Final = frozenset(
    {"账号异常", "泄露", "钓鱼举报", "举报", "补充举报", "公告", "更正", "申诉", "求助", "求证", "建议", "事故", "隐患"}
    | {"泄露评估", "安全处置", "安全办结"}
)  # whoever is asked something by these may answer with a sentence that sounds like it


class Conversation:
    """What there is to hear: words and presses, each answered by what comes of it."""

    def __init__(self, book: CommandBook, attempt: Transact, services: Mapping[type, Any]) -> None:
        self.confirming = Confirming(self._confirmed)
        self._asking = Asking(book)
        self._book = book
        self._acting = Acting(attempt, {CommandBook: book, Confirming: self.confirming, **services})

    async def hear(self, ctx: Context, text: str, quote: str | None = None) -> Reply | None:
        """What somebody typed: the answer to what was asked, or a line of its own. Raises UserError."""
        line = normalise(text, ctx.company.bot_name)
        asked = await ctx.store.dialogues.waiting(ctx.sender.user_id, ctx.chat.via, ctx.chat.id)
        if asked and asked.is_open(ctx.now):
            return await self._answered(ctx, asked, line, quote)
        if reply := await self._said_to_a_card(ctx, line):
            return reply
        try:
            return await self.read(ctx, text, quote=quote)
        except UserError as error:
            if asked and asked.is_late(ctx.now) and error.code is Code.UNKNOWN_COMMAND:
                await self._close(ctx, asked, DialogueState.LAPSED)
                return Reply(too_late(asked, ctx))
            raise

    def judged(self, line: str, company: Company) -> Judged:
        """Whether it tells of an accident."""
        return judged_by(line, company, self._book)

    def is_unclear(self, ctx: Context, text: str) -> bool:
        """Whether nobody knew what a line meant, or it may have told of an accident."""
        try:
            understood = understand(text, scene_of(ctx), self._book)
        except UserError as error:
            return error.code is Code.UNKNOWN_COMMAND or (error.code is Code.CLARIFY and error.command == ACCIDENT)
        return isinstance(understood, Understood) and understood.guessed and understood.command.name == HAZARD

    async def read(
        self, ctx: Context, line: str, *, quote: str | None = None, at: datetime | None = None, guessed: bool = False
    ) -> Reply | None:
        """Carry out a line, or ask what it leaves open. `at`: when it was typed. Raises UserError."""
        try:
            understood = await self._understood(ctx, line, scene_of(ctx, quote=quote, at=at), guessed=guessed)
        except UserError as error:
            return await self._ask(ctx, error)
        if isinstance(understood, SmallTalk):
            return None if ctx.chat.is_group else Reply(understood.answer)
        return await self._act(ctx, understood)

    async def picked(self, ctx: Context, subject: str, press: Press) -> Reply:
        """A press on a card to choose from; the card's new face."""
        picked = await self._asking.picked(ctx, subject, press)
        if isinstance(picked, Reply):
            return picked
        dialogue, option = picked
        ctx, line = chatting(ctx, Via(dialogue.via), dialogue.chat), dialogue.completed(option.put)
        try:
            reply = await self.read(ctx, line, quote=dialogue.quote, at=dialogue.asked_at, guessed=dialogue.guessed)
        except UserError as error:
            await note(ctx, error)
            return outcome(f"已选：{option.label}", error.sentence)
        return outcome(f"已选：{option.label}", on_a_card(ctx, reply))

    async def _answered(self, ctx: Context, asked: Dialogue, line: str, quote: str | None) -> Reply | None:
        await self._keep_briefly(ctx, asked.topic)
        if is_dropped(line):
            await self._close(ctx, asked, DialogueState.DROPPED)
            return Reply(f"好的，「{shown(asked.topic)}」先不办了。")
        if nod := small_talk(line):
            return None if ctx.chat.is_group else Reply(nod.answer)
        if not line or (is_asked(line) and not asked.options):
            return await self._beside(ctx, asked, line, quote)
        if is_called(line, self._book) or _cannot_wait(asked, line):
            await self._close(ctx, asked, DialogueState.DROPPED)
            return _noting(await self.read(ctx, line, quote=quote), f"（刚才问的「{shown(asked.topic)}」没有办。）")
        return await self._completed(ctx, asked, line, quote)

    async def _beside(self, ctx: Context, asked: Dialogue, line: str, quote: str | None) -> Reply | None:
        """Somebody who is asked asks something himself: that is answered if it can be, and is no answer."""
        try:
            return await self.read(ctx, line, quote=quote) if line else self._asking.again(ctx, asked, line)
        except UserError as error:
            if error.code is not Code.UNKNOWN_COMMAND:
                raise
            if line and self._asking.takes_questions(asked):
                return await self._completed(ctx, asked, line, quote)
            return self._asking.again(ctx, asked, line)

    async def _completed(self, ctx: Context, asked: Dialogue, line: str, quote: str | None) -> Reply | None:
        """The line with the answer in it, carried out; where it still makes no sense, the question stands."""
        option = chosen(line, asked.options)
        completed = asked.completed(option.put if option else line.removeprefix("/"))
        scene = scene_of(ctx, quote=quote or asked.quote, at=asked.asked_at)
        try:
            understood = await self._understood(ctx, completed, scene, guessed=asked.guessed)
        except UserError as error:
            return await self._still_open(ctx, asked, line, quote, error)
        if isinstance(understood, SmallTalk):
            return self._asking.again(ctx, asked, line)
        if not await self._close(ctx, asked, DialogueState.ANSWERED):
            raise UserError(Code.BAD_STATE, "这个问题刚刚已经答过了。")
        return await self._act(ctx, understood)

    async def _still_open(
        self, ctx: Context, asked: Dialogue, line: str, quote: str | None, error: UserError
    ) -> Reply | None:
        if wants_an_answer(error) and not self._is_same(asked, error):
            return await self._asking.ask(acting(ctx, error.command or ""), error)
        if error.code is Code.NO_PERMISSION:
            await self._close(ctx, asked, DialogueState.DROPPED)
            raise error
        if error.code in (Code.MISSING_ARG, Code.CLARIFY, Code.UNKNOWN_COMMAND) or wants_an_answer(error):
            if self._stands_alone(ctx, asked, line, quote):
                return _noting(await self.read(ctx, line, quote=quote), self._asking.still_asked(ctx, asked))
            return self._asking.again(ctx, asked, line)
        return Reply(f"{error.sentence}请重新回答，或回「算了」。")

    def _stands_alone(self, ctx: Context, asked: Dialogue, line: str, quote: str | None) -> bool:
        """Whether what is no answer is something else that can be done as it is: who is asked about his leave may well
        report a blocked exit first."""
        try:
            understood = understand(line, scene_of(ctx, quote=quote), self._book)
        except UserError:
            return False
        return isinstance(understood, Understood) and understood.command.name != asked.topic

    async def _close(self, ctx: Context, asked: Dialogue, state: DialogueState) -> bool:
        return await ctx.store.dialogues.close(asked, state, by=acting(ctx, asked.topic).act)

    def _is_same(self, asked: Dialogue, error: UserError) -> bool:
        """Whether the answer left everything as open as it was."""
        return (error.sentence if error.candidates else self._asking.question(error)) == asked.question

    async def _understood(
        self, ctx: Context, line: str, scene: Scene, *, guessed: bool = False
    ) -> Understood | SmallTalk:
        """What a policy leaves open is refused, and kept as that; yet it goes on to whoever can settle it."""
        try:
            understood = understand(line, scene, self._book, guessed=guessed)
        except UserError as error:
            await self._keep_briefly(ctx, error.command or "")
            await ensure_heard(ctx, error.command or "")
            if not error.can_be_asked:
                raise
            await note(acting(ctx, error.command or ""), error)
            return understand(line, replace(scene, may_ask_policy=True), self._book, guessed=guessed)
        if not isinstance(understood, SmallTalk):
            await self._keep_briefly(ctx, understood.command.name)
            await ensure_heard(ctx, understood.command.name)
        return understood

    async def _keep_briefly(self, ctx: Context, name: str) -> None:
        """What is said to a private command, or of somebody's deeds, isn't kept for longer than its answer needs."""
        command = self._book.by_name.get(name)
        if command and (command.private or name in OF_CASES):
            await ctx.store.private_words.note(ctx.act.cause, ctx.sender.user_id, ctx.now)
        if name in UNNAMED:
            await ctx.store.private_words.unsay(ctx.act.cause)

    def _is_private(self, line: str) -> bool:
        """Whether a confirmed line is nothing to be repeated in a group; it begins with its command's name."""
        command = self._book.by_name.get(line.removeprefix("/").split(maxsplit=1)[0])
        return command is None or command.private

    async def _act(self, ctx: Context, understood: Understood) -> Reply | None:
        try:
            if understood.needs_confirm and not understood.asks_itself:
                inner = acting(ctx, understood.command.name, understood.authority)
                return await self.confirming.ask(inner, understood, then=await self._acting.ahead(inner, understood))
            return await self._acting.run(ctx, understood)
        except UserError as error:
            error.private = error.private or understood.command.private
            return await self._ask(ctx, error)

    async def _ask(self, ctx: Context, error: UserError) -> Reply:
        if not wants_an_answer(error):
            raise error
        if error.offer:
            await note(acting(ctx, error.command or ""), error)
        return await self._asking.ask(acting(ctx, error.command or ""), error)

    async def _confirmed(self, ctx: Context, confirmation: Confirmation) -> Reply | None:
        """The line as it was understood then, by the rights of now."""
        ctx = chatting(ctx, ctx.chat.via, confirmation.chat)
        scene = scene_of(ctx, quote=confirmation.quote, at=confirmation.asked_at)
        understood = await self._understood(ctx, confirmation.line, scene)
        if isinstance(understood, SmallTalk):
            raise UserError(Code.UNKNOWN_COMMAND, "这张卡片已经失效，请重新发一次命令。")
        return await self._acting.run(ctx, understood)

    async def _said_to_a_card(self, ctx: Context, line: str) -> Reply | None:
        """Words while a card waits for its press: 算了 and 是的 are answers, 好的 may be one to anything else."""
        if not (is_dropped(line) or is_yes(line) or is_nod(line)):
            return None
        asked = await ctx.store.confirmations.latest_open(ctx.sender.user_id, ctx.now)
        if asked is None or asked.chat != ctx.chat.id:
            return None
        if is_yes(line):
            return await self.read(ctx, f"/确认 {asked.id}")
        if is_nod(line):
            typed = shown(asked.line, ASKED).removeprefix("/")
            words = f"「{typed}」还没有办。要办请按卡片上的「确认」，或回「是的」；不办回「算了」。"
            return Reply(words, private=self._is_private(asked.line))
        await ctx.store.confirmations.close(asked, ConfirmationState.DROPPED, by=ctx.act)
        return Reply("好的，什么都没有改动。")


def _cannot_wait(asked: Dialogue, line: str) -> bool:
    """An account, money or a code at stake, whatever was asked just now; but not where he may be telling of it."""
    heard = hear_incident(line)
    return heard is not None and heard.urgent and heard.surely and asked.topic not in _TELLING


def _noting(reply: Reply | None, note: str) -> Reply | None:
    match reply:
        case Reply(content=str(text)):
            return replace(reply, content=f"{text}\n{note}")
        case Reply(content=Text(text)):
            return replace(reply, content=Text(f"{text}\n{note}"))
    return reply
