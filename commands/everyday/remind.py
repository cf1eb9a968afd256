"""Have oneself reminded of something at a time, or whom one is responsible for: one's department, one's group.

It is said in private, once. Others are reminded in working time only, and twice a day by one colleague at most; they
press 办好了 and whoever asked hears of it. Who hasn't confirmed a notice is reminded by `/催确认`, as before by
`/提醒` with the notice's number.

Example:
    张三> /提醒 我 明天下午3点 交巡检表
    机器人> 记下了，明天 15:00 提醒你：交巡检表。不用了发 /取消提醒 TX-20261122-001。
    王强> /提醒 @张三 明天上午9点 交巡检表
    机器人> 记下了，明天 09:00 提醒张三：交巡检表。不用了发 /取消提醒 TX-20261122-002。
    ⏰ 2026-11-23 09:00
    机器人→张三> [卡片] 提醒 王强 提醒你：交巡检表 [办好了]
    张三> 按 [办好了]
    机器人→王强> 张三 办好了你提醒的事：交巡检表。
    机器人> [卡片] 提醒 办好了，已告诉王强：交巡检表。
    ⏰ 2026-11-23 15:00
    机器人→张三> 提醒你：交巡检表
"""

import re
from typing import Final

from bot.arguments.reminders import ReminderWish
from bot.domain.notices.managing import is_an_author
from bot.domain.notices.notice import PREFIX as NOTICE
from bot.patterns import regex
from bot.services.reminders.reminding import ask, ensure_possible
from bot.shapes.arguments import Scene
from bot.shapes.command import OtherSense, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.reminders import wishes_reminder

_ITS_NUMBER: Final = regex(rf"\s*{NOTICE}\s?[-—–_ ]?\d", re.IGNORECASE)
_ITS_READERS: Final = regex(r"(?![我@＠]).{0,12}(没确认|未确认|没有确认|没看|没回执|[确认看](公告|通知))")


def _of_a_notice(line: str, words: str, scene: Scene) -> bool:
    """A bare one is so for who announces things."""
    if not words.strip():
        return is_an_author(scene.sender, scene.company)
    return bool(_ITS_NUMBER.match(words) or _ITS_READERS.match(words))


def _rules(scene: Scene, what: ReminderWish) -> None:
    if scene.sender:
        ensure_possible(scene.sender, what.people, what.at, what.text, scene.company, scene.now)


@command(
    "提醒",
    aliases=("remind", "tx", "提醒我"),
    says=("到时候提醒我…",),
    summary="到时间提醒自己，或你负责的同事",
    writes=True,
    private=True,
    rules=_rules,
    hears=wishes_reminder,
    other_sense=OtherSense("催确认", _of_a_notice),
)
async def remind(ctx: Context, what: ReminderWish) -> Reply:
    return Reply(await ask(ctx, what.people, what.at, what.text), private=True)
