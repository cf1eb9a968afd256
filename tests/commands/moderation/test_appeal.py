"""Appeals as those live them who file them, decided before and look at them now."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.moderation.cases.case import Noted
from bot.domain.moderation.pack import PAUSABLE
from bot.explaining import Utterance, explain
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from bot.storage.models.moderation import CaseNoteRecord
from bot.storage.models.operating import Trail
from scheduler.appeal_clock import appeal_clock
from scheduler.moderation_clock import moderation_clock
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE
from tests.commands.moderation.warnings import APPEALED, MUTED, SUSPENDED, WARNED, A, knows_suspending

TO_JUDGES = """
    机器人→王强> [卡片] 申诉：张三 WG-20261122-001 …
    机器人→周敏> [卡片] 申诉：张三 WG-20261122-001 …
    机器人→郑群> WG-20261122-001：张三 提出了申诉，…"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return moderation_clock, appeal_clock


def pausing(company: Company) -> Company:
    """Whose policies put off what can be put off."""
    shelf = [replace(each, pauses=PAUSABLE) for each in company.moderation.shelf]
    return replace(company, moderation=replace(company.moderation, shelf=shelf))


async def test_upheld_it_stands_and_that_is_the_end_of_it(chat: Chat) -> None:
    await chat.play(f"""{WARNED}{APPEALED}
    周敏> /裁定 WG-20261122-001 维持 截图很清楚
    机器人→张三> 你对 WG-20261122-001 的申诉有结果：维持，处理照旧（周敏）。理由：截图很清楚。申诉到这里为止；…
    机器人→郑群> WG-20261122-001 张三 的申诉有结果：维持，处理照旧（周敏）。理由：截图很清楚。
    机器人> WG-20261122-001 维持，处理照旧，已私聊告诉 张三 和当时处理的同事。
    王强> /裁定 WG-20261122-001 撤销 我看是误会
    机器人> WG-20261122-001 已经有结果：维持（周敏）。没有再改。
    张三> /申诉 WG-20261122-001 还是不服
    机器人> WG-20261122-001 的申诉已经有结果：维持。同一条只申诉一次；还有不同意见，可以找工会或人力资源。
    张三> /违规记录
    机器人> 你有 1 条违规记录：
    · WG-20261122-001 11月22日(周日) 项目A工作群 警告「广告和刷屏」第 1 次，原因：刷广告，处理人：郑群；已确认
    申诉：已经有结果：维持（周敏）。
    """)


async def test_by_buttons_the_reasons_are_asked_for(chat: Chat) -> None:
    await chat.play(f"""{WARNED}{APPEALED}
    王强> 按 [撤销]
    机器人> [卡片] 申诉 WG-20261122-001：张三的警告 撤销的理由是什么？双方都会看到。直接回复就行。…
    王强> 是转发客户的问题
    机器人→张三> 你对 WG-20261122-001 的申诉有结果：撤销，这次不算数，也不计次数（王强）。理由：是转发客户的问题。
    机器人→郑群> WG-20261122-001 张三 的申诉有结果：撤销，…
    机器人→项目A工作群> 更正：WG-20261122-001 的处理已撤销。
    机器人> WG-20261122-001 撤销，…
    周敏> 按 [维持]
    机器人> [卡片] 申诉 WG-20261122-001：张三的警告 已经有结果：撤销（王强）。
    郑群@项目A工作群> /警告 @张三 又刷广告
    机器人→张三> …
    机器人→郑群> WG-20261122-002 张三 警告，180 天内第 1 次「广告和刷屏」。…
    机器人@项目A工作群> …
    """)
    kinds = await CaseNoteRecord.filter(number="WG-20261122-001").order_by("id").values_list("kind", flat=True)
    assert list(kinds) == [Noted.IMPOSED, Noted.SAID, Noted.APPEALED, Noted.OVERTURNED]


