"""Whether WeCom's tags may be read, where the configuration wants them written (D-90216).

Writing isn't tried: the first tag that WeCom keeps from the app is told by a card.
"""

from typing import Final

from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient
from bot.doctor._remedies import refused
from bot.domain.accounts.works import Write
from bot.shapes.outgoing import Outcome

AREA: Final = Area.APP
NAME: Final = "企业微信标签"


async def check(patient: Patient) -> list[Finding]:
    """Nothing where no tags are to be written."""
    tags = patient.settings.tags
    if tags.write is Write.OFF:
        return []
    if patient.settings.wecom.app is None:
        return [fail(NAME, "要写标签，但没有配置应用", '配置 [wecom.app]，或者把 [tags] 的 write 写成 "off"')]
    answer = await patient.call("app", "tag/list")
    if isinstance(answer, Outcome):
        return [refused(NAME, answer)]
    if tags.write is Write.TRY:
        return [warn(NAME, "试运行，什么都不写", '看过机器人说的没有问题，再把 [tags] 的 write 写成 "on"')]
    return [ok(NAME, f"读得到 {len(answer.get('taglist') or ())} 个标签，{len(tags.rules)} 条规则")]
