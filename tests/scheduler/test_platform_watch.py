"""What is noticed of WeCom, and the card once a month."""

from dataclasses import dataclass, field

from bot.domain.upkeep.platform import Noticed, Oddity, OddityKind
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from scheduler.platform_watch import watch_platform
from tests.chat import Chat

ODD = Oddity(OddityKind.CODE, "message/send", 99999)


@dataclass
class Wecom:
    now: Noticed = field(default_factory=lambda: Noticed({"tag/list": 0, "tag/get": 48002}, {"可见范围": "2 个部门"}))

    async def look(self) -> Noticed:
        return self.now


async def test_what_is_another_way_comes_on_the_monthly_card(database: Database) -> None:
    wecom = Wecom()
    chat = await Chat.open(database, jobs=[watch_platform], sources=Sources(platform=wecom))
    await chat.play("⏰ 2026-11-23 10:00")  # that it is so is no change
    wecom.now = Noticed({"tag/list": 48002, "tag/get": 0}, {"可见范围": "1 个部门"}, (ODD,))
    lost = "接口 tag/list 原来能用，现在不让用了（48002）"
    await chat.play(f"""
        ⏰ 2026-11-25 10:00
        ⏰ 2026-12-01 09:40
        机器人→吴管> [卡片] 企业微信的变化 · PT-20261124-001 11月24日(周二) 我发现：{lost}
        · PT-20261124-002 11月24日(周二) 我发现：接口 tag/get 现在能用了
        · PT-20261124-003 11月24日(周二) 我发现：可见范围变了：原来 2 个部门，现在 1 个部门
        · PT-20261124-004 11月24日(周二) 我发现：接口 message/send 答了没见过的错误码 99999
        也请看一眼企业微信的更新日志，有要用的发 /平台变化 内容。 …
    """)
    await chat.close()


async def test_a_month_in_which_nothing_was_noticed(database: Database) -> None:
    chat = await Chat.open(database, jobs=[watch_platform])
    await chat.play("""
        ⏰ 2026-12-01 09:40
        机器人→吴管> 这个月没有等着定的企业微信变化。也请看一眼企业微信的更新日志，有要用的发 /平台变化 内容。
    """)
    await chat.close()
