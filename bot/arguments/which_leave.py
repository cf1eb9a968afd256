"""Which of one's own leaves is meant: by its number, by its kind, by a day of it: 取消 明天的年假."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, Final, Self

from bot.arguments.leave_kinds import kind_said
from bot.arguments.requests import RequestNumber
from bot.domain.leave.types.leave_type import LeaveType
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_day import read_day
from bot.when.read_period import read_period
from bot.when.results.outcomes import Vague

NO_LEAVE: Final = "不是假，这里改不了。发 /帮助 看看能用什么。"
_LEAVE: Final = regex("(?:请|休)?假(?:期|条|申请|单)?|(?:请|休)的?")
_NOTHING_ELSE: Final = regex(r"(?:[我的了就那个这把将给想要先吧啊刚才\s，,。]|之前|提交|申请|取消|撤回|删掉|删了?)*")
_CALLED_OFF: Final = regex("取消|撤掉")
_TORN: Final = regex("(?<=[年病事婚产丧儿乳检请休])\\s+(?=假)")
_NEWS: Final = regex("听说|据说|记得|别忘|^公司|为什么|谁的?|[了过](?:吗|么|没)")  # told or asked, and wished by nobody
_BEFORE_A_NAME: Final = regex("^(?:我?(?:[帮给替把将]|那个|请)?)+")
# What is called off, and is no leave: another command's, or nobody's. As a reason beside a leave they are nothing.
_NEVER: Final = regex("折成?[钱现算]|换成?钱|公告|通知|放假|规定|制度")
_OF_OTHERS: Final = regex(
    "订阅|提醒|禁言|会议|开会|委托|任命|邀请|入群|退群|建群|群|活动|培训|值班|加班|出差|外出|补卡|公出|举报|申诉|警告|处分|停用|隐患|事故|整改|任务|订单"
    "|预约|快递|闹钟|账号|昵称|求助|建议|报名|关注|收藏|置顶|静音|免打扰|航班|机票|车票|酒店|日程"
)
_OF_A_DAY: Final = regex(r"(?:^|\s)的[^\s，,。了吧]")  # 明天的会 is no leave of tomorrow
_BARE: Final = regex(r"(?<![A-Za-z\d-])(20\d{6})[-—–_ ]?(\d{3})(?!\d)")


@dataclass(frozen=True, slots=True)
class WhichLeave:
    """Nothing said: the only one that can be meant. `named`: it was called a leave at least."""

    wanted: ClassVar[str] = "哪一条假？写上编号，例如 QJ-20261122-001。"
    by_day: ClassVar[bool] = True

    number: str = ""
    kind: LeaveType | None = None
    day: date | None = None
    named: bool = False

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for what is no leave, and for a day that could be several."""
        words.left = whole(words.left)
        number = _number(words, scene)
        if not number:
            _ensure_own(words, scene)
            _ensure_a_wish(words, scene)
        kind = take_kind(words, scene)
        day = take_day(words, scene) if cls.by_day and not number else None
        named = words.take(_LEAVE) is not None
        if day and not (named or kind) and (other := _OF_A_DAY.search(words.narrow)):
            raise UserError(Code.UNKNOWN_COMMAND, f"「{shown(words.narrow[other.start() :].strip(' 的'))}」{NO_LEAVE}")
        return cls(number, kind, day, named or kind is not None)

    @property
    def is_leave(self) -> bool:
        """Whether it is called one."""
        return bool(self.number or self.named)

    @property
    def says_nothing(self) -> bool:
        return not (self.number or self.kind or self.day or self.named)

    def explained(self) -> Mapping[str, Any]:
        return dict(self._explained())

    def _explained(self) -> Iterator[tuple[str, Any]]:
        if self.number:
            yield "id", self.number
        if self.kind:
            yield "type", self.kind.name
        if self.day:
            yield "date", self.day.isoformat()


class LeaveTakenBack(WhichLeave):
    """One that waits: only where it is called a leave, since other requests may be taken back as well."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        named = _LEAVE.search(words.narrow) or kind_said(words.left, scene.company.leave.types)
        if not named and (words.guessed or not read_day(words.left, scene.now, scene.calendar)):
            return None
        found = super().read(words, scene)
        words.rest()
        return found if found and not found.says_nothing else None


class LeaveUnderWay(WhichLeave):
    """One that runs: a day that is said is no day of it."""

    by_day: ClassVar[bool] = False


class LeaveAsked(WhichLeave):
    """One that is looked up where its number isn't said, and asked about before anything happens to it."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = super().read(words, scene)
        if words.guessed and found and not found.is_leave:
            unsaid = not found.day or _CALLED_OFF.search(words.narrow)
            if unsaid and not _NOTHING_ELSE.fullmatch(words.narrow):
                raise UserError(Code.UNKNOWN_COMMAND, "这句我没听懂。要改自己的假，发 /我的请假 看编号。")
        return found

    @property
    def looked_up(self) -> bool:
        return not self.number


def _number(words: Words, scene: Scene) -> str:
    """Its letters may be left out."""
    if number := RequestNumber.read(words, scene):
        return number.number
    bare = words.take(_BARE)
    return f"QJ-{bare[1]}-{bare[2]}" if bare else ""


def _ensure_a_wish(words: Words, scene: Scene) -> None:
    """Raises UserError for news and questions, and for what is no leave."""
    line = words.narrow
    if words.guessed and _NEWS.search(line):
        raise UserError(Code.UNKNOWN_COMMAND, "这句我没听懂。要改自己的假，发 /我的请假 看编号。")
    is_leave = _LEAVE.search(line) or kind_said(line, scene.company.leave.types)
    other = _NEVER.search(line) or (None if is_leave else _OF_OTHERS.search(line))
    if other:
        raise UserError(Code.UNKNOWN_COMMAND, f"「{other[0]}」{NO_LEAVE}")


def whole(text: str) -> str:
    """A sentence may have been taken apart in the middle of a kind: 年 假."""
    return _TORN.sub("", text)


def _ensure_own(words: Words, scene: Scene) -> None:
    """Raises UserError where the line begins with a colleague: 张三明天不请假了."""
    line = _BEFORE_A_NAME.sub("", words.narrow)
    spotted = scene.company.finder.people.spot(line)
    if spotted is None or spotted.start or spotted.guessed or not spotted.people:
        return
    if scene.sender not in spotted.people:
        raise UserError(Code.NO_PERMISSION, "假要由本人来改，不能替别人办。请对方自己发给我。")


def take_kind(words: Words, scene: Scene) -> LeaveType | None:
    """Only what is named, taken out of the line."""
    said = kind_said(words.left, scene.company.leave.types)
    if said is None or said.guessed:
        return None
    words.cut(said.start, said.end)
    return said.kind


def take_day(words: Words, scene: Scene) -> date | None:
    """The first day that is named. Raises UserError where it could be several."""
    shift = scene.company.schedule(scene.sender.user_id).shift if scene.sender else scene.shift
    period = read_period(words.left, scene.now, scene.calendar, shift)
    if period and not isinstance(period.value, Vague):
        words.left = period.rest
        start = period.settled().start
        return start.date() if isinstance(start, datetime) else start
    day = read_day(words.left, scene.now, scene.calendar)
    if day is None:
        return None
    words.left = day.rest
    return day.settled()
