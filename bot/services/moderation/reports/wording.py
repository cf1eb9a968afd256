"""What is said of a report: on the card of who looks into it, and to who told it. Never who that is."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.moderation.categories import HR_RESTRICTED
from bot.domain.moderation.reports.report import Line, Report, ReportState, Told
from bot.domain.moderation.reports.routing import MGMT
from bot.domain.wording import quote_user, shown
from bot.identifiers import UserId
from bot.shapes.outgoing import Button, Card, Content, Text

TAKE, LOOK, WARN, RECORD, UNFOUNDED, ASK, PASS = "take", "look", "warn", "record", "unfounded", "ask", "pass"
ADD, BACK = "add", "back"
WORDS: Final = 120  # characters of what was told, on a card
UNSEEN: Final = "不显示是谁报的，请别打听，也别为难可能的举报人。"
STAYS_UNSEEN: Final = "谁报的不给任何人看，处理的人也看不到"
DANGER: Final = "里面像有正在发生的险情：还没有通知安全管理员，要我马上通知，直接回「出事了」加地点。"
AFRAID: Final = "有人因此为难你，告诉人力资源或集团高管。"


def for_handler(report: Report, company: Company, now: datetime, user: UserId, files: int, said: str = "") -> Card:
    title = f"举报{report.state} {report.number}"
    desc = "\n".join(filter(None, [said, *_told(report, company, files), _until(report, company, now), UNSEEN]))
    mine = report.state is ReportState.TAKEN and report.taken_by == user
    buttons = tuple(_of_taker(report) if mine else _of_others(report))
    how = f"要接手发 /受理举报 {report.number}。" if not mine else f"查完发 /举报成立 或 /举报不成立 {report.number}。"
    return Card(title, f"{title}\n{desc}{how}", desc=desc, buttons=buttons)


def _told(report: Report, company: Company, files: int) -> Iterator[str]:
    group = company.group(report.group) if report.group else None
    target = company.name_of(report.target) if report.target else "没有写明"
    secret = "，按信息安全事件办" if report.secret else ""
    yield f"{report.about.name}（{report.about.severity.label}{secret}）"
    yield f"反映的是：{target}{f'，在{group.name}' if group else ''}"
    yield f"「{shown(report.text, WORDS)}」{f'，附 {files} 份材料' if files else ''}"


def _until(report: Report, company: Company, now: datetime) -> str:
    if report.state is ReportState.TAKEN and report.taken_by:
        return f"{company.name_of(report.taken_by)} 在处理。"
    if report.state is not ReportState.WAITING:
        return ""
    within = company.moderation.reports.within(report)
    return f"请在 {clock_time(max(now, report.filed_at + within), now)} 前开始处理。"


def _of_others(report: Report) -> Iterator[Button]:
    if report.state.is_open:
        yield Button("我来处理" if report.state is ReportState.WAITING else "我来接手", TAKE)
    yield Button("看详情", LOOK, style=4)
    if report.state.is_open and report.route not in (MGMT, HR_RESTRICTED):
        yield Button("转管理小组", PASS, style=4)


def _of_taker(report: Report) -> Iterator[Button]:
    if report.target:
        yield Button("属实，警告", WARN)
    yield Button("属实，只记录", RECORD, style=4)
    yield Button("未查实", UNFOUNDED, style=3)
    yield Button("追问", ASK, style=4)
    yield Button("看详情", LOOK, style=4)
    if report.route not in (MGMT, HR_RESTRICTED):
        yield Button("转管理小组", PASS, style=4)


def details(report: Report, company: Company, lines: Sequence[Line], now: datetime) -> str:
    """All of it, for who looks into it."""
    return "\n".join(_details(report, company, lines, now))


def _details(report: Report, company: Company, lines: Sequence[Line], now: datetime) -> Iterator[str]:
    yield f"{report.number} {report.about.name}，{report.state}，{clock_time(report.filed_at, now)} 收到"
    yield quote_user(report.text)
    for each in lines:
        if each.kind is Told.FILED or each.kind is Told.LOOKED:
            continue
        who = company.name_of(UserId(each.by)) if each.by and ":" not in each.by else _who(each)
        words = "（打不开）" if each.text is None else quote_user(each.text)
        yield f"· {clock_time(each.at.astimezone(now.tzinfo), now)} {who} {each.kind}{f'：{words}' if words else ''}"
    yield UNSEEN


def _who(line: Line) -> str:
    return "机器人" if line.by else "举报人"


def receipt(report: Report, whose: str, files: int, *, danger: bool = False) -> Card:
    """`danger`: it sounds as if somebody were in danger now. No alarm is raised by it: that would name who told it."""
    title = f"收到，编号 {report.number}"
    unseen = f"{STAYS_UNSEEN}；办结 30 天后连我也查不到。" if report.anonymous else f"{STAYS_UNSEEN}。"
    more = f"已附 {files} 份材料。" if files else "有截图 10 分钟内直接发我（文件的属性里可能有你的名字）。"
    first = DANGER if danger else ""
    desc = f"{first}按「{report.about.name}」转给了{whose}。{unseen}每一步都告诉你。{more}"
    plain = f"{title}：{desc}要补充发 /补充举报 {report.number} 内容；要撤回发 /撤回举报 {report.number}。"
    return Card(title, plain, desc=desc, buttons=(Button("补充", ADD, style=4), Button("撤回", BACK, style=3)))


def to_teller(report: Report, words: str) -> Content:
    return Text(f"你反映的 {report.number}：{words}")


def question(report: Report, asked: str) -> Card:
    """Whoever looks into it wants to know something."""
    title = f"{report.number} 处理人想问你"
    desc = f"「{shown(asked, 300)}」\n只有我知道你是谁，回答由我转过去。"
    plain = f"{title}：{desc}回答发 /补充举报 {report.number} 内容。"
    return Card(title, plain, desc=desc, buttons=(Button("回答", ADD),))
