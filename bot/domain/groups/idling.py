"""Which groups nobody seems to need any more (S300, D2§9.2): what the bot can see of it, and no more than that.

It sees what is said to it with @, notices that people have posted, and who comes and goes. Of a group that it doesn't
hear it says nothing, and nothing of the time before it looked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.company import Company
from bot.domain.finding.folding import fold
from bot.domain.groups.group import Group, GroupState
from bot.identifiers import GroupId


class Answer(StrEnum):
    """What its keeper says of it; the value is the button."""

    KEEP = "还在用"
    DISSOLVE = "可以解散"
    LATER = "下月再问"


@dataclass(frozen=True, slots=True)
class Watch:
    """`since`: the day from which it is watched; `seen`: the last day on which something happened there. `asked`: the
    month (2026-12) in which its keepers were asked last, `answer` what they said then."""

    group: GroupId
    since: date
    seen: date | None = None
    asked: str = ""
    answer: Answer | None = None
    answered_on: date | None = None

    def quiet_days(self, today: date) -> int:
        return (today - max(filter(None, (self.since, self.seen)))).days


def is_heard(group: Group) -> bool:
    """Whether anything that is said there can reach the bot at all."""
    return group.bot_chat is not None


def doubts(group: Group, watch: Watch, company: Company, today: date) -> Iterator[str]:
    """Why it may not be needed any more, each as half a sentence."""
    if group.state is not GroupState.IN_USE or _was_kept(watch, company, today):
        return
    quiet = watch.quiet_days(today)
    if is_heard(group) and quiet >= company.grooming.idle_days:
        yield f"{quiet} 天没看到动静"
    known = company.finder.departments.words
    if group.departments and not any(known.get(fold(each)) for each in group.departments):
        yield "它的部门通讯录里已经没有了"
    if len(group.members) > 1 and sum(map(company.is_here, group.insiders)) <= 1:
        yield "在职的同事只剩一位，或一位也没有"


def _was_kept(watch: Watch, company: Company, today: date) -> bool:
    """Whoever said that it is needed isn't asked for as long as a group may be quiet."""
    if watch.answer is not Answer.KEEP or watch.answered_on is None:
        return False
    return (today - watch.answered_on).days < company.grooming.idle_days
