"""What people read about something that they sign in at."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.safety.sign_in.marks import Mark, Presence
from bot.domain.safety.sign_in.sheet import Sheet
from bot.domain.wording import shown
from bot.identifiers import TaskId, UserId
from bot.shapes.outgoing import Boxes, Button, Card

COMING, AWAY, SIGN = "coming", "away", "sign"
CODE, ROLL, WHO = "code", "roll", "who"
TICK, HERE = "tick", "here"
PAGE: Final = 20  # boxes of a card
LISTED: Final = 30  # names in a list
_CALLED: Final[Mapping[str, str]] = {"PX": "培训", "YL": "演练"}
_ANSWERS: Final = (Button("收到", COMING), Button("那天来不了", AWAY, style=3))


def called(sheet: Sheet) -> str:
    """`培训「消防器材使用」`"""
    return f"{_CALLED.get(sheet.number.partition('-')[0], '活动')}「{shown(sheet.title)}」"


def when(sheet: Sheet, now: datetime) -> str:
    """`11月27日(周五) 14:00，二楼会议室`"""
    place = f"，{shown(sheet.place)}" if sheet.place else ""
    return f"{clock_time(sheet.starts, now)}{place}"


def invitation(sheet: Sheet, now: datetime, task_id: TaskId | None) -> Card:
    title = f"请参加{called(sheet)}"
    desc = f"{when(sheet, now)}（{sheet.number}）。{sheet.note}{_window(sheet)}现场签到。"
    plain = f"{title}：{desc}来不了请告诉组织的人。"
    return Card(title, plain, desc=desc, buttons=_ANSWERS, task_id=task_id)


def reminder(sheet: Sheet, now: datetime, task_id: TaskId | None, first: str) -> Card:
    """`first` begins the title: `今天有`."""
    desc = f"{when(sheet, now)}。{_window(sheet)}到现场按「签到」，再把签到码发给我。"
    title = f"{first}{called(sheet)}"
    plain = f"{title}：{when(sheet, now)}。到现场发「/签到 四位签到码」。"
    return Card(
        title, plain, desc=desc, buttons=(Button("签到", SIGN), Button("来不了", AWAY, style=3)), task_id=task_id
    )


def face(sheet: Sheet, presence: Presence | None, now: datetime, first: str = "") -> Card:
    """The card of somebody who was asked to come, as it stands. `first` is said before all else."""
    if presence and presence.here:
        words = f"{presence.here.at.astimezone(now.tzinfo):%H:%M} 已签到，不用再按。"
        return Card(f"已签到{called(sheet)}", words, desc=f"{first}{words}")
    said = presence.said if presence else Mark.INVITED
    if said is Mark.AWAY:
        words = f"{first}已记下你来不了。又能来了，按「能来」。"
        return Card(called(sheet), words, desc=words, buttons=(Button("能来", COMING),))
    words = f"{first}{when(sheet, now)}。{_window(sheet)}到现场按「签到」。"
    return Card(called(sheet), words, desc=words, buttons=(Button("签到", SIGN), Button("来不了", AWAY, style=3)))


def leader_card(sheet: Sheet, now: datetime, task_id: TaskId | None, numbers: str) -> Card:
    """For whoever leads it: the code of now, and how many have signed."""
    desc = (
        f"签到码 {sheet.code(now)}，{sheet.code_changes(now):%H:%M} 换新的，请写在现场大家看得到的地方。"
        f"{numbers}签到到 {sheet.closes:%H:%M}。没带手机的人，你用「点名」登记。"
    )
    buttons = (Button("现在的签到码", CODE), Button("点名", ROLL, style=4), Button("谁没签到", WHO, style=4))
    title = f"{called(sheet)}开始签到"
    return Card(title, f"{title}。{desc}", desc=desc, buttons=buttons, task_id=task_id)


def roll_card(sheet: Sheet, missing: Sequence[UserId], company: Company, task_id: TaskId | None) -> Card:
    """Those who have not signed, to be ticked by whoever sees them there."""
    page = missing[:PAGE]
    options: dict[str, str] = {user: company.name_of(user)[:17] for user in page}
    more = f"先列 {PAGE} 人，提交后再出下一批。" if len(missing) > PAGE else ""
    title = f"点名：{called(sheet)}"
    desc = f"还有 {len(missing)} 人没签到。勾上你在现场看到的人。{more}"
    return Card(
        title,
        f"{title}。{desc}",
        desc=desc,
        boxes=Boxes(HERE, options),
        buttons=(Button("登记到场", TICK),),
        task_id=task_id,
    )


def absence(sheet: Sheet, presences: Mapping[UserId, Presence], away: Collection[UserId], company: Company) -> str:
    """`应到 12 人，到场 10 人，未到 2 人：张三（请假）、李四（没有说明）。`"""
    missing = [each for each in presences.values() if not each.was_here]
    came = len(presences) - len(missing)
    head = f"{called(sheet)}（{sheet.number}）应到 {len(presences)} 人，到场 {came} 人"
    if not missing:
        return f"{head}，全部到齐。"
    return f"{head}，未到 {len(missing)} 人：{listed(_absent(missing, away, company))}。"


def listed(names: Iterable[str]) -> str:
    every = list(names)
    more = f"等 {len(every)} 人" if len(every) > LISTED else ""
    return f"{'、'.join(every[:LISTED])}{more}"


def counted(presences: Mapping[UserId, Presence]) -> str:
    return f"已签到 {sum(each.was_here for each in presences.values())}/{len(presences)} 人。"


def _absent(missing: Iterable[Presence], away: Collection[UserId], company: Company) -> Iterable[str]:
    for each in missing:
        why = "请假或外出" if each.user in away else "说过来不了" if each.said is Mark.AWAY else "没有说明"
        yield f"{company.name_of(each.user)}（{why}）"


def _window(sheet: Sheet) -> str:
    return f"{sheet.opens:%H:%M} 到 {sheet.closes:%H:%M} "