async def test_without_a_number_it_is_the_only_one_that_it_can_be(chat: Chat) -> None:
    await chat.play(f"""
    张三> /申诉 我没刷广告
    机器人> 你没有还能申诉的处理。发 /违规记录 看自己的记录。{WARNED}
    张三> 我要申诉
    机器人> …
    张三> 我没刷广告
    机器人> [卡片] 要申诉这一条吗？ 要申诉 WG-20261122-001（11月22日(周日) 项目A工作群 警告「广告和刷屏」）吗？…
    张三> 按 [申诉这一条]{TO_JUDGES}
    机器人> [卡片] 已选：申诉这一条 收到，WG-20261122-001 的申诉由没有参与的 王强、周敏 来看，11月27日(周五)前答复你。
    张三> /申诉 WG-20261122-001 我没刷广告
    机器人> WG-20261122-001 已经在申诉了，11月27日(周五)前答复你，不用再发。
    """)


async def test_what_he_says_more_is_added(chat: Chat) -> None:
    await chat.play(f"""{WARNED}{APPEALED}
    张三> /申诉 WG-20261122-001 手机当时在李四那里
    机器人→王强> 申诉 WG-20261122-001 张三 补充：手机当时在李四那里。…
    机器人→周敏> 申诉 WG-20261122-001 张三 补充：手机当时在李四那里。…
    机器人> WG-20261122-001 补充的话已交给 王强、周敏，11月27日(周五)前有结果。…
    ⏰ 2026-11-26 09:00
    机器人→王强> [卡片] 申诉：张三 WG-20261122-001 快到期了，还没有人定。
    郑群 11月22日(周日)在项目A工作群警告「广告和刷屏」第 1 次，原因：刷广告。
    本人说：不是我发的。
    张三 补充：手机当时在李四那里。…
    机器人→周敏> …
    """)


async def test_it_is_nobody_elses_and_has_a_deadline(chat: Chat) -> None:
    await chat.play(f"""{WARNED}
    李四> /申诉 WG-20261122-001 替他说一句
    机器人> 你没有编号 WG-20261122-001 的处理。发 /违规记录 看自己的编号。
    李四> /申诉 WG-20261122-009 没有的事
    机器人> 你没有编号 WG-20261122-009 的处理。发 /违规记录 看自己的编号。
    郑群> /裁定 WG-20261122-001 维持 没错
    机器人> 没有等你看的这条申诉，什么都没有改动。
    ⏰ 2026-11-26 00:00
    张三> /申诉 WG-20261122-001 才看到
    机器人> WG-20261122-001 的申诉期限到 00:00 已经过了，没有提交。情况特殊的，请找管理小组，可以免除。
    """)


async def test_whoever_is_muted_may_and_is_muted_still_where_the_policy_says_nothing(chat: Chat) -> None:
    await chat.play(f"""{MUTED}
    张三@项目A工作群> /申诉 WG-20261122-001 我没刷广告{TO_JUDGES}
    机器人@项目A工作群> 已私聊你。
    机器人→张三> 收到，WG-20261122-001 的申诉由没有参与的 王强、周敏 来看，11月27日(周五)前答复你。
    张三@项目A工作群> /我的群
    机器人→张三> 你在项目A工作群被禁言到 12:00（WG-20261122-001），刚才的命令没有办。…
    周敏> /裁定 WG-20261122-001 减轻 初犯
    机器人→张三> 你在项目A工作群的禁言已提前解除（WG-20261122-001），可以正常用了。
    机器人→张三> 你对 WG-20261122-001 的申诉有结果：减轻，改为警告（周敏）。理由：初犯。
    机器人→郑群> WG-20261122-001 张三 的申诉有结果：减轻，改为警告（周敏）。理由：初犯。
    机器人→项目A工作群> 更正：WG-20261122-001 的处理已减轻。
    机器人> WG-20261122-001 减轻，改为警告，…
    张三@项目A工作群> /昵称检查 生产部-张三
    机器人@项目A工作群> …
    ⏰ 2026-11-22 13:00
    """)


