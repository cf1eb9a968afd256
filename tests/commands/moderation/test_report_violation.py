"""Reports are told in private, go past whom they are about, and nothing that is kept says who told them."""

from collections.abc import Sequence

import pytest
from tortoise import Tortoise
from tortoise.models import Model

from bot.errors import Code
from bot.explaining import Utterance, explain
from bot.identifiers import FileId, UserId
from bot.shapes.incoming import Incoming, Kind, Picture, Via
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from bot.storage.models.pipeline import Inbox, Outbox
from bot.storage.models.reports import ReportFileRecord
from bot.storage.models.talking import ConfirmationRecord, DialogueRecord
from scheduler.private_words import forget_words
from scheduler.report_clock import report_clock
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE
from tests.commands.moderation.reports import TOLD
from tests.commands.moderation.warnings import SUSPENDED, knows_suspending

A = "项目A工作群"
SAYS_SO = ("JB-", "举报", "report-")


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (report_clock, forget_words)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "/举报 何苗 在项目A工作群发赌博链接",
            {"target": "何苗", "group": A, "category": "C05", "text": "发赌博链接"},
        ),
        ("举报 何苗 刷屏", {"target": "何苗", "category": "C15", "text": "刷屏", "route": "mgmt_group"}),
        (
            "/举报 郑群 自己天天发广告",
            {"target": "郑群", "category": "C15", "text": "自己天天发广告", "route": "mgmt_group"},
        ),
        (
            "/匿名举报 何苗 在项目A群骂人",
            {"target": "何苗", "group": A, "category": "C12", "text": "骂人", "anonymous": True},
        ),
        ("/举报 何苗 动手动脚 别说是我说的", {"target": "何苗", "category": "C17", "route": "hr_restricted"}),
        ("/匿名举报 项目A工作群的群管理员自己发广告", {"text": "群管理员自己发广告", "route": "mgmt_group"}),
        ("/举报 有人冒充张三借钱", {"category": "C18", "text": "有人冒充张三借钱"}),
        ("/举报 李四被何苗骂了", {"target": "何苗", "category": "C12", "text": "李四被何苗骂了"}),
        ("/举报 车间里有人上班炒股", {"category": "C11", "text": "车间里有人上班炒股"}),
        ("/举报 高管 开黄腔", {"category": "C17", "text": "高管 开黄腔"}),
    ],
)
def test_how_it_is_understood(line: str, expected: dict[str, object]) -> None:
    said = explain(Utterance(line, sender="王五"), FILE, BOOK)
    assert said["command"] == "举报"
    assert not said["needs_confirm"]
    assert {key: said["args"].get(key) for key in expected} == expected


@pytest.mark.parametrize(
    ("line", "group", "expected"),
    [
        ("/举报", None, Code.MISSING_ARG),
        ("/举报 何苗", None, Code.MISSING_ARG),
        ("/举报 李四 刷屏", None, Code.SELF_TARGET),
        ("/举报 刘洋 刷屏", None, Code.AMBIGUOUS_PERSON),
        ("/举报 @牛大力 刷屏", None, Code.NOT_FOUND),
        ("/举报 赵国强 乱发广告", None, Code.NOT_ELIGIBLE),
        ("/举报 何苗 " + "刷屏" * 600, None, Code.LIMIT),
        ("/举报 何苗 刷屏", A, Code.USE_PRIVATE),
        ("/举报 @牛大力 刷屏", A, Code.USE_PRIVATE),
        ("/补充举报 又发了", A, Code.USE_PRIVATE),
    ],
)
def test_what_can_not_be(line: str, group: str | None, expected: Code) -> None:
    assert explain(Utterance(line, sender="李四", group=group), FILE, BOOK)["error"] == expected


async def test_in_a_group_it_is_asked_for_in_private_and_nothing_is_kept(chat: Chat) -> None:
    await chat.play("""
    张三@项目A工作群> /举报 何苗 发赌博链接
    机器人@项目A工作群> 已私聊你。
    机器人→张三> 举报请私聊我说。群里的这句我不留，也请你撤回它。
    """)
    assert "赌博" not in str([*await Inbox.all().values(), *await Trail.all().values(), *await Outbox.all().values()])
    assert [row for row in await traces_of("zhangsan") if not row.startswith("Outbox")] == []
    await chat.play("⏰ 2026-11-22 12:30")
    assert await traces_of("zhangsan") == []


