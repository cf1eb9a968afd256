"""An item of the editorial board on its way (S203, S204, S219; D9§3, D14篇1§7).

Nothing is published that the office and whoever supervises publishing haven't both let pass, two people of whom none is
its author. What is changed after that goes back.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.domain.company import Company
from bot.domain.notices.reach import has_role
from bot.domain.rights import Role
from bot.errors import Code, UserError
from bot.identifiers import UserId

PREFIX: Final = "XT"
SUPERVISORS: Final = frozenset({Role.PUB_SUPERVISOR, Role.PUB_LEADER})


class Stage(StrEnum):
    TOPIC = "选题"
    COLLECTING = "采集"
    EDITING = "编辑"
    REVIEW = "审核"
    PUBLISHING = "发布"
    FEEDBACK = "反馈"
    DONE = "完成"
    DROPPED = "不做了"


NEXT: Final = {Stage.TOPIC: Stage.COLLECTING, Stage.COLLECTING: Stage.EDITING, Stage.EDITING: Stage.REVIEW}
OVER: Final = frozenset({Stage.DONE, Stage.DROPPED})


@dataclass(frozen=True, slots=True)
class Item:
    """`passed`: who let it pass. `link`: where it was published. `feedback`: what came of it."""

    number: str
    channel: str
    title: str
    author: UserId
    created_at: datetime
    stage: Stage = Stage.TOPIC
    passed: tuple[UserId, ...] = ()
    link: str = ""
    published_at: datetime | None = None
    feedback: str = ""
    revision: int = 1


def advanced(item: Item) -> Item:
    """A step nearer to review. Raises UserError."""
    if item.stage not in NEXT:
        raise UserError(Code.BAD_STATE, f"{item.number} 在「{item.stage}」这一步，{_todo(item)}。")
    return replace(item, stage=NEXT[item.stage])


def let_pass(item: Item, user: UserId, company: Company) -> Item:
    """Raises UserError."""
    _ensure_in(item, Stage.REVIEW)
    if user == item.author:
        raise UserError(Code.SELF_TARGET, f"{item.number} 是你自己写的，请{_whom(company)}来审。")
    passed = tuple(dict.fromkeys((*item.passed, user)))
    if not _is_reviewer(user, company):
        raise UserError(Code.NO_PERMISSION, f"审稿由{_whom(company)}来做。")
    return replace(item, passed=passed, stage=Stage.PUBLISHING if _have_both(passed, company) else Stage.REVIEW)


def sent_back(item: Item, user: UserId, company: Company) -> Item:
    """Raises UserError."""
    if item.stage not in (Stage.REVIEW, Stage.PUBLISHING):
        raise UserError(Code.BAD_STATE, f"{item.number} 在「{item.stage}」这一步，{_todo(item)}。")
    if user != item.author and not _is_reviewer(user, company):
        raise UserError(Code.NO_PERMISSION, f"退回由作者或{_whom(company)}来做。")
    return replace(item, stage=Stage.EDITING, passed=())


def published(item: Item, link: str, now: datetime) -> Item:
    """By hand: the bot can't write to an official account. Raises UserError."""
    if item.stage in NEXT or item.stage is Stage.REVIEW:
        raise UserError(
            Code.APPROVAL_REQUIRED, f"{item.number} 还没审过，不能发。现在在「{item.stage}」，{_todo(item)}。"
        )
    _ensure_in(item, Stage.PUBLISHING)
    return replace(item, stage=Stage.FEEDBACK, link=link, published_at=now)


def answered(item: Item, feedback: str) -> Item:
    """What readers said, and what was done about it. Raises UserError."""
    _ensure_in(item, Stage.FEEDBACK)
    return replace(item, stage=Stage.DONE, feedback=feedback)


def dropped(item: Item) -> Item:
    """Raises UserError."""
    if item.published_at or item.stage in OVER:
        raise UserError(Code.BAD_STATE, f"{item.number} 在「{item.stage}」这一步，{_todo(item)}。")
    return replace(item, stage=Stage.DROPPED)


def _ensure_in(item: Item, stage: Stage) -> None:
    if item.stage is not stage:
        raise UserError(Code.BAD_STATE, f"{item.number} 在「{item.stage}」这一步，{_todo(item)}。")


def _todo(item: Item) -> str:
    match item.stage:
        case Stage.REVIEW:
            return f"等审稿，审过发 /选题 {item.number} 通过"
        case Stage.PUBLISHING:
            return f"发出去以后发 /选题 {item.number} 已发 链接"
        case Stage.FEEDBACK:
            return f"有了留言和效果发 /选题 {item.number} 反馈 内容"
        case Stage.DONE | Stage.DROPPED:
            return "不用再动了"
    return f"做好了发 /选题 {item.number} 下一步"


def _is_reviewer(user: UserId, company: Company) -> bool:
    return has_role(user, SUPERVISORS | _office(company), company)


def _have_both(passed: tuple[UserId, ...], company: Company) -> bool:
    """Two people, one for each side."""
    office = {user for user in passed if has_role(user, _office(company), company)}
    above = {user for user in passed if has_role(user, SUPERVISORS, company)}
    return bool(office and above) and len(office | above) > 1


def _office(company: Company) -> frozenset[Role]:
    return frozenset({Role(company.notices.co_reviewer)})


def _whom(company: Company) -> str:
    return f"{Role(company.notices.co_reviewer).label}和微信主管（或宣传组长）"