async def test_where_the_policy_says_so_a_mute_waits_and_goes_on_as_long_as_was_left(database: Database) -> None:
    chat = await Chat.open(database, company=pausing, jobs=[moderation_clock, appeal_clock])
    await chat.play(f"""{MUTED}
    郑群> 按 [已做]
    机器人> …
    ⏰ 2026-11-22 11:00
    张三> /申诉 WG-20261122-001 我没刷广告
    机器人→张三> 你在项目A工作群的禁言先停下（WG-20261122-001），可以正常用了。
    机器人→郑群> [卡片] 请在项目A工作群解除禁言张三 …{TO_JUDGES}
    机器人> 收到，WG-20261122-001 的申诉由没有参与的 王强、周敏 来看，11月27日(周五)前答复你。有结果以前，禁言先停下。
    郑群> 按 [已做]
    机器人> …
    张三@项目A工作群> /昵称检查 生产部-张三
    机器人@项目A工作群> …
    ⏰ 2026-11-22 12:30
    周敏> /裁定 WG-20261122-001 维持 证据清楚
    机器人→郑群> [卡片] 请在项目A工作群禁言张三 …
    机器人→张三> 你对 WG-20261122-001 的申诉有结果：维持，处理照旧（周敏）。理由：证据清楚。禁言接着算，到 13:30。…
    机器人→郑群> …
    机器人> …
    张三@项目A工作群> /我的群
    机器人→张三> 你在项目A工作群被禁言到 13:30（WG-20261122-001），…
    ⏰ 2026-11-22 13:30
    机器人→郑群> [卡片] 请在项目A工作群禁言张三 …
    机器人→张三> 你在项目A工作群的禁言到期了（WG-20261122-001），可以正常用了。
    """)
    await chat.close()


async def test_a_suspension_waits_too(database: Database) -> None:
    """What two of the management group took: whoever is above looks at it."""
    chat = await Chat.open(
        database, company=lambda company: pausing(knows_suspending(company)), jobs=[moderation_clock, appeal_clock]
    )
    await chat.play(f"""{SUSPENDED}
    张三> /申诉 WG-20261122-001 资料是公开的
    机器人→张三> 你的权限停用先停下（WG-20261122-001），可以正常用了。
    机器人→林宓> [卡片] 申诉：张三 WG-20261122-001 …
    机器人→周敏> WG-20261122-001：张三 提出了申诉，…
    机器人→王强> WG-20261122-001：张三 提出了申诉，…
    机器人> 收到，WG-20261122-001 的申诉由没有参与的 林宓 来看，11月27日(周五)前答复你。有结果以前，停用先停下。
    张三> /我的群
    机器人> 你在 2 个群里：…
    林宓> /裁定 WG-20261122-001 维持 确实外发了
    机器人→李娜> [卡片] 张三的企业微信账号停不停？ …
    机器人→周敏> [卡片] 张三的企业微信账号停不停？ …
    机器人→张三> 你对 WG-20261122-001 的申诉有结果：维持，处理照旧（林宓）。理由：确实外发了。停用接着算…
    机器人→周敏> …
    机器人→王强> …
    机器人> …
    张三> /我的群
    机器人> 你的权限停用到 11月25日(周三) 10:00（WG-20261122-001），…
    """)
    await chat.close()


async def test_a_removal_that_nobody_has_carried_out_yet_isn_t(chat: Chat) -> None:
    await chat.play("""
    郑群@项目A工作群> /移出 @何苗 发广告
    机器人@项目A工作群> …
    郑群@项目A工作群> 按 [确认]
    机器人→何苗> …
    机器人→郑群> …
    机器人@项目A工作群> …
    何苗> /申诉 WG-20261122-001 不是我
    机器人→王强> …
    机器人→周敏> …
    机器人→郑群> …
    机器人> …
    王强> /裁定 WG-20261122-001 撤销 认错人了
    机器人→何苗> 你对 WG-20261122-001 的申诉有结果：撤销，这次不算数，也不计次数（王强）。理由：认错人了。移出不办了。
    机器人→郑群> …
    机器人→项目A工作群> 更正：WG-20261122-001 的处理已撤销。
    机器人> …
    """)


