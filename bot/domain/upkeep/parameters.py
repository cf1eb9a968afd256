"""What may be changed in chat, as data: nothing else. Never a secret, an address, or what security stands on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from bot.domain.company import Company
from bot.domain.rights import BY_ITSELF, Role
from bot.domain.width import narrow
from bot.patterns import regex

ROLES: Final = "谁担任什么"
PACKS: Final = "违规制度"
NOTICES: Final = "公告和提醒"
APPROVALS: Final = "审批"
GROUPS: Final = "群和昵称"
MODERATION: Final = "违规处理"
SAFETY: Final = "安全"
DESK: Final = "求助"
WORK: Final = "上班和放假"
REPORTS: Final = "统计和备份"

_DAYS: Final = MappingProxyType({"mon": "周一", "tue": "周二", "wed": "周三", "thu": "周四", "fri": "周五"})
_ALL_DAYS: Final = MappingProxyType({**_DAYS, "sat": "周六", "sun": "周日"})


_JOINT: Final = regex(r"^[\s：:=＝，,]*(?:[改设调][成为到])?\s*")  # between a name and its value


class Kind(StrEnum):
    """How a value is typed; the value is the example that people are shown."""

    NUMBER = "30"
    SWITCH = "开"
    TIME = "21:30"
    TIMES = "11:30、17:00"
    WORD = "文字"
    WORDS = "高温、汛期"
    CHOICE = "其中一个"
    PEOPLE = "李娜、王五"


@dataclass(frozen=True, slots=True)
class Parameter:
    """`choices`: a value -> what people call it; "" is 不要. `at_restart`: what was built at the start goes on with the
    old value until then. `guarded`: even the first set-up needs the leader's yes."""

    key: str
    label: str
    area: str
    means: str
    kind: Kind = Kind.NUMBER
    unit: str = ""
    choices: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    at_restart: bool = False
    guarded: bool = False

    @property
    def role(self) -> Role | None:
        """That it says who holds."""
        return Role(self.key.split(".")[1]) if self.area == ROLES else None


def _switch(key: str, label: str, area: str, means: str, *, at_restart: bool = False) -> Parameter:
    return Parameter(key, label, area, means, Kind.SWITCH, at_restart=at_restart)


def _time(key: str, label: str, area: str, means: str) -> Parameter:
    return Parameter(key, label, area, means, Kind.TIME)


def _number(key: str, label: str, area: str, unit: str, means: str, *, at_restart: bool = False) -> Parameter:
    return Parameter(key, label, area, means, Kind.NUMBER, unit, at_restart=at_restart)


def _day(key: str, label: str, area: str, means: str, days: Mapping[str, str]) -> Parameter:
    return Parameter(key, label, area, means, Kind.CHOICE, choices=days)


_EITHER: Final = MappingProxyType({"": "不要", **_DAYS})

