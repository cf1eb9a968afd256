"""What to do with a message: hands words and presses to who serves them, and collects everything that is to be said.

It runs inside the transaction of the message; an exception leaves nothing behind.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from bot.domain.company import Company
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.identifiers import ANYBODY, TaskId, UserId
from bot.services.desk.unanswered import note_unanswered
from bot.services.groups.registry.onboarding import hinted
from bot.services.moderation.content.watching import ContentWatch
from bot.services.people.vanishing import DIRECTORY_JOB
from bot.services.safety.emergencies.hearing import Emergencies
from bot.services.safety.emergencies.reports import TOPIC as ACCIDENT
from bot.services.safety.emergencies.reports import Accidents
from bot.services.safety.hazards import pressing as hazard_pressing
from bot.services.safety.hazards.drafts import keep_along
from bot.services.safety.hazards.telling import TOPIC as HAZARD
from bot.services.security.warning import warned
from bot.services.talking.asking import TOPIC as CHOOSE
from bot.services.talking.confirming import TOPIC as CONFIRM
from bot.services.talking.conversation import Conversation
from bot.services.talking.outcomes import privately
from bot.services.talking.refusing import note
from bot.shapes.act import Act
from bot.shapes.command import CommandBook
from bot.shapes.context import Chat, Context
from bot.shapes.incoming import LONGEST, Incoming, Kind, Press, Via
from bot.shapes.outgoing import Address, Card, Content, Text, ToAsker, ToCard, ToPerson
from bot.shapes.ports import Clock, Transact
from bot.shapes.queue import Said
from bot.shapes.replies import Reply
from bot.shapes.serving import Pressed, Taker
from bot.shapes.store import Store

ONLY_WORDS = "收到。我现在只看得懂文字，请用文字说明。发 /帮助 看看我能做什么。"
WELCOME = "你好，我是群务助手。发 /帮助 看看我能替你做什么。"
HOLDER = "卡片持有人"  # by which right a card is answered; what is then carried out has its own
# said where it was pressed: by a bot alone there may be no other way
NOT_YOURS = "这张卡片要由发起人自己按。你要办，请自己发一次命令。"
TOO_LONG = f"这条太长了，一条最多 {LONGEST} 字，什么都没有办。请分几条发；表格请存成 .xlsx，私聊发给我。"
DEAD_CARD = "这张卡片已经失效，请重新发一次命令。"


class Router:
    """`services` are what handlers may name in their signatures, by type; `presses` serve cards, by topic.

    `takers`: who may want a picture or a document that somebody sends in private, the first one that takes it has it;
    they raise UserError where it can't be used. `reaches`: whether somebody can be told something in private.
    """

    def __init__(
        self,
        book: CommandBook,
        store: Store,
        clock: Clock,
        company: Callable[[], Company],
        attempt: Transact,
        services: Mapping[type, Any] | None = None,
        presses: Mapping[str, Pressed] | None = None,
        *,
        takers: Sequence[Taker] = (),
        reaches: Callable[[UserId], bool],
    ) -> None:
        self._store = store
        self._clock = clock
        self._company = company
        self._attempt = attempt
        self._takers = takers
        self._reaches = reaches
        accidents = Accidents(reaches)
        self._conversation = Conversation(book, attempt, {Accidents: accidents, **(services or {})})
        self._watch = ContentWatch(book)
        self._emergencies = Emergencies(
            accidents, attempt, unclear=self._conversation.is_unclear, judged=self._conversation.judged
        )
        own = {CONFIRM: self._conversation.confirming.pressed, CHOOSE: self._conversation.picked}
        hazards = {HAZARD: hazard_pressing.with_accidents(accidents)}
        self._presses = {ACCIDENT: accidents.pressed, **own, **(presses or {}), **hazards}

    async def route(self, incoming: Incoming) -> list[Said]:
        said: list[Said] = []
        ctx = self._context(incoming, said)
        if incoming.via is Via.BOT and incoming.kind is not Kind.CONTACTS:
            await self._store.peers.hear(incoming.chat or incoming.sender, ctx.now)
        match incoming.kind:
            case Kind.TEXT:
                await self._text(incoming, ctx, said)
            case Kind.PRESS if incoming.press:
                await self._press(incoming, incoming.press, ctx, said)
            case Kind.MEDIA if not incoming.in_group:
                await self._media(incoming, ctx, said)
            case Kind.ENTER if incoming.via is Via.BOT:
                said.append(Said(ToAsker.of(incoming), Text(WELCOME)))
            case Kind.CONTACTS:
                await self._store.jobs.hasten(DIRECTORY_JOB, ctx.now)
        return said

    async def _text(self, incoming: Incoming, ctx: Context, said: list[Said]) -> None:
        cry, whole = None, len(incoming.text) <= LONGEST
        incoming = incoming if whole else replace(incoming, text=incoming.text[:LONGEST])
        try:
            reply = cry = await self._emergencies.hear(ctx, incoming.text)
            if reply is None and not whole:
                raise UserError(Code.LIMIT, TOO_LONG)
            if reply is None:
                await keep_along(ctx, incoming)
                heard = await self._conversation.hear(ctx, incoming.text, incoming.quote)
                reply = await hinted(ctx, incoming.text, warned(ctx, heard) if incoming.masked else heard)
            elif incoming.pictures:
                await self._emergencies.keep_pictures(ctx, incoming)
        except UserError as error:
            said.clear()
            taken = await self._taken(ctx, incoming) if error.code is Code.UNKNOWN_COMMAND else None
            if error.code is Code.UNKNOWN_COMMAND and not error.command:
                await note_unanswered(ctx, incoming.text)
            reply = taken or await self._not_done(ctx, incoming, error)
        if reply:
            _answer(ctx, incoming, reply, said)
        if cry is None:
            await self._watch.see(ctx, incoming)

    async def _not_done(self, ctx: Context, incoming: Incoming, error: UserError) -> Reply | None:
        """A password that nobody asked for needs no other answer than what to do about it."""
        if incoming.masked and error.code is Code.UNKNOWN_COMMAND:
            return warned(ctx, None)
        refused = await self._refused(ctx, incoming.text, error)
        if incoming.masked and error.code is not Code.SECRET_IN_TEXT:
            refused = warned(ctx, refused)
        return await hinted(ctx, incoming.text, refused)

    async def _media(self, incoming: Incoming, ctx: Context, said: list[Said]) -> None:
        reply = await self._taken(ctx, incoming) or Reply(ONLY_WORDS)
        _answer(ctx, incoming, reply, said)

    async def _taken(self, ctx: Context, incoming: Incoming) -> Reply | None:
        """What became of what was sent along, if anybody wants it; never in a group."""
        if incoming.in_group or not (incoming.pictures or incoming.documents):
            return None
        for taker in self._takers:
            try:
                if reply := await self._attempt(partial(taker, ctx, incoming)):
                    return reply
            except UserError as error:
                return Reply(error.sentence)
        return None

    async def _refused(self, ctx: Context, text: str, error: UserError) -> Reply | None:
        """Its sentence; but what nobody understands may be more about an accident. Whom a restriction keeps from being
        heard in a group is told so in private, and the group hears nothing."""
        if error.code is Code.UNKNOWN_COMMAND and (reply := await self._emergencies.more(ctx, text)):
            return reply
        await note(ctx, error)
        if error.code is Code.AUTHOR_RESTRICTED and ctx.chat.is_group:
            ctx.tell(ToPerson(ctx.sender.user_id), Text(error.sentence))
            return None
        return Reply(error.sentence, private=error.private)

    async def _press(self, incoming: Incoming, press: Press, ctx: Context, said: list[Said]) -> None:
        found = await self._store.cards.find(press.task_id)
        serve = self._presses.get(found[0]) if found else None
        if found is None or serve is None or found[2] not in (ANYBODY, incoming.sender) or _has_left(ctx):
            said.append(Said(ToAsker.of(incoming), Text(DEAD_CARD if found is None else NOT_YOURS)))
            if found:
                await note(ctx, UserError(Code.NO_PERMISSION, NOT_YOURS))
            return
        holding = replace(ctx, act=replace(ctx.act, authority=HOLDER))
        reply = await self._face(serve, holding, found[1], press, said)
        card = reply.parcel_content
        if isinstance(card, Card):
            said.append(Said(_holder(incoming, press.task_id), replace(card, task_id=press.task_id)))

    async def _face(self, serve: Pressed, ctx: Context, subject: str, press: Press, said: list[Said]) -> Reply:
        try:
            return await self._attempt(lambda: serve(ctx, subject, press))
        except UserError as error:
            said.clear()
            await note(ctx, error)
            return Reply(Card(title="没有办成", desc=error.sentence, plain=error.sentence))

    def _context(self, incoming: Incoming, said: list[Said]) -> Context:
        company, now = self._company(), self._clock.now()

        def tell(address: Address, content: Content) -> None:
            said.append(Said(address, content))

        return Context(
            sender=company.person(incoming.sender) or Person(incoming.sender, incoming.sender, 0, active=False),
            chat=Chat(
                incoming.via,
                incoming.chat,
                company.group_of_chat(incoming.chat),
                private_way=self._reaches(incoming.sender),
            ),
            now=now,
            company=company,
            store=self._store,
            act=Act(incoming.sender, incoming.kind, "", incoming.key, now),
            tell=tell,
        )


def _answer(ctx: Context, incoming: Incoming, reply: Reply, said: list[Said]) -> None:
    """The asker's answer goes before what he is told in private."""
    place, content = len(said), reply.parcel_content
    if reply.private and incoming.in_group:
        content = Text(privately(ctx, content))
    said.insert(place, Said(ToAsker.of(incoming), content))


def _has_left(ctx: Context) -> bool:
    """Whom the directory doesn't know at all may press: where it can't be read nobody is known."""
    person = ctx.company.person(ctx.sender.user_id)
    return person is not None and not person.active


def _holder(incoming: Incoming, task_id: TaskId) -> ToCard:
    return ToCard(incoming.via, incoming.sender, task_id, incoming.chat, incoming.handle)
