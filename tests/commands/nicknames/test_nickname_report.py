import io

from openpyxl import load_workbook

from bot.domain.nicknames.known import Known, Reading, Source
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Attachment, Media
from tests.chat import Chat

HONEST = """企业微信不让机器人读内部群的昵称，这里查的是：{sources}。
        想逐个核对，把群成员的昵称一行一个贴在「/昵称报告 项目A工作群」下面私聊发我。"""


async def test_in_a_group_only_the_counts_are_said(chat: Chat) -> None:
    await chat.play("""
        张三@项目A工作群> /改昵称 生产部-张三
        机器人@项目A工作群> 记下了：…
        郑群@项目A工作群> /昵称报告
        机器人→郑群> [文件 昵称报告-项目A工作群-2026-11-22.xlsx] 昵称报告的明细，每人一行。
        机器人→郑群> 项目A工作群：查到 1 人的群昵称，1 人规范，0 人要改，8 人的昵称还不知道。…
        机器人@项目A工作群> 项目A工作群：查到 1 人的群昵称，1 人规范，0 人要改，8 人的昵称还不知道。明细已私聊你。
    """)


async def test_a_pasted_list_is_matched_and_judged(chat: Chat) -> None:
    await chat.play(f"""
        郑群> /昵称报告 项目A工作群
        1. 生产部-郑群
        2. 生产部-三哥张三
        3. 刘洋
        4. 生产部-刘洋0213
        5. 王师傅
        6. 赵国强
        机器人→郑群> [文件 昵称报告-项目A工作群-2026-11-22.xlsx] 昵称报告的明细，每人一行。
        机器人> 项目A工作群：查到 4 人的群昵称，3 人规范，1 人要改，5 人的昵称还不知道。
        规范 2、不是真实姓名 1、规范（高管用姓名） 1。
        · 张三「生产部-三哥张三」不是真实姓名，建议：生产部-张三
        粘贴的名单里有 2 行对不上人：
        · 刘洋：可能是几位同名同事
        · 王师傅：认不出是谁
        通讯录里的姓名和别名也查过了，没有问题。
        {HONEST.format(sources="管理员粘贴 4 人")}
    """)
    await chat.play("""
        张三> /昵称检查 项目A工作群
        机器人> 你在项目A工作群的昵称是「生产部-三哥张三」（管理员粘贴），不是真实姓名。请改成：生产部-张三
        在群里点右上角「…」→「我在本群的昵称」粘贴即可。
    """)


async def test_the_table_has_everybody_and_no_formula(chat: Chat) -> None:
    await chat.say("郑群", "/昵称报告 项目A工作群\n生产部-张三\n=1+1张三\n-何苗")
    (table,) = [
        parcel.content
        for channel in chat.channels.values()
        for parcel in channel.sent
        if isinstance(parcel.content, Attachment)
    ]
    data = await chat.core.records.files.read(table.file)
    assert data
    rows = list(load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(values_only=True))
    assert rows[0] == ("姓名", "部门", "现在的昵称", "来源", "结论", "建议改成")
    assert rows[1] == ("何苗", "生产部", "何苗", "管理员粘贴", "缺少部门", "生产部-何苗")
    assert ("张三", "生产部", "生产部-张三", "管理员粘贴", "规范", None) in rows
    assert ("对不上人", None, "'=1+1张三", "管理员粘贴", "已有另一行", None) in rows
    assert len(rows) == 1 + 9 + 1


async def test_a_picture_where_there_is_enough_to_see(chat: Chat) -> None:
    people = [person for person in chat.company.people if person.active]
    lines = "\n".join(
        f"{person.name}" if number % 3 else chat.company.register.proper(person) for number, person in enumerate(people)
    )
    await chat.say("李娜", f"/昵称报告 集团工作群\n{lines}")
    sent = [parcel.content for parcel in chat.channels[Via.APP].sent + chat.channels[Via.BOT].sent]
    assert [each.media for each in sent if isinstance(each, Attachment)] == [Media.FILE, Media.IMAGE]


async def test_a_customer_group_says_when_it_was_read(chat: Chat) -> None:
    await chat.play("""
        冯销> /昵称报告 项目A营销微信平台
        机器人> 项目A营销微信平台：还没有可以检查的昵称。
        客户群的昵称还没有从企业微信读到。我现在去读，读到后把新的报告私聊发你。
        这个群没有登记成员名单，还差谁没查到不清楚。
    """)
    group, now = GroupId("marketinga"), chat.clock.now()
    by = Act("job:nickname-reading", "nickname-reading", "定时任务", "test", now)
    read = [
        Known(UserId("fengxiao"), "冯销售", Source.READ, now, group),
        Known(UserId("wm1"), "恒远置业-李总", Source.READ, now, group, outsider=True),
        Known(UserId("wm2"), "赵国强", Source.READ, now, group, outsider=True),
    ]
    await chat.core.records.nicknames.replace(group, Source.READ, read, by=by)
    await chat.core.records.nicknames.note_reading(Reading(group, now, granted=True), by=by)
    await chat.play("""
        冯销> /昵称报告 项目A营销微信平台
        机器人→冯销> [文件 昵称报告-项目A营销微信平台-2026-11-22.xlsx] 昵称报告的明细，每人一行。
        机器人> 项目A营销微信平台：查到 1 人的群昵称，0 人规范，2 人要改。
        · 冯销「冯销售」不是真实姓名，建议：营销部-冯销
        外部成员 2 人，昵称建议写「公司-姓名」，不强制。
        · 外部成员「赵国强」会被当成别人，请核实。
        通讯录里的姓名和别名也查过了，没有问题。
        客户群的昵称是 10:00 从企业微信读到的。
        这个群没有登记成员名单，还差谁没查到不清楚。
    """)


async def test_whoever_looks_after_another_group_learns_nothing(chat: Chat) -> None:
    await chat.play("""
        郑群> /昵称报告 集团工作群
        机器人> 「昵称报告」要由那个群的群管理员使用。发 /帮助 看看你能用什么。
        张三> /昵称报告 项目A工作群
        机器人> 「昵称报告」由人力资源、企业微信管理员、群管理员使用。发 /帮助 看看你能用什么。
    """)


async def test_what_was_pasted_stands_as_it_was_typed(chat: Chat) -> None:
    await chat.say("郑群", "/昵称报告 项目A工作群\n生产部－张三")
    (known,) = await chat.core.records.nicknames.of_groups([GroupId("projecta")])
    assert known.nickname == "生产部－张三"


async def test_a_long_report_fits_a_message_and_the_table_has_the_rest(chat: Chat) -> None:
    people = [person.name for person in chat.company.people]
    lines = "\n".join(
        [
            *(f"品牌推广与公共关系部-{name}" for name in people),
            *(f"没有这个人也没有那个人的一位同事{n}" for n in range(30)),
        ]
    )
    await chat.say("李娜", f"/昵称报告 集团工作群\n{lines}")
    (text,) = [line.words for line in chat.said() if line.words.startswith("集团工作群：")]
    assert "\n其余的见表格。\n" in text
    assert len(text.encode()) <= 2048
    assert text.endswith("下面私聊发我。")
