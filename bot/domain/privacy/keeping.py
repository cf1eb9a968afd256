"""For how long what is kept, class by class (`[privacy]`; docs/privacy.md says it to people)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.retention import Retention


class Kept(StrEnum):
    """A class of what is kept; the value is what people call it."""

    TALK = "和机器人的消息"
    MOMENT = "一时的记录"
    RECORDS = "请假、考勤和申请"
    STAYING = "假期账和假期资料"
    PAPERS = "请假材料"
    SANCTIONS = "违规处理"
    REPORTS = "举报"
    INCIDENTS = "安全事件"
    FOUND = "内容检查"
    HAZARDS = "隐患和检查"
    ACCIDENTS = "事故"
    TAUGHT = "培训"
    NOTICES = "公告"
    VIEWS = "谁看过"
    REFUSALS = "没办成的操作"
    TRAIL = "操作记录"
    MEMBERSHIP = "群和昵称"
    DIRECTORY = "通讯录"
    USE = "使用情况"
    DESK = "求助和建议"
    COMPANY = "公司的规则和日历"

    def until(self, retention: Retention) -> str:
        """When it goes, as people read it."""
        years = retention.years
        match self:
            case Kept.RECORDS | Kept.VIEWS | Kept.USE:
                return f"当年结束 {years} 年后删除"
            case Kept.STAYING:
                return f"在职时保留，离职当年结束 {years} 年后删除"
            case Kept.PAPERS:
                return "加密保存，核对一年后删除"
            case Kept.SANCTIONS:
                return f"加密保存，不再计次 {retention.sanctions} 年后删除"
            case Kept.HAZARDS:
                return f"办结 {retention.hazards} 年后删除"
            case Kept.TAUGHT:
                return f"在职时保留，离职 {retention.trainings} 年后删除"
            case Kept.MEMBERSHIP:
                return f"在群里时保留，表态和昵称最晚离职当年结束 {years} 年后删除"
            case Kept.TRAIL:
                return f"至少保存 6 个月，离职当年结束 {years} 年后去掉姓名"
            case _:
                return _UNTIL[self]


_UNTIL: Final = {
    Kept.TALK: "180 天后删除，私密的内容 1 小时后删除",
    Kept.MOMENT: "用完就删，最多几天",
    Kept.REPORTS: "加密保存，办结后按举报的期限删除",
    Kept.INCIDENTS: "加密保存，办结后按安全事件的期限删除",
    Kept.FOUND: "没人看过的 30 天、看过的 180 天后删除",
    Kept.ACCIDENTS: "长期保留",
    Kept.NOTICES: "公告最后一次发出几年后一起删除，现行制度和它的签收留到换新版几年后",
    Kept.REFUSALS: "180 天后删除",
    Kept.DIRECTORY: "在职时保留，跟企业微信通讯录一致，离职后和其他资料一起删除",
    Kept.DESK: "内容加密保存，办完 180 天后连姓名一起删除",
    Kept.COMPANY: "不涉及个人，长期保留",
}


class How(StrEnum):
    """How /我的数据 tells of a table."""

    SHOWN = "shown"  # its area tells of it, in words of its own
    COUNTED = "counted"  # how many there are of him, and since when
    TOLD = "told"  # that it is kept; there are too many to be counted while somebody waits
    ACTED = "acted"  # it only names who did or decided something for the company
    EXEMPT = "exempt"  # it isn't told, and `why` says for what reason
    NOBODY = "nobody"  # no person is in it


@dataclass(frozen=True, slots=True)
class Entry:
    """What a table holds of people. `by`: the columns with the account of whom it is about; `unit`: of what is counted.

    `gives`: columns that he gets in his own copy; `drops`: whether it goes when he wants that and a person agrees.
    """

    how: How
    kept: Kept
    what: str = ""
    by: tuple[str, ...] = ()
    unit: str = "条"
    gives: tuple[str, ...] = ()
    drops: bool = False
    why: str = ""


def shown(kept: Kept, by: str, *gives: str, what: str = "") -> Entry:
    return Entry(How.SHOWN, kept, what, (by,), gives=gives)


def counted(kept: Kept, what: str, by: str, *gives: str, unit: str = "条", drops: bool = False) -> Entry:
    return Entry(How.COUNTED, kept, what, (by,), unit, gives, drops)


def told(kept: Kept, what: str) -> Entry:
    return Entry(How.TOLD, kept, what)


def acted(kept: Kept) -> Entry:
    return Entry(How.ACTED, kept)


def exempt(kept: Kept, why: str) -> Entry:
    return Entry(How.EXEMPT, kept, why=why)


def nobody(kept: Kept = Kept.COMPANY) -> Entry:
    return Entry(How.NOBODY, kept)