FIXED: Final[tuple[Parameter, ...]] = (
    _time("notices.quiet_from", "静默开始", NOTICES, "晚上从几点起只发紧急的，提醒也等到早上"),
    _time("notices.quiet_to", "静默结束", NOTICES, "早上几点以后才发不紧急的"),
    _time("notices.usual_time", "公告默认时间", NOTICES, "定期公告没写几点时，几点发"),
    _number("notices.caps.person", "每人每天公告上限", NOTICES, "条", "超过的并成汇总，0 是不限"),
    _number("notices.caps.group", "每群每天公告上限", NOTICES, "条", "超过的并成汇总，0 是不限"),
    Parameter("notices.caps.slots", "汇总时间", NOTICES, "超过上限的公告几点汇总发", Kind.TIMES),
    _number("notices.lasts_days", "公告有效期", NOTICES, "天", "没写到哪天的公告算多久"),
    _switch("notices.always_preview", "公告先给作者看", NOTICES, "普通公告发出前也先给作者看一遍"),
    _day("notices.collect_on", "收集部门动态", NOTICES, "每周哪天问部门负责人有什么要告诉大家", _EITHER),
    _switch("notices.ask_needs", "收集部门需求", NOTICES, "每季度问一次部门负责人需要什么"),
    _time("receipts.remind_at", "催确认时间", NOTICES, "几点提醒还没确认公告的人"),
    _number("receipts.pause_hours", "催确认间隔", NOTICES, "小时", "两次手动催办至少隔多久"),
    _number("approvals.remind_after_hours", "审批提醒", APPROVALS, "工作小时", "等多久提醒审批人"),
    _number("approvals.escalate_after_days", "审批升级", APPROVALS, "工作日", "等多久再请上一级"),
    _number("approvals.lapses_after_days", "审批过期", APPROVALS, "天", "没人审批的申请多久作废"),
    _day("nicknames.patrol_day", "昵称巡查", GROUPS, "每周哪天 09:30 查群昵称", _ALL_DAYS),
    _number("nicknames.grace_days", "昵称宽限", GROUPS, "天", "调部门以后原来的部门名还能用几天"),
    _switch("grooming.active", "每月清理群成员", GROUPS, "每月请群管理员看一遍谁该留下"),
    _number("grooming.workday_of_month", "清理群成员日", GROUPS, "工作日", "每月第几个工作日开始"),
    _number("grooming.overdue_after_days", "清理逾期", GROUPS, "工作日", "多久没看完就告诉上级"),
    _number("group_rules.deemed_after_days", "群规视为知悉", GROUPS, "天", "多久没回应记为知悉，0 是不记"),
    _number("moderation.window_days", "屡犯期限", MODERATION, "天", "多久以内再犯算重复"),
    _number("moderation.appeal_days", "申诉期限", MODERATION, "工作日", "多久以内可以申诉"),
    _number("moderation.answer_days", "申诉答复", MODERATION, "工作日", "多久以内要答复申诉"),
    _number("moderation.posted_days", "通报期限", MODERATION, "工作日", "通报多久以内有效"),
    _switch("moderation.weekly_check", "每周巡群", MODERATION, "每周一请群管理员说看过群了"),
    _number("moderation.nominate_on", "提名表彰日", MODERATION, "号", "每月几号请负责人提名，0 是不要"),
    _number("moderation.mute.least_minutes", "最短禁言", MODERATION, "分钟", "禁言至少多久"),
    _number("moderation.mute.most_days", "最长禁言", MODERATION, "天", "禁言最多多久"),
    _number("moderation.mute.second_from_hours", "禁言要两人", MODERATION, "小时", "多久以上要第二位管理员同意"),
    _number("safety.protected_days", "报告人保护期", SAFETY, "天", "报过隐患、事故的人多久内处分要上级批"),
    _switch("safety.drills.watched", "提醒演练", SAFETY, "到期没演练就提醒"),
    _switch("safety.drills.half_yearly", "半年一次演练", SAFETY, "危化、矿山、金属冶炼、人员密集场所等要开"),
    Parameter("safety.exposed", "季节风险", SAFETY, "安全日历里哪些只在有这些风险的地方发", Kind.WORDS),
    _number("training.yearly_hours", "每年安全培训", SAFETY, "学时", "每个人每年至少多少"),
    _number("training.newcomer_hours", "新员工安全培训", SAFETY, "学时", "入职第一年至少多少"),
    _number("training.pass_mark", "测验及格分", SAFETY, "分", "小测验多少分算过"),
    _number("desk.take_minutes", "求助接单", DESK, "工作分钟", "多久没人接就提醒"),
    _number("desk.answer_minutes", "求助答复", DESK, "工作分钟", "多久没答复就提醒"),
    _number("desk.complaint_days", "投诉答复", DESK, "工作日", "投诉多久以内答复"),
    Parameter("calendar.hours", "上班时间", WORK, "平常一天几点到几点，中间不算", Kind.WORD),
    Parameter("leave.region", "假期地区", WORK, "按哪个省市的规定算假", Kind.WORD),
    _number("attendance.grace_minutes", "打卡宽限", WORK, "分钟", "下班多久以后看打卡"),
    _switch("attendance.read_punches", "缺卡提醒", WORK, "上班没打卡的私聊本人，打卡应用要能被读到", at_restart=True),
    _switch("figures.weekly", "每周群情况", REPORTS, "每周一告诉管群的人上周的情况"),
    _switch("figures.monthly", "每月统计", REPORTS, "每月第一个工作日出统计"),
    _switch("backup.nightly", "每晚备份", REPORTS, "每晚备份整个数据库"),
    _number("backup.at", "备份时间", REPORTS, "点", "每晚几点备份"),
    _number("backup.days", "每日备份留", REPORTS, "天", "最近几天的各留一份", at_restart=True),
    _number("backup.weeks", "每周备份留", REPORTS, "周", "最近几周的各留一份", at_restart=True),
)


def parameters(company: Company) -> tuple[Parameter, ...]:
    """All of them: also who holds which role, and which pack holds where."""
    return (*_roles(), *_packs(company), *FIXED)


def found(company: Company, key: str) -> Parameter | None:
    return next((each for each in parameters(company) if each.key == key), None)


def named_first(company: Company, words: str) -> tuple[Parameter | None, str]:
    """What the words begin with, by its label or its key, and what follows; the longest name counts."""
    line = narrow(words).casefold()
    names = [(name, each) for each in parameters(company) for name in (each.label, each.key)]
    for name, each in sorted(names, key=lambda pair: -len(pair[0])):
        if line.startswith(name.casefold()):
            return each, _JOINT.sub("", words[len(name) :])
    return None, words


def areas(given: Iterable[Parameter]) -> Mapping[str, list[Parameter]]:
    by_area: dict[str, list[Parameter]] = {}
    for each in given:
        by_area.setdefault(each.area, []).append(each)
    return by_area


def _roles() -> Iterator[Parameter]:
    for role in Role:
        if role not in BY_ITSELF | {Role.INTERN}:
            means = "按职务、部门、标签给的角色写在配置文件里，这里只按人给"
            guarded = role is Role.WECOM_ADMIN
            yield Parameter(f"roles.{role}.people", role.label, ROLES, means, Kind.PEOPLE, guarded=guarded)


def _packs(company: Company) -> Iterator[Parameter]:
    packs = {pack.id: pack.id for pack in company.moderation.shelf}
    yield Parameter("moderation.usual", "默认制度", PACKS, "没有另外说的群按哪份制度", Kind.CHOICE, choices=packs)
    either = {"": "同默认", **packs}
    for each in company.group_types:
        means = f"{each.name}（{each.key}）按哪份制度"
        yield Parameter(f"moderation.by_type.{each.key}", f"{each.key}制度", PACKS, means, Kind.CHOICE, choices=either)
