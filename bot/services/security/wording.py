"""What is said of an incident: to who told it, what to do now; to who has it, what is to be done."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.people import Person
from bot.domain.security.incident import Finding, Incident, IncidentKind, IncidentState, Line, Logged, told_by
from bot.domain.wording import quote_user, shown
from bot.identifiers import UserId
from bot.shapes.outgoing import Boxes, Button, Card

ADD, MISTAKE = "add", "mistake"
TAKE, LOOK, STEPS, TICK, REST = "take", "look", "steps", "tick", "rest"
REAL, FALSE_ALARM, UNPROVEN, ASSESS = "real", "false", "unproven", "assess"
FINDINGS: Final = {REAL: Finding.REAL, FALSE_ALARM: Finding.FALSE_ALARM, UNPROVEN: Finding.UNPROVEN}
OFF, ON = "off", "on"
LONGEST_NAME: Final = 5  # characters of a name that fit a button
WORDS: Final = 120  # characters of what was told, on a card
NOBODY: Final = "信息技术部"  # whom to call where nobody has the role
AT_REST: Final = "其余不用做，去办结"
BRIEF: Final = "先别转账、别点链接、别给验证码；账号不对劲就改密码、退掉不认识的设备。已经报给信息安全，细节请私聊我。"
BY_PHONE: Final = "账号可能在别人手里：打电话核实，别在企业微信里问。"


def named(users: Sequence[UserId], company: Company) -> str:
    """`吴管、林宓`, or who is to be called where there is nobody."""
    return "、".join(map(company.name_of, users)) or NOBODY


def receipt(incident: Incident, company: Company, users: Sequence[UserId]) -> Card:
    """What to do now comes first, and the number last."""
    who = named(users, company)
    now = [each.format(officers=who) for each in company.security.runbook(incident).now]
    told = f"已通知{who}，会打电话找你。" if users else f"还没有人能接，请马上打电话给{who}。"
    desc = "\n".join([*(f"{place}. {each}" for place, each in enumerate(now, 1)), f"{told}编号 {incident.number}。"])
    title = "先这样做"
    plain = f"{title}：\n{desc}有新情况发「/{told_by(incident.kind)} {incident.number} 内容」。"
    return Card(title, plain, desc=desc, buttons=(Button("补充情况", ADD), Button("是误会", MISTAKE, style=3)))


def for_officer(incident: Incident, company: Company, now: datetime, due: datetime | None, said: str = "") -> Card:
    """`due`: until when the first step is to be taken. `said`: why he has it once more."""
    title = f"{'紧急！' if incident.urgent and incident.is_open else ''}{incident.kind} {incident.number}"
    desc = "\n".join(filter(None, [said, *_told(incident, company, now), *_state(incident, company, now, due)]))
    how = f"要处理发「/安全事件 {incident.number}」。"
    return Card(title, f"{title}\n{desc}\n{how}", desc=desc, buttons=tuple(_buttons(incident, company)))


def _told(incident: Incident, company: Company, now: datetime) -> Iterator[str]:
    group = company.group(incident.group) if incident.group else None
    where = f"在{group.name}" if group else ""
    told = f"{clock_time(incident.told_at, now)} {where}报告：「{shown(incident.text, WORDS)}」"
    yield f"{who_told(incident, company)}{told}"
    if incident.kind.of_account and incident.is_open:
        yield BY_PHONE


def who_told(incident: Incident, company: Company) -> str:
    person = company.person(incident.teller)
    if person is None:
        return f"通讯录里没有的人（{quote_user(incident.teller)}）"
    return described(person, company)


def described(person: Person, company: Company) -> str:
    """张三（生产部）"""
    department = company.department_of(person)
    return f"{company.told_apart(person)}{f'（{department.name}）' if department else ''}"


def _state(incident: Incident, company: Company, now: datetime, due: datetime | None) -> Iterator[str]:
    match incident.state:
        case IncidentState.CLOSED:
            yield f"已办结：{incident.finding}。"
            return
        case IncidentState.TAKEN if incident.taken_by:
            yield f"{company.name_of(incident.taken_by)} 在处理，做了 {len(incident.done)} 步。"
    if incident.first_action is None and due and due > now:
        yield f"请在 {clock_time(due, now)} 前做第一步，不然往上报。"


def _buttons(incident: Incident, company: Company) -> Iterator[Button]:
    whose = company.name_of(incident.teller)
    if company.is_here(incident.teller) and len(whose) <= LONGEST_NAME:
        if incident.may_be_locked:
            yield Button(f"停用{whose}的账号", OFF, style=2)
        elif incident.may_be_unlocked:
            yield Button(f"恢复{whose}的账号", ON, style=2)
    if incident.state is IncidentState.WAITING:
        yield Button("我来处理", TAKE)
    elif incident.is_open:
        yield Button("记步骤", STEPS)
    yield Button("看详情", LOOK, style=4)


def steps_left(incident: Incident, company: Company) -> dict[str, str]:
    return {each.key: each.does for each in company.security.runbook(incident).steps if each.key not in incident.done}


def steps(incident: Incident, company: Company) -> Card:
    """To be ticked; with none left, how it ended."""
    left = steps_left(incident, company)
    if not left:
        return ending(incident)
    title = f"{incident.kind} {incident.number}"
    desc = "做完的打勾再按「记下」，几点、谁做的都会留着。"
    listed = "；".join(f"{place} {does}" for place, does in enumerate(left.values(), 1))
    plain = f"{title}：还没做的步骤：{listed}。做完一步发「/安全处置 {incident.number} 步骤」。"
    boxes = Boxes(TICK, {**left, REST: AT_REST})
    return Card(title, plain, desc=desc, buttons=(Button("记下", TICK),), boxes=boxes)


def ending(incident: Incident) -> Card:
    title = f"{incident.number} 结论是什么？"
    desc = "按一个就办结，报告的人会知道。"
    ends = (Button("属实，办结", REAL), Button("误报", FALSE_ALARM, style=3), Button("没有查实", UNPROVEN, style=3))
    first = incident.kind is IncidentKind.LEAK and incident.notice is None
    buttons = (Button("做通知评估", ASSESS), *ends) if first else ends
    plain = f"{title}{desc}发「/安全办结 {incident.number} 属实」，也可以是误报或没有查实，后面写结论。"
    return Card(title, plain, desc=desc, buttons=buttons)


def details(incident: Incident, company: Company, lines: Sequence[Line], now: datetime) -> str:
    """All of it, for who has it."""
    return "\n".join(_details(incident, company, lines, now))


def _details(incident: Incident, company: Company, lines: Sequence[Line], now: datetime) -> Iterator[str]:
    yield f"{incident.number} {incident.kind}，{incident.state}{f'（{incident.finding}）' if incident.finding else ''}"
    yield from _told(incident, company, now)
    if groups := [each.name for each in company.groups if incident.teller in each.keepers]:
        yield f"名下的群：{'、'.join(groups)}"
    for each in lines:
        if each.kind in (Logged.TOLD, Logged.LOOKED):
            continue
        by = "机器人" if ":" in each.by else company.name_of(UserId(each.by))
        words = "（打不开）" if each.text is None else quote_user(each.text)
        yield f"· {clock_time(each.at.astimezone(now.tzinfo), now)} {by} {each.kind}{f'：{words}' if words else ''}"
    if incident.notice:
        yield f"通知评估：{incident.notice.outcome}（{'已定' if incident.notice.decided_by else '等决定'}）"
    if incident.is_open:
        yield still_to_do(incident, company)


def still_to_do(incident: Incident, company: Company) -> str:
    """Numbered, as they are said by number."""
    left = steps_left(incident, company)
    listed = "；".join(f"{place} {does}" for place, does in enumerate(left.values(), 1))
    return f"还没做：{listed}。" if left else f"都做完了，发「/安全办结 {incident.number} 结论」。"
