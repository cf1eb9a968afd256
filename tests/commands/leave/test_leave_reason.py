"""Who may read why somebody is off, and what becomes of each look."""

from bot.storage.engine.database import Database
from bot.storage.models.leave import LeaveRecord
from bot.storage.models.privacy import DataViewRecord
from tests.chat import Chat

SICK = """
        张三> /请假 病假 11.25 感冒发烧
        机器人→王强> [卡片] 张三 申请病假 11月25日(周三)，1 天 QJ-20261122-001 [同意] [驳回]
        机器人> 已提交 QJ-20261122-001：病假 11月25日(周三)，1 天。等 王强 审批。"""


async def test_ones_own_is_no_view(chat: Chat) -> None:
    await chat.play(f"""{SICK}
        张三> /请假原因 QJ-20261122-001
        机器人> 你的病假 11月25日(周三)（QJ-20261122-001）的原因：感冒发烧。
    """)
    assert await DataViewRecord.all().count() == 0


async def test_who_decides_and_who_works_beside_him_reads_nothing(chat: Chat) -> None:
    """The same answer as for a number that there isn't."""
    await chat.play(f"""{SICK}
        王强> /请假原因 QJ-20261122-001
        机器人> 你没有编号是 QJ-20261122-001 的假。发 /我的请假 看你自己的编号。
        李四> /请假原因 QJ-20261122-001
        机器人> 你没有编号是 QJ-20261122-001 的假。发 /我的请假 看你自己的编号。
        郑群> /请假原因 QJ-20261122-009
        机器人> 你没有编号是 QJ-20261122-009 的假。发 /我的请假 看你自己的编号。
        吴管> /请假原因 QJ-20261122-001
        机器人> 你没有编号是 QJ-20261122-001 的假。发 /我的请假 看你自己的编号。
    """)
    assert await DataViewRecord.all().count() == 0


async def test_the_human_resources_are_seen_looking(chat: Chat) -> None:
    await chat.play(f"""{SICK}
        李娜> /请假原因 qj20261122001
        机器人> 张三 病假 11月25日(周三)（QJ-20261122-001）的原因：感冒发烧。
        这次查看已记下，本人可以看到。
        ⏰ 2026-11-22 10:30
        周敏@项目A工作群> /请假原因 QJ-20261122-001 核对病假工资
        机器人@项目A工作群> 已私聊你。
        机器人→周敏> 张三 病假 11月25日(周三)（QJ-20261122-001）的原因：感冒发烧。
        这次查看已记下，本人可以看到。
        李娜> /请假原因 QJ-20261122-009
        机器人> 没有编号是 QJ-20261122-009 的假。发 /我的请假 看你自己的编号。
        张三> /我的数据
        机器人> 这里存着你的：
        · 请假 1 条，最早 11月25日(周三)；在职时保留，离职当年结束 2 年后删除。发 /我的请假 看。
        · 请假原因 1 条；加密保存，当年结束 2 年后删除。看自己写的，发 /请假原因 加编号。
        · 和机器人的消息：你发给我的消息、我发给你的消息；180 天后删除，私密的内容 1 小时后删除。
        · 请假、考勤和申请：提交的申请（事故、公告、处分的跟着那件事） 1 条；当年结束 2 年后删除。
        · 群和昵称：所在的群 2 个；在群里时保留，表态和昵称最晚离职当年结束 2 年后删除。
        · 谁看过：别人看你资料的记录 2 次；当年结束 2 年后删除。
        · 操作记录：你办过什么、谁办过和你有关的事，这份记录谁都改不了；至少保存 6 个月，离职当年结束 2 年后去掉姓名。
        看过你的资料 2 次：
        · 周敏看了请假原因 QJ-20261122-001（10:30，用途：核对病假工资）
        · 李娜看了请假原因 QJ-20261122-001（10:00）
        带走一份发 /导出我的数据；有错发 /更正资料；要删发 /删除申请；怎么用这些资料发 /隐私。
    """)


async def test_one_without_a_reason(chat: Chat) -> None:
    await chat.play("""
        张三> /请假 病假 11.25
        机器人→王强> …
        机器人> 已提交 QJ-20261122-001：…
        李娜> /请假原因 QJ-20261122-001
        机器人> 张三 病假 11月25日(周三)（QJ-20261122-001）没有写原因。
        这次查看已记下，本人可以看到。
    """)


async def test_another_key_doesnt_open_it(chat: Chat, database: Database) -> None:
    await chat.play(SICK)
    row = await LeaveRecord.get(number="QJ-20261122-001")
    await LeaveRecord.filter(number=row.number).update(reason=f"{row.reason[:-4]}AAAA")
    await chat.play("""
        李娜> /请假原因 QJ-20261122-001
        机器人> 这条原因打不开：加密用的密钥变了。请找企业微信管理员运行 qunwu check 看怎么恢复。
    """)
