"""Each week whoever looks after groups looks through them by a short list, and says so (D6§14, D8§4.3, D15§8.1).

WeCom lets no program read what is said in a group, so a human samples it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.company import Company
from bot.domain.groups.group import Group, GroupState
from bot.domain.groups.keeping import keepers_here
from bot.identifiers import GroupId, UserId

WEEK: Final = timedelta(days=7)
LOOK_AT: Final = (
    "往上翻一翻这周的消息：有没有广告、外链、争吵、造谣、外传资料",
    "成员有没有不该在的，昵称是不是「部门-姓名」",
    "群名、群公告和群规则还对不对",
)

CODE: Final = (
    "以群和大家的利益为先，不拿管理权办私事",
    "对事不对人，不偏袒、不报复；和自己有关的请别人办",
    "群成员资料、举报和处理情况不外传",
    "违规及时处理，拿不准就问，不拖",
)
"""What who looks after groups keeps to, and says so once a month (D14篇2§三.1, S197)."""


@dataclass(frozen=True, slots=True)
class GroupCheck:
    """What somebody is asked for in a week, named by its monday. `fine`: he found nothing; None: he hasn't said yet."""

    week: date
    user: UserId
    groups: tuple[GroupId, ...]
    fine: bool | None = None
    at: datetime | None = None


def week_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def has_code(week: date) -> bool:
    """The first monday of a month."""
    return week.day <= WEEK.days


def looked_after(company: Company) -> Mapping[UserId, tuple[Group, ...]]:
    """Groups in use by who looks after them, as far as he is here."""
    found: dict[UserId, tuple[Group, ...]] = {}
    for group in company.groups:
        if group.state is GroupState.IN_USE:
            for user in keepers_here(group, company):
                found[user] = (*found.get(user, ()), group)
    return found