async def test_what_was_refused_is_kept_in_nobody_s_name(chat: Chat, capsys: pytest.CaptureFixture[str]) -> None:
    for line in (
        "/举报",
        "算了",
        "/举报 张三 刷屏",
        "/举报 赵国强 刷屏",
        "/补充举报 又来了",
        "/撤回举报 JB-20261122-009",
    ):
        await chat.say("张三", line)
    chat.said()
    await chat.play("⏰ 2026-11-22 12:30")
    assert await traces_of("zhangsan") == []
    assert "zhangsan" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "who", "whom"),
    [
        ("/举报 何苗 骚扰女同事", "人力资源", ("李娜", "周敏")),
        ("/举报 周敏 骚扰女同事", "总裁办", ("林宓",)),  # 李娜 is her own
        ("/举报 孙丽 骚扰女同事", "人力资源", ("李娜", "周敏")),
        ("/举报 孙丽 在群里发广告", "集团高管", ("钱卫东", "赵国强")),
        ("/举报 王强 在群里发广告", "管理小组", ("周敏",)),
        ("/举报 何苗 泄密", "信息安全", ("吴管",)),
        ("/举报 吴管 泄密", "管理小组", ("王强", "周敏")),
    ],
)
async def test_whose_it_is(chat: Chat, line: str, who: str, whom: tuple[str, ...]) -> None:
    cards = "\n".join(f"机器人→{name}> [卡片] 举报待受理 JB-20261122-001 …" for name in whom)
    await chat.say("李四", line)
    (receipt,) = chat.said()
    assert f"转给了{who}。" in receipt.words
    await chat.play(f"⏰ 2026-11-22 10:00\n{cards}")


async def test_who_looks_after_a_group_does_not_get_his_own(chat: Chat) -> None:
    await chat.play("""
    郑群> /举报 何苗 在项目A工作群发赌博链接
    机器人> [卡片] 收到，编号 JB-20261122-001 按「黄赌毒和暴力」转给了管理小组。…
    ⏰ 2026-11-22 10:00
    机器人→王强> [卡片] 举报待受理 JB-20261122-001 …
    机器人→周敏> [卡片] 举报待受理 JB-20261122-001 …
    """)


async def test_what_was_told_a_moment_ago_and_too_much(chat: Chat) -> None:
    await chat.play(f"""{TOLD}
    张三> /举报 何苗 在项目A工作群发赌博链接
    机器人> 这条刚刚已经收到（JB-20261122-001），没有再登记。…
    """)
    for number in range(9):
        await chat.say("张三", f"/举报 何苗 在项目A工作群骂人 {number}")
    chat.said()
    await chat.play("""
    张三> /举报 何苗 在项目A工作群又骂人
    机器人> 一小时内已经收到你 10 条，这条没有登记。…
    """)


async def test_a_sentence_is_asked_back_and_then_nothing_says_who_told_it(chat: Chat) -> None:
    await chat.play("""
    张三> 有人把客户名单发到外面的群了 匿名举报
    机器人> [卡片] 你是想「举报 有人把客户名单发到外面的群了 匿名举报」吗？ 按「泄露公司秘密」转给信息安全，…
    张三> 按 [确认]
    机器人> [卡片] 收到，编号 JB-20261122-001 按「泄露公司秘密」转给了信息安全。…
    机器人> [卡片] 已确认：举报 有人把客户名单发到外面的群了 匿名举报 见下一条消息。
    张三> 按 [补充]
    机器人> [卡片] 补充 JB-20261122-001 …
    张三> 是昨晚的事
    机器人> 已转给处理 JB-20261122-001 的人，没有写你的名字。
    ⏰ 2026-11-22 10:00
    机器人→吴管> [卡片] 举报待受理 JB-20261122-001 …
    机器人→吴管> JB-20261122-001 举报人补充：是昨晚的事
    吴管> 按 [我来处理]
    机器人> [卡片] 举报处理中 JB-20261122-001 …
    ⏰ 2026-11-22 12:30
    机器人→张三> 你反映的 JB-20261122-001：已经有人在处理。有要问的会通过我问你。
    """)
    kept: tuple[type[Model], ...] = (Inbox, Outbox, ConfirmationRecord, DialogueRecord)
    for word in ("客户名单", "昨晚"):
        for each in kept:
            assert not [row for row in await each.all().values() if word in str(row)]
    causes = {row["key"] for row in await Inbox.filter(sender="zhangsan").values()}
    assert not [row for row in await Outbox.filter(cause__in=causes).values() if "wuguan" in row["address"]]
    assert await traces_of("zhangsan") == []


