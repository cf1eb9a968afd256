"""A sanction goes through the gate in the name of who decides; nothing that its teller wrote is in the case."""

from bot.storage.models.reports import ReportRecord
from tests.chat import Chat
from tests.commands.moderation.reports import TAKEN

SECRET = """
    张三> 有人把客户名单发到外面的群了 匿名举报
    机器人> [卡片] …
    张三> 按 [确认]
    机器人> [卡片] 收到，编号 JB-20261122-001 …
    机器人> [卡片] …
    ⏰ 2026-11-22 10:00
    机器人→吴管> [卡片] 举报待受理 JB-20261122-001 …"""


async def test_by_the_button(chat: Chat) -> None:
    await chat.play(f"""{TAKEN}
    郑群> 按 [属实，警告]
    机器人→何苗> 你在项目A工作群受到警告，编号 WG-20261122-001。
    原因：经核实（黄赌毒和暴力）。处理人：郑群。…
    机器人> [卡片] 举报已办结 JB-20261122-001 属实，已办结，结果会告诉举报人。WG-20261122-001 何苗 警告，…
    ⏰ 2026-11-22 10:00
    机器人→张三> 你反映的 JB-20261122-001：核实属实，已按制度处理，怎么处理不便公开。…
    """)
    assert (await ReportRecord.get()).is_open is False


async def test_only_a_record(chat: Chat) -> None:
    await chat.play(f"""{TAKEN}
    郑群> /举报成立 JB-20261122-001 只记录
    机器人> JB-20261122-001 属实，已办结，结果会告诉举报人。
    ⏰ 2026-11-22 10:00
    机器人→张三> 你反映的 JB-20261122-001：核实属实，已记录在案，这次没有另外处理。…
    郑群> /举报成立 JB-20261122-001 警告
    机器人> JB-20261122-001 已经办结（属实），什么都没有改动。
    """)


async def test_a_mute(chat: Chat) -> None:
    await chat.play(f"""{TAKEN}
    郑群> /举报成立 JB-20261122-001 禁言 2小时 发赌博链接
    机器人→何苗> 你在项目A工作群被禁言 2 小时，…
    机器人→郑群> [卡片] 请在项目A工作群禁言何苗 …
    机器人> JB-20261122-001 属实，已办结，结果会告诉举报人。WG-20261122-001 何苗 禁言到 12:00，…
    ⏰ 2026-11-22 10:00
    机器人→张三> …
    """)


async def test_who_may_sanction_nobody_hands_it_on(chat: Chat) -> None:
    await chat.play(f"""{SECRET}
    吴管> /举报成立 JB-20261122-001 警告
    机器人> 对谁？请 @ 对方（引用里看不到是谁发的）。…
    吴管> 算了
    机器人> 好的，「举报成立」先不办了。
    吴管> /举报成立 JB-20261122-001 @何苗 警告
    机器人> 属实要不要处分，由管理小组或人力资源来定：点「转管理小组」，或者选「属实，只记录」。
    吴管> /转交举报 JB-20261122-001
    机器人> JB-20261122-001 已转给管理小组。
    ⏰ 2026-11-22 10:00
    机器人→王强> [卡片] 举报待受理 JB-20261122-001 …
    机器人→周敏> [卡片] 举报待受理 JB-20261122-001 …
    机器人→吴管> [卡片] 举报待受理 JB-20261122-001 …
    机器人→张三> 你反映的 JB-20261122-001：转给了管理小组处理。
    周敏> /举报成立 JB-20261122-001 @何苗 警告 泄露客户名单
    机器人→何苗> 你在公司受到警告，编号 WG-20261122-001。…
    机器人> JB-20261122-001 属实，已办结，…
    ⏰ 2026-11-22 10:00
    机器人→张三> …
    """)


async def test_a_mute_needs_a_group_and_an_end(chat: Chat) -> None:
    await chat.play(f"""{SECRET}
    吴管> /举报成立 JB-20261122-001 @何苗 禁言 2小时
    机器人> JB-20261122-001 没有写明在哪个群，不能禁言。…
    吴管> /举报成立 JB-20261122-001 @何苗 禁言
    机器人> 禁言多久？例如 2小时。…
    """)