async def test_later_ones_that_counted_it_count_one_less(chat: Chat) -> None:
    await chat.play(f"""{WARNED}
    ⏰ 2026-11-22 10:20
    郑群@项目A工作群> /警告 @张三 刷屏
    机器人→张三> …
    机器人→郑群> WG-20261122-002 张三 警告，180 天内第 2 次「广告和刷屏」。…
    机器人@项目A工作群> …
    张三> /申诉 WG-20261122-001 那不是广告{TO_JUDGES}
    机器人> …
    王强> /裁定 WG-20261122-001 撤销 是公司通知
    机器人→张三> 你对 WG-20261122-001 的申诉有结果：撤销，…
    机器人→郑群> …
    机器人→张三> WG-20261122-002 的次数更正了：第 2 次改为第 1 次。
    机器人→项目A工作群> 更正：WG-20261122-001 的处理已撤销。
    机器人> …
    """)


async def test_what_was_decided_in_private_is_not_corrected_in_the_group(chat: Chat) -> None:
    await chat.play("""
    郑群> /警告 @张三 刷广告 项目A工作群
    机器人→张三> …
    机器人> WG-20261122-001 张三 警告，…
    张三> /申诉 WG-20261122-001 那不是广告
    机器人→王强> …
    机器人→周敏> …
    机器人→郑群> …
    机器人> …
    王强> /裁定 WG-20261122-001 撤销 是公司通知
    机器人→张三> …
    机器人→郑群> …
    机器人> WG-20261122-001 撤销，…
    """)


async def test_of_a_warning_nothing_is_lighter(chat: Chat) -> None:
    await chat.play(f"""{WARNED}{APPEALED}
    王强> /裁定 WG-20261122-001 减轻 初犯
    机器人> WG-20261122-001 是警告，没有更轻的了，什么都没有改动。请选 维持 或 撤销。
    """)


async def test_the_trail_has_no_word_of_it(chat: Chat) -> None:
    await chat.play(f"""{WARNED}{APPEALED}
    王强> /裁定 WG-20261122-001 撤销 是公司通知
    机器人→张三> …
    机器人→郑群> …
    机器人→项目A工作群> …
    机器人> …
    """)
    rows = await Trail.filter(subject="case:WG-20261122-001").values("actor", "action", "details")
    assert "裁定:appeal.ruled" in {row["action"] for row in rows}
    assert not any(word in str(rows) for word in ("不是我发的", "公司通知"))


def said(line: str, who: str = "张三", group: str | None = None) -> dict[str, object]:
    return explain(Utterance(line, sender=who, group=group), FILE, BOOK)


@pytest.mark.parametrize(
    ("line", "args", "asks"),
    [
        ("/申诉 WG-20261122-001 我没刷广告", {"id": "WG-20261122-001", "reason": "我没刷广告"}, False),
        ("/申诉 wg20261122001 理由是 我没刷广告", {"id": "WG-20261122-001", "reason": "我没刷广告"}, False),
        ("申诉 WG-20261122-001：是转发客户问题", {"id": "WG-20261122-001", "reason": "是转发客户问题"}, False),
        ("我要申诉WG-20261122-001，不是我发的", {"id": "WG-20261122-001", "reason": "不是我发的"}, True),
        (
            "/申诉 WG-20261122-001 不是我发的，账号被盗了",
            {"id": "WG-20261122-001", "reason": "不是我发的，账号被盗了", "also": "账号异常"},
            False,
        ),
        ("不服WG-20261122-001，我没刷屏", {"id": "WG-20261122-001", "reason": "我没刷屏"}, True),
    ],
)
def test_how_people_say_it(line: str, args: dict[str, str], asks: bool) -> None:
    assert said(line) == {"command": "申诉", "args": args, "needs_confirm": asks}


@pytest.mark.parametrize(
    ("line", "error", "missing"),
    [
        ("/申诉", "E_MISSING_ARG", ["id", "reason"]),
        ("/申诉 WG-20261122-001", "E_MISSING_ARG", ["reason"]),
        ("/申诉 我没刷广告", "E_MISSING_ARG", ["id"]),
        ("/申诉 QJ-20261122-001 不同意", "E_NOT_FOUND", None),
    ],
)
def test_what_is_missing(line: str, error: str, missing: Iterable[str] | None) -> None:
    found = said(line, group=A)
    assert (found["command"], found["error"], found.get("missing")) == ("申诉", error, missing)
