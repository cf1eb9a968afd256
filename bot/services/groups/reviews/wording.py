"""What keepers read about a review: the card of a page, the same in words, and what came of it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.groups.doubts import DoubtKind
from bot.domain.groups.group import Group
from bot.domain.groups.reviews import Decision, Entry, Review
from bot.domain.wording import shown
from bot.identifiers import TaskId, UserId
from bot.shapes.outgoing import Boxes, Button, Card

REST: Final = "rest"  # the box that stands for who isn't listed: without it, nothing was ticked at all
TICKS: Final = "stay"
SUBMIT: Final = Button("核对好了", "submit")
GO, KEEP = "go", "keep"
BOX: Final = 17  # characters that a box has room for (D-90236)
MOST_NAMED: Final = 10
_TOLD: Final = (Decision.OUT, Decision.STRUCK, Decision.IN, Decision.NOT_IN, Decision.RAISED)
_BRIEFLY: Final = {
    DoubtKind.LEFT_COMPANY: "已离职",
    DoubtKind.STRANGER: "没有审批",
    DoubtKind.MISSING: "已不在群里",
    DoubtKind.MOVED: "不符合范围",
    DoubtKind.NEWCOMER: "应进群",
    DoubtKind.EXPIRED: "已到期",
    DoubtKind.UNSPONSORED: "没有负责人",
    DoubtKind.UNNAMED: "昵称不规范",
    DoubtKind.UNCONFIRMED: "没同意群规",
}


def asking_card(
    review: Review,
    page: int,
    group: Group,
    company: Company,
    now: datetime,
    task_id: TaskId | None = None,
    *,
    first: str = "",
) -> Card:
    """`first`: what has to be said before all else."""
    entries = review.on_page(page)
    options = {id_: _box(entry, company) for id_, entry in entries.items()}
    ticked = tuple(id_ for id_, entry in entries.items() if entry.is_ticked_at_first)
    until = clock_time(review.due_at.astimezone(now.tzinfo), now)
    which = f"，第 {page}/{review.pages} 页" if review.pages > 1 else ""
    return Card(
        title=f"梳理{group.name}：谁留下？",
        desc=f"{first}{_how(entries.values())}{until} 前{which}。{review.number}",
        plain=_in_words(review, page, group, company, until),
        boxes=Boxes(TICKS, {REST: rest(review), **options}, (REST, *ticked)),
        buttons=(SUBMIT,),
        task_id=task_id,
    )


def confirming_card(review: Review, page: int, group: Group, company: Company, said: str) -> Card:
    """Asked back: nobody doubts that they belong there."""
    asked = [entry for entry in review.on_page(page).values() if entry.decision is Decision.TO_CONFIRM]
    title = f"确定要移出 {named(asked, company)} 吗？"
    return Card(
        title=title,
        desc=f"{said}没有勾上的人里，这 {len(asked)} 位并没有疑问。{group.name}，{review.number}",
        plain=f"{said}{title}要移出回「/梳理 {group.name} 确认移出」，不移出回「/梳理 {group.name} 都留下」。",
        buttons=(Button("确认移出", GO, style=2), Button("都留下", KEEP)),
    )


def face(review: Review, group: Group, outcome: str) -> Card:
    """The card of somebody who has nothing left to tick on it."""
    return Card(title=f"梳理{group.name}", desc=f"{outcome}{review.number}", plain=f"{review.number} {outcome}")


def rest(review: Review) -> str:
    return f"其余 {review.others} 人没有疑问" if review.others else "名单核对过了"


def entry_name(entry: Entry, company: Company) -> str:
    return shown(company.name_of(entry.user) if entry.user else entry.guest, BOX)


def named(entries: Sequence[Entry], company: Company) -> str:
    names = "、".join(entry_name(entry, company) for entry in entries[:MOST_NAMED])
    return f"{names} 等 {len(entries)} 人" if len(entries) > MOST_NAMED else names


def came_of(entries: Sequence[Entry], company: Company) -> str:
    """What was decided, as a sentence: `留下 8 人，移出 马丽，拉进群 李四。`"""
    by_decision = [(decision, [entry for entry in entries if entry.decision is decision]) for decision in _TOLD]
    parts = [f"{decision} {named(those, company)}" for decision, those in by_decision if those]
    if stay := sum(entry.decision is Decision.STAYS for entry in entries):
        parts.append(f"留下 {stay} 人")
    return f"{'，'.join(parts)}。" if parts else "名单没有变化。"


def reason(entry: Entry) -> str:
    """Why he is asked to leave, as he is told himself and whoever does it."""
    return str(entry.doubt) if entry.doubt else "梳理时确认不用再在群里"


def _how(entries: Collection[Entry]) -> str:
    kinds = {entry.doubt for entry in entries}
    new = "；「应进群」的勾上就拉进来" if DoubtKind.NEWCOMER in kinds else ""
    gone = "；「已不在群里」的勾上就拉回来" if DoubtKind.MISSING in kinds else ""
    return f"勾上的留下，没勾的移出{new}{gone}。"


def _box(entry: Entry, company: Company) -> str:
    name = entry_name(entry, company)
    if entry.doubt is None:
        return name
    said = f"{name} {_BRIEFLY[entry.doubt]}"
    more = f"{said}，{entry.why}" if entry.why else said
    return more if len(more) <= BOX else said


def _in_words(review: Review, page: int, group: Group, company: Company, until: str) -> str:
    """For whoever sees no card: the same list, by numbers that he can write back."""
    lines = [
        f"{int(id_) + 1}. {entry_name(entry, company)}{_doubt_in_words(entry)}"
        for id_, entry in review.on_page(page).items()
    ]
    how = [
        f"要移出谁：/梳理 {group.name} 移出 1、2",
        f"都留下：/梳理 {group.name} 都留下",
        f"有疑问的移出、应进群的拉进来：/梳理 {group.name} 按建议办",
    ]
    head = f"{review.number} 梳理{group.name}，{until} 前。{rest(review)}。"
    return "\n".join([head, *lines, *(how if lines else how[1:2])])


def _doubt_in_words(entry: Entry) -> str:
    if entry.doubt is None:
        return ""
    return f"：{entry.doubt}{f'，{entry.why}' if entry.why else ''}"


def opened(review: Review, group: Group, company: Company, now: datetime, asked: Collection[UserId]) -> str:
    """For who began it."""
    doubtful = sum(entry.doubt is not None for entry in review.entries)
    until = clock_time(review.due_at.astimezone(now.tzinfo), now)
    names = "、".join(shown(company.name_of(user)) for user in asked)
    about = f"{doubtful} 人要核对" if doubtful else "没有人有疑问，看一眼就好"
    return f"{review.number} 开始梳理{group.name}：{about}，{until} 前。名单发给了 {names}。"
