"""What nobody has begun with may be taken back, by its teller alone."""

from tests.chat import Chat
from tests.commands.moderation.reports import TAKEN, TOLD


async def test_by_the_button(chat: Chat) -> None:
    await chat.play(f"""{TOLD}
    张三> 按 [撤回]
    机器人> [卡片] 举报 JB-20261122-001 JB-20261122-001 已撤回。以后要说随时再发 /举报。
    ⏰ 2026-11-22 10:00
    机器人→郑群> JB-20261122-001 已由举报人撤回，不用办了。
    ⏰ 2026-11-23 12:00
    """)


async def test_not_what_somebody_looks_into_nor_another_s(chat: Chat) -> None:
    await chat.play(f"""{TAKEN}
    张三> /撤回举报 JB-20261122-001
    机器人> JB-20261122-001 处理中，不能撤回了。…
    郑群> /撤回举报 JB-20261122-001
    机器人> 没有你报的 JB-20261122-001。请核对编号。
    """)
