"""The self-built app's way out: messages and cards to people (D-90236), new faces for cards (D-94888)."""

from typing import Any, Final

from bot.identifiers import UserId
from bot.patterns import regex
from bot.shapes.incoming import Via
from bot.shapes.outgoing import (
    Attachment,
    Card,
    Content,
    Markdown,
    Outcome,
    Parcel,
    Text,
    ToAsker,
    ToCard,
    ToPeople,
    ToPerson,
    Verdict,
)
from bot.wecom.api.answers import Answer, passed_before
from bot.wecom.api.media import AppMedia, by_media_id
from bot.wecom.api.rest import APP_SECRET, CallError, Rest
from bot.wecom.cards import APP, copy_of, is_interactive, template_card
from bot.wecom.texts import APP_TEXT, cut, without_tags

DUPLICATES: Final = {"enable_duplicate_check": 1, "duplicate_check_interval": 1800}
REPLACED: Final = 30  # bytes on a button whose card is closed
USER_ID: Final = regex(r"[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}")  # keeps `@all` and `a|b` out of touser


class AppChannel:
    """Private messages in the app's name. Groups of the app's own are not its business."""

    def __init__(self, rest: Rest, *, agent_id: int, media: AppMedia) -> None:
        self._rest = rest
        self._media = media
        self._agent_id = agent_id

    @property
    def via(self) -> Via:
        return Via.APP

    @property
    def pushes(self) -> bool:
        return True

    def open(self) -> bool:
        return self._rest.misconfigured(APP_SECRET) is None

    async def send(self, parcel: Parcel) -> Outcome:
        try:
            parcel = await self._media.uploaded(parcel)
        except CallError as error:
            return error.outcome
        match parcel.address:
            case ToPerson(user=user) | ToAsker(user=user, chat=None):
                return await self._message(parcel, (user,), _task_id(parcel))
            case ToPeople(users=users):
                return await self._message(parcel, users, _task_id(parcel))
            case ToCard(user=user):
                return await self._update(parcel, parcel.address, user)
            case _:
                return Outcome(Verdict.REFUSED, why="the app reaches people, not groups")

    async def _message(self, parcel: Parcel, users: tuple[UserId, ...], task_id: str | None) -> Outcome:
        """Of many, WeCom names those who got nothing, and answers ok even if that is the only one (D-90236)."""
        readers = tuple(filter(USER_ID.fullmatch, users))
        if not readers:
            return Outcome(Verdict.REFUSED, why="not a userid")
        body = {"touser": "|".join(readers), "agentid": self._agent_id, **_content(parcel.content, task_id)}
        if parcel.check_duplicates:
            body |= DUPLICATES
        try:
            answer = await self._rest.call(APP_SECRET, "POST", "message/send", json=body)
        except CallError as error:
            return error.outcome
        return _delivered(answer, frozenset(users))

    async def _update(self, parcel: Parcel, address: ToCard, user: UserId) -> Outcome:
        """The held card gets a new face; where its one-time code is gone, the reader gets the card anew."""
        code = parcel.handle or address.handle
        if not code:
            return await self._anew(parcel, user)
        body = {"userids": [user], "agentid": self._agent_id, "response_code": code, **_face(parcel.content)}
        try:
            answer = await self._rest.call(APP_SECRET, "POST", "message/update_template_card", json=body)
        except CallError as error:
            if error.outcome.verdict is not Verdict.REFUSED:
                return error.outcome
            if parcel.repeated:
                return passed_before(error.outcome)
            return await self._anew(parcel, user)
        return await self._anew(parcel, user) if answer.get("invaliduser") else Outcome(Verdict.DONE)

    async def _anew(self, parcel: Parcel, user: UserId) -> Outcome:
        card = parcel.content
        copied = copy_of(card.task_id, parcel.id) if isinstance(card, Card) and card.task_id else None
        return await self._message(parcel, (user,), copied)


def _task_id(parcel: Parcel) -> str | None:
    card = parcel.content
    if not isinstance(card, Card) or card.task_id is None:
        return None
    return copy_of(card.task_id, parcel.id) if card.shared else card.task_id


def _content(content: Content, task_id: str | None) -> dict[str, Any]:
    """`msgtype` and the object named like it. A card that can't be pressed needs no id, and none can collide."""
    match content:
        case Text(text=text):
            return {"msgtype": "text", "text": {"content": cut(without_tags(text), APP_TEXT)}}
        case Markdown(text=text):
            return {"msgtype": "markdown", "markdown": {"content": cut(text, APP_TEXT)}}
        case Attachment():
            return by_media_id(content)
        case Card():
            built = template_card(content, APP, task_id=task_id if is_interactive(content) else None)
            return {"msgtype": "template_card", "template_card": built}


def _face(content: Content) -> dict[str, Any]:
    """A whole new card, or only words in place of the pressed button."""
    match content:
        case Card():
            return {"template_card": template_card(content, APP, task_id=content.task_id)}
        case Text(text=text) | Markdown(plain=text) | Attachment(plain=text):
            return {"button": {"replace_name": cut(text, REPLACED)}}


def _delivered(answer: Answer, users: frozenset[UserId]) -> Outcome:
    """An id that we don't send, and one that WeCom names (in lower case), reached nobody."""
    named = f"{answer.get('invaliduser') or ''}|{answer.get('unlicenseduser') or ''}".casefold().split("|")
    missed = frozenset(user for user in users if user.casefold() in named or not USER_ID.fullmatch(user))
    why = "out of the app's range, or without a licence" if missed else ""
    if missed == users:
        return Outcome(Verdict.REFUSED, why=why)
    receipt = {name: str(answer[name]) for name in ("msgid", "response_code") if answer.get(name)}
    return Outcome(Verdict.DONE, why=why, receipt=receipt, missed=missed)
