"""Put a notice right that is out already: the new text goes to everybody whom it is for.

Who has the first one gets it as 【更正】, whoever was left out as a notice. What had to be let pass by others, the
correction has to as well.

Example:
    郑群> /更正 GG-20261122-001 停电改到周四
    机器人> 没有编号是 GG-20261122-001 的公告。发 /我的公告 看你发过的。
"""

import re
from typing import Final

from bot.arguments.which_notice import CorrectedNotice, NewText
from bot.domain.notices.managing import ensure_an_author
from bot.patterns import regex
from bot.services.notices.choosing import managed
from bot.services.notices.putting_right.correcting import correct
from bot.shapes.arguments import Scene
from bot.shapes.command import OtherSense, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.notices import speaks_of_correcting

_OWN: Final = regex(r"我的|本人|资料|个人信息|入职|工龄|工号|姓名|名字|学历|生日|手机号")
_NOTICE: Final = regex(r"公告|通知|GG[-—–_ ]?\d", re.IGNORECASE)


def _of_oneself(line: str, words: str, scene: Scene) -> bool:
    """What is wrong is what is kept about him: 我的入职日期应该是 2018年."""
    return bool(_OWN.search(words)) and not _NOTICE.search(words)


def _rules(scene: Scene, id: CorrectedNotice, text: NewText) -> None:
    ensure_an_author(scene.sender, scene.company)


@command(
    "更正",
    aliases=("correctnotice", "更正公告"),
    recognises=speaks_of_correcting,
    summary="更正一条已经发出的公告",
    writes=True,
    rules=_rules,
    other_sense=OtherSense("更正资料", _of_oneself),
)
async def correct_notice(ctx: Context, id: CorrectedNotice, text: NewText) -> Reply:
    return await correct(ctx, await managed(ctx, id.number, wanted=lambda each: each.posted_at is not None), text.text)
