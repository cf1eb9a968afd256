"""What surveys and activities are told alike: whom they go to, and until when one may answer."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Final

from bot.arguments.notice_audience import read_audience
from bot.domain.groups.group import Group
from bot.domain.notices.audience import Audience
from bot.domain.wording import shown
from bot.errors import Candidate, Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene
from bot.when.read_day import read_day
from bot.when.read_moment import read_moment

WHOM: Final = "发给谁？写群名、部门，或者全员。"
UNTIL: Final = "什么时候截止？例如：周五17:00。"
USUAL_END: Final = time(17, 30)
SOONEST: Final = timedelta(minutes=10)
FARTHEST: Final = timedelta(days=180)
_UNTIL: Final = regex(r"(?:报名|投票|征集)?(?:截止|截至)(?:到|时间|日期|于|在)?\s*[：:]?\s*(?P<at>[^\n，,。；;]{2,24})")
_BEFORE: Final = regex(r"(?P<at>[^\s，,。；;]{2,18}?)(?:之?前)?(?:报名|投票|征集)?截止")
CLOCK: Final = regex(r"\d\s*[:：点时]|[上下]午|早上|晚上?|中午|小时|分钟")
AROUND: Final = " ，,。；;：:、"


def take_whom(text: str, scene: Scene) -> tuple[Audience, str]:
    """At the front; else the room it is typed in, or the only one that he looks after. Raises UserError."""
    if found := read_audience(text, scene):
        said, rest = found
        return said.audience, rest
    if scene.group:
        return Audience(groups=(scene.group.id,)), text
    before, _, last = text.rpartition(" ")
    if before and (found := read_audience(last, scene)) and not found[1]:  # the answer to 发给谁
        return found[0].audience, before
    own = _own(scene)
    if len(own) > 1:
        names = [group.name for group in own]
        sentence = f"发到哪个群？{'、'.join(names)}。"
        raise UserError(Code.AMBIGUOUS_GROUP, sentence, candidates=[Candidate(name) for name in names])
    if not own:
        raise UserError(Code.MISSING_ARG, f"{WHOM}例如：/征集 项目A工作群 团建去哪 截止周五17:00。", missing=("group",))
    return Audience(groups=(own[0].id,)), text


def take_until(text: str, scene: Scene, *, named_only: bool = False) -> tuple[datetime | None, str]:
    """`named_only`: a time by itself is another one's. Raises UserError for one that can't be."""
    for found in filter(None, (_UNTIL.search(text), _BEFORE.search(text))):
        written = found["at"]
        if taken := moment_in(written, scene):
            moment, rest = taken
            return _sound(moment, written, scene), f"{text[: found.start()]} {rest} {text[found.end() :]}".strip()
    if named_only:
        return None, text
    *before, last = text.split("\n")[-1].rsplit(maxsplit=1) or [""]
    taken = moment_in(last, scene) if last and before else None
    if taken is None or taken[1].strip(AROUND):
        return None, text
    return _sound(taken[0], last, scene), text[: text.rindex(last)].strip()


def moment_in(written: str, scene: Scene) -> tuple[datetime, str] | None:
    """A day alone is until the end of its work. The words without it come along."""
    if CLOCK.search(written):
        taken = read_moment(written, scene.now, scene.calendar)
        return (taken.settled(), taken.rest) if taken else None
    found = read_day(written, scene.now, scene.calendar)
    if found is None:
        return None
    day = found.settled()
    return datetime.combine(day, USUAL_END, scene.now.tzinfo), found.rest


def _sound(moment: datetime, written: str, scene: Scene) -> datetime:
    if moment < scene.now + SOONEST:
        raise UserError(Code.PAST_DATE, f"截止「{shown(written)}」太近了或已经过了，至少给大家 10 分钟。")
    if moment > scene.now + FARTHEST:
        raise UserError(Code.INVALID_RANGE, f"截止「{shown(written)}」太远了，最长半年。")
    return moment


def by_which(audience: Audience, scene: Scene) -> Group | None:
    """The group that he writes to; where it is something wider, one of his own, whose keeper he writes as."""
    if len(audience.groups) == 1 and audience == Audience(groups=audience.groups):
        return scene.company.group(audience.groups[0])
    return next(iter(_own(scene)), None)


def _own(scene: Scene) -> Sequence[Group]:
    user = scene.sender.user_id if scene.sender else None
    return [group for group in scene.company.groups if user in group.keepers]
