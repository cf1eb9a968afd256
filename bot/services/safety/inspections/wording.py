"""What people read about a round: who makes it, whose the place is, who answers for safety."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from bot.domain.dates import clock_time
from bot.domain.safety.inspections.rounds import InspectionPlan, Round
from bot.domain.wording import shown
from bot.shapes.outgoing import Boxes, Button, Card

LOOKED, HAND_IN, AGAIN, SOME_NOT, NOT_HERE = "looked", "hand-in", "again", "some-not", "not-here"
TICKS: Final = "ticks"
LISTED: Final = 8  # faults in one sentence


def called(round_: Round) -> str:
    """`3号车间 消防检查`"""
    return f"{shown(round_.place, 16)} {round_.checklist}检查"


def boxes_card(round_: Round) -> Card:
    """All that can be wrong, to tick."""
    title, said = f"{called(round_)} {round_.number}", "看到哪样勾哪样，都没有就直接按下一步"
    options = {str(place): item.fault for place, item in enumerate(round_.items)}
    how = f"不能按卡片的话，发不合格的序号：/检查结果 {round_.number} 1 3；都合格发 /检查结果 {round_.number} 都合格。"
    plain = f"【{title}】{said}：\n{_numbered(options.values())}\n{how}"
    ticked = tuple(map(str, round_.failed))
    return Card(
        title=title, desc=said, plain=plain, buttons=(Button("下一步", LOOKED),), boxes=Boxes(TICKS, options, ticked)
    )


def not_here_card(round_: Round) -> Card:
    """What wasn't ticked, and may not be there at all."""
    title, said = f"{called(round_)} {round_.number}", "这里没有的项勾上，就不算合格也不算不合格"
    options = {str(place): item.fault for place, item in enumerate(round_.items) if place not in round_.failed}
    plain = f"【{title}】{said}：\n{_numbered(options.values())}"
    ticked = tuple(map(str, round_.left_out))
    return Card(
        title=title, desc=said, plain=plain, buttons=(Button("下一步", NOT_HERE),), boxes=Boxes(TICKS, options, ticked)
    )


def review_card(round_: Round) -> Card:
    """What he is about to say of all of it."""
    title = f"{called(round_)} 还没提交"
    good = round_.applying - len(round_.failed)
    wrong = f"不合格 {len(round_.failed)} 项：{faults(round_)}。" if round_.failed else "没有不合格的。"
    left = f"不适用 {len(round_.left_out)} 项。" if round_.left_out else ""
    then = "提交后每一项登记成隐患，再把照片发我。" if round_.failed else "提交就是确认每一项都看过。"
    said = f"{wrong}合格 {good} 项。{left}{then}"
    how = f"没错就发 /检查结果 {round_.number} 提交；要改，序号重发一遍。"
    every = len(round_.failed) == len(round_.items)
    skip = () if every else (Button("有不适用的", SOME_NOT, style=4),)
    buttons = (Button("提交", HAND_IN), Button("重新勾", AGAIN, style=4), *skip)
    return Card(title=title, desc=said, plain=f"【{title}】{said}{how}", buttons=buttons)


def result(round_: Round) -> str:
    """`查 12 项，不合格 2 项：通道或出口被堵、消防器材被挡住。`"""
    left = f"，不适用 {len(round_.left_out)} 项" if round_.left_out else ""
    if not round_.failed:
        return f"查 {round_.applying} 项{left}，全部合格。"
    return f"查 {round_.applying} 项{left}，不合格 {len(round_.failed)} 项：{faults(round_)}。"


def faults(round_: Round) -> str:
    names = [item.fault for item in round_.faults]
    return "、".join(names[:LISTED]) + (f"等 {len(names)} 项" if len(names) > LISTED else "")


def registered(round_: Round) -> str:
    """What became of what was wrong."""
    new = f"登记隐患 {_numbers(round_.hazards)}，安全管理员核实后派单。" if round_.hazards else ""
    known = f"{_numbers(round_.known)} 以前就报过、还没整改完，没有重复登记。" if round_.known else ""
    return new + known


def done_card(round_: Round) -> Card:
    title = f"{called(round_)} 已提交 {round_.number}"
    photos = "照片现在直接发我。" if round_.hazards else ""
    said = f"{result(round_)}{registered(round_)}{photos}"
    return Card(title=title, desc=said, plain=f"【{title}】{said}")


def due_said(round_: Round, now: datetime) -> str:
    return clock_time(round_.due.astimezone(now.tzinfo), now)


def said_of(plan: InspectionPlan) -> str:
    return f"{shown(plan.place, 16)} {plan.checklist}"


def _numbered(words: Iterable[str]) -> str:
    return "\n".join(f"{place}. {word}" for place, word in enumerate(words, 1))


def _numbers(numbers: tuple[str, ...]) -> str:
    """`YH-20261123-001、002`"""
    first, *others = numbers
    day = first[:12]
    return "、".join([first, *(each.removeprefix(day) for each in others)])
