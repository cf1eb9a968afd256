"""The cards by which keepers are asked who stays: a page each, and no longer theirs once somebody handed it in."""

from collections.abc import Sequence
from typing import Final

from bot.domain.groups.group import Group
from bot.domain.groups.reviews import Review
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.reviews.wording import asking_card, face
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Text, ToCard, ToPerson
from bot.shapes.records.approvals import Ask

TOPIC: Final = "review"


async def ask(desk: Desk, review: Review, group: Group, users: Sequence[UserId], *, page: int) -> None:
    for user in users:
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=subject(review, page), holder=user)
        desk.tell(ToPerson(user), asking_card(review, page, group, desk.company, desk.now, task_id))
        await desk.store.requests.note_ask(Ask(subject(review, page), user, 1, task_id), cause=desk.act.cause)


async def release(desk: Desk, review: Review, group: Group, users: Sequence[UserId], *, page: int, by: UserId) -> None:
    """Those who hold a card of a page that somebody else has handed in are told on it, or in words."""
    outcome = f"{desk.company.name_of(by)} 已经核对过，不用再看。"
    for ask in await desk.store.requests.close_asks(subject(review, page), users):
        if ask.user == by:
            continue
        if ask.code:
            desk.tell(ToCard(Via.APP, ask.user, ask.task_id, None, ask.code), face(review, group, outcome))
        elif desk.company.is_here(ask.user):
            desk.tell(ToPerson(ask.user), Text(f"{review.number} 梳理{group.name}：{outcome}"))


def subject(review: Review, page: int) -> str:
    """What a card stands for."""
    return f"{review.number}-{page}"


def read_subject(written: str) -> tuple[str, int]:
    number, _, page = written.rpartition("-")
    return number, int(page)
