"""What there is to do, said beside figures: rules as data, the most pressing three of those that apply."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.figures.items import Item

MOST: Final = 3


class Waiting(StrEnum):
    """What may be waiting for somebody; the number of each is looked up when figures are made."""

    HAZARDS_LATE = "hazards_late"
    MAJOR_HAZARDS = "major_hazards"
    ACCIDENTS_OPEN = "accidents_open"
    REQUESTS_LATE = "requests_late"
    NOTICES_UNREAD = "notices_unread"
    GROUPS_UNKEPT = "groups_unkept"
    VIOLATIONS_UP = "violations_up"
    HARDLY_USED = "hardly_used"


@dataclass(frozen=True, slots=True)
class Rule:
    """Applies from `least` on, to who may see `item`. `what` has the number in it; `how` is the next step."""

    waiting: Waiting
    item: Item
    what: str
    how: str
    least: int = 1


RULES: Final = (  # the most pressing first
    Rule(Waiting.ACCIDENTS_OPEN, Item.ACCIDENTS, "还没有人收到的事故 {} 起", "发 /事故进度 看，马上按「收到」"),
    Rule(Waiting.MAJOR_HAZARDS, Item.HAZARDS, "重大隐患没有销号 {} 条", "发 /隐患看板 看，每天盯到销号"),
    Rule(Waiting.HAZARDS_LATE, Item.HAZARDS, "隐患超期 {} 条", "发 /隐患看板 看，催整改责任人"),
    Rule(Waiting.REQUESTS_LATE, Item.REQUESTS, "申请过了时限还没批 {} 条", "请审批人发 /待办，出差的发 /委托"),
    Rule(Waiting.NOTICES_UNREAD, Item.NOTICES, "公告还没确认 {} 人次", "发 /公告进度 看卡在哪些部门，再发 /催确认"),
    Rule(Waiting.GROUPS_UNKEPT, Item.GROUPS, "没有群管理员的群 {} 个", "发 /群列表 没有群管理员，再发 /任命群管"),
    Rule(Waiting.VIOLATIONS_UP, Item.VIOLATIONS, "违规比上期多 {} 条", "看按类别的明细，在群里重申一次规则", least=3),
    Rule(Waiting.HARDLY_USED, Item.USAGE, "还有 {} 人没用过机器人", "发 /公告 介绍一下，从请假和报隐患讲起", least=20),
)


def things_to_do(numbers: Mapping[Waiting, int], items: Collection[Item]) -> Sequence[tuple[str, str]]:
    """What to do and how, at most three."""
    found = [rule for rule in RULES if rule.item in items and numbers.get(rule.waiting, 0) >= rule.least]
    return [(rule.what.format(numbers[rule.waiting]), rule.how) for rule in found[:MOST]]
