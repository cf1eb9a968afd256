"""Report an accident. Nobody needs this command for it: whoever writes that something is burning is heard anyway.

Anybody may, known here or not, in private or in a group. What to do comes first, then the number; those in charge get
a card, and one after the other is told until somebody has it. What is reported again within ten minutes joins the first
report, what its reporter writes next is added, and 误报 takes it back. With a number it says how it stands.

Example:
    张三> /事故 仓库着火 人都出来了
    机器人→陈安> [卡片] 紧急！火灾 SG-20261122-001 仓库着火 人都出来了 地点：仓库 伤者：没有…
    机器人→王强> [卡片] 紧急！火灾 SG-20261122-001 仓库着火 人都出来了 地点：仓库 伤者：没有…
    机器人> 马上撤到室外空地，走楼梯，不坐电梯，不回去拿东西。打 119，有人受伤打 120。火很小、身后有退路，才用灭火器。
    已登记 SG-20261122-001，正在通知陈安、王强，有人确认收到，我就告诉你。
    地点记的是「仓库」。有新情况（几个人受伤、现在怎样）直接发给我。
    张三> /事故 SG-20261122-001
    机器人> SG-20261122-001 火灾：还没有人收到。
    10:00 张三 报告：仓库着火 人都出来了
    10:00 通知 陈安
    10:00 通知 王强
    下一步 10:01 通知下一位
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from bot.domain.rights import EVERYBODY
from bot.domain.safety.accidents.reports import Facts
from bot.errors import Code, UserError
from bot.services.safety.calls.log import how_it_stands
from bot.services.safety.emergencies.reports import COMMAND, Accidents
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.emergency.called import ONE_CASE
from bot.understanding.emergency.facts import gist, read_facts
from bot.understanding.emergency.heed import Cry, heed
from bot.understanding.emergency.together import is_pressing

WHAT = "出了什么事？在哪里？有危险先撤离，着火打 119，有人受伤打 120。"
OURS = "是本单位的事吗？是的话马上发「/事故 地点 情况」；有危险先撤离，打 119 或 120。不是就不用管。"
REAL = "是真的出事了吗？是就马上发「/事故 地点 情况」，不写「演练」；有危险先撤离，打 119 或 120。"


@dataclass(frozen=True, slots=True)
class Report:
    """What happened, as far as it was said; or the `number` of one that is to be shown."""

    wanted: ClassVar[str] = WHAT

    facts: Facts
    gist: str
    number: str = ""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest()
        if not written:
            raise UserError(Code.MISSING_ARG, WHAT, missing=("place", "text"))
        if asked := ONE_CASE.fullmatch(written):
            return cls(Facts("", urgent=False), "", asked["number"].upper())
        heard = heed(f"/{COMMAND} {written}")
        if heard is None:
            raise UserError(Code.CLARIFY, REAL)
        if heard.cry is Cry.RUMOUR:
            raise UserError(Code.CLARIFY, OURS)
        facts = read_facts(written, scene.now)
        urgent = facts.urgent or is_pressing(written, second_ear=scene.company.safety.second_ear)
        return cls(replace(facts, urgent=urgent), gist(written, scene.now))

    def explained(self) -> Mapping[str, Any]:
        facts = self.facts
        if self.number:
            return {"id": self.number}
        shown = {
            "urgent": facts.urgent or None,
            "place": facts.place,
            "text": self.gist,
            "kind": facts.kind.value,
            "time": facts.at.replace(tzinfo=None).isoformat(timespec="minutes") if facts.at else None,
            "injured": facts.injured,
            "company_level": facts.level.value if facts.level else None,
        }
        return {key: value for key, value in shown.items() if value is not None}


@command(
    COMMAND,
    aliases=("accident", "sg", "上报事故", "报事故", "报告事故"),
    summary="报告事故，马上通知安全管理员",
    audience=EVERYBODY,
    writes=True,
    at_once=True,
)
async def report_accident(ctx: Context, report: Report, accidents: Accidents) -> Reply:
    if report.number:
        return Reply(await how_it_stands(ctx, report.number), private=True)
    return await accidents.report(ctx, report.facts)
