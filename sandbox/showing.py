"""What a bot sends becomes visible here, and only here: an entry per recipient, a card in the recipient's hands."""

from collections.abc import Sequence
from typing import Any

from sandbox import cards
from sandbox.cardbook import HeldCard, Reader
from sandbox.json_types import Json
from sandbox.world import World


def show(world: World, via: str, reader: Reader, msgtype: str, text: str, **more: Any) -> int:
    """One entry. `more` may hold card, edits, in_reply_to, url, open_for, msgid; what is None or empty is left out."""
    extra = {key: value for key, value in more.items() if value not in (None, "")}
    return world.journal.add("sent", via=via, to=reader.as_json(), msgtype=msgtype, text=text, **extra)


def show_card(
    world: World, via: str, reader: Reader, raw: Json, *, msgid: str = "", in_reply_to: str = "", shared: bool = False
) -> HeldCard:
    """Hand a card to one recipient. `shared`: others get it by the same call."""
    card = HeldCard(via, reader, raw, world.journal.last + 1, shared=shared)
    show(
        world,
        via,
        reader,
        "template_card",
        cards.read(raw),
        card=_view(card, raw),
        in_reply_to=in_reply_to,
        msgid=msgid,
    )
    world.cards.add(card)
    return card


def change_card(world: World, card: HeldCard, raw: Json, *, only: Sequence[str] = (), in_reply_to: str = "") -> None:
    """Replace a card where it stands, for everybody or for some of a room. The task_id stays."""
    raw = {**raw, "task_id": card.task_id}
    if only:
        card.personal.update(dict.fromkeys(only, raw))
    else:
        card.raw = raw
        card.personal.clear()
    show(
        world,
        card.via,
        card.reader,
        "template_card",
        cards.read(raw),
        card=_view(card, raw),
        edits=card.seq,
        in_reply_to=in_reply_to,
        open_for=list(only) or None,
    )


def _view(card: HeldCard, raw: Json) -> Json:
    return {**cards.view(raw), "handle": card.handle}