async def traces_of(teller: str) -> list[str]:
    """Whatever is kept that has both who told something and that it was a report."""
    models = [model for app in Tortoise.apps.values() if app for model in app.values()]
    rows = [(model.__name__, str(row)) for model in models for row in await model.all().values()]
    return [f"{name} {row}" for name, row in rows if teller in row and any(word in row for word in SAYS_SO)]


async def test_pictures_before_and_after_go_along(chat: Chat) -> None:
    file = await chat.core.records.files.keep(b"\xff\xd8\xff picture", at=chat.clock.now())
    await chat.core.inbox.take(_picture(chat, "p1", file))
    await chat.core.settled()
    chat.said()
    await chat.play("""
    张三> /举报 何苗 在项目A工作群发赌博链接
    机器人> [卡片] 收到，编号 JB-20261122-001 按「黄赌毒和暴力」转给了群管理员。…
    """)
    other = await chat.core.records.files.keep(b"%PDF-1.7 file", at=chat.clock.now())
    await chat.core.inbox.take(_picture(chat, "p2", other, document=True))
    await chat.core.settled()
    await chat.play("""
    ⏰ 2026-11-22 10:00
    机器人> 1 份材料已放进 JB-20261122-001。
    机器人→郑群> [卡片] 举报待受理 JB-20261122-001 …
    机器人→郑群> JB-20261122-001 又收到 1 份材料，点「看详情」就能看。
    郑群> 按 [看详情]
    机器人→郑群> [图片] JB-20261122-001 的第 1 份材料，…
    机器人→郑群> [文件 JB-20261122-001-2.pdf] …
    机器人→郑群> JB-20261122-001 黄赌毒和暴力，待受理，10:00 收到…
    机器人> [卡片] 举报待受理 JB-20261122-001 …
    """)
    assert await ReportFileRecord.all().count() == 2


def _picture(chat: Chat, key: str, file: FileId, *, document: bool = False) -> Incoming:
    sent = (Picture("", file=file),)
    of_kind = {"documents" if document else "pictures": sent}
    return Incoming(key, Via.BOT, Kind.MEDIA, UserId("zhangsan"), chat.clock.now(), **of_kind)  # type: ignore[arg-type]


async def test_who_is_suspended_may_still_tell_of_something(database: Database) -> None:
    chat = await Chat.open(database, jobs=(), company=knows_suspending)
    await chat.play(f"""{SUSPENDED}
    张三> /举报 何苗 骚扰女同事
    机器人> [卡片] 收到，编号 JB-20261122-001 按「骚扰」转给了人力资源。…
    """)
    await chat.close()


async def test_a_sanction_of_who_told_of_something_goes_higher_and_nobody_says_why(chat: Chat) -> None:
    await chat.play(f"""{TOLD}
    郑群@项目A工作群> /警告 @张三 刷广告
    机器人→王强> [卡片] 郑群 申请警告 张三 RQ-20261122-001 …
    机器人→周敏> [卡片] 郑群 申请警告 张三 RQ-20261122-001 …
    机器人@项目A工作群> 已私聊你。
    机器人→郑群> 这次要由更高一级批准，已经替你转过去。已提交 RQ-20261122-001：警告 张三，等 王强、周敏 决定。…
    """)


async def test_the_trail_as_security_officers_see_it_names_nobody_who_told_it(chat: Chat) -> None:
    await chat.say("张三", "有人把客户名单发到外面的群了 匿名举报")
    chat.said()
    await chat.press("张三", chat.newest_card, "yes")
    await chat.say("张三", "/撤回举报")
    for line in ("/审计 JB-20261122-001", "/审计 今天"):
        chat.said()
        await chat.say("吴管", line)
        shown = "\n".join(each.words for each in chat.said())
        assert "JB-20261122-001" in shown
        assert "张三" not in shown


async def test_a_danger_in_it_is_said_to_be_no_alarm_yet(chat: Chat) -> None:
    """An alarm would say who told it: that is his to decide."""
    await chat.play("""
    李四> /举报 3号车间着火了没人管
    机器人> [卡片] 收到，编号 JB-20261122-001 里面像有正在发生的险情：还没有通知安全管理员，要我马上通知，…
    """)
