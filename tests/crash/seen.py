"""What readers see, and what a second arrival of the same does to it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.identifiers import TaskId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import (
    Attachment,
    Boxes,
    Button,
    Card,
    Content,
    Markdown,
    Parcel,
    Select,
    Text,
    ToAsker,
    ToCard,
    ToGroup,
    ToPeople,
    ToPerson,
)

DUPLICATES_WITHIN = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader saw. `parcel` is ours to know: WeCom itself has no such number."""

    via: Via
    target: str
    words: str
    parcel: int
    at: datetime
    task_id: TaskId | None = None
    buttons: tuple[Button, ...] = ()
    asks: Select | Boxes | None = None

    @property
    def readers(self) -> list[str]:
        return self.target.split("|")


def is_equal(one: Shown, other: Shown) -> bool:
    same = (one.via, one.target, one.words) == (other.via, other.target, other.words)
    return same and one.at - other.at < DUPLICATES_WITHIN


def bubble_of(via: Via, parcel: Parcel) -> tuple[str, ...] | None:
    """What a second arrival of the same would replace: a stream by its id, a card's face by its card."""
    match parcel.address, parcel.content:
        case ToCard(task_id=task_id), Card():
            return "card", task_id, words_of(parcel.content)
        case ToAsker(handle=str(handle)), Text() | Markdown() if via is Via.BOT:
            return "stream", handle, str(parcel.id)
        case _:
            return None


def seen(via: Via, parcel: Parcel, now: datetime) -> Shown:
    card = parcel.content if isinstance(parcel.content, Card) else None
    stays = parcel.address.task_id if isinstance(parcel.address, ToCard) else None
    return Shown(
        via,
        target_of(parcel),
        words_of(parcel.content),
        parcel.id,
        now,
        (card.task_id or stays) if card else None,
        card.buttons if card else (),
        (card.select or card.boxes) if card else None,
    )


def target_of(parcel: Parcel) -> str:
    match parcel.address:
        case ToPerson(user):
            return user
        case ToPeople(users):
            return "|".join(users)
        case ToGroup(group):
            return group
        case ToAsker(_, user, chat) | ToCard(_, user, _, chat):
            return chat or user


def words_of(content: Content) -> str:
    match content:
        case Text(text):
            return text
        case Markdown(plain=plain):
            return plain
        case Card(title=title, desc=desc):
            return f"[卡片] {title} {desc}"
        case Attachment(name=name):
            return f"[文件] {name}"
