"""A notice as it is typed: whom, when and what, in any order, and what only looks like one of them."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from bot.arguments.notice_said import NoticeSaid
from bot.errors import Code, UserError
from bot.shapes.arguments import Scene, Words
from tests.arguments.reading import FILE, read, refused, scene

WORKDAY = datetime(2026, 11, 23, 10, 0, tzinfo=FILE.now.tzinfo)
A = "项目A工作群"


def on_monday(sender: str = "郑群", group: str | None = None) -> Scene:
    return replace(scene(sender, group), now=WORKDAY)


def said(text: str, sender: str = "郑群", group: str | None = None) -> dict[str, Any]:
    found, left = read(NoticeSaid, text, on_monday(sender, group))
    assert left == ""
    return dict(found.explained())


@pytest.mark.parametrize(
    ("text", "whom", "left"),
    [
        ("项目A工作群 停电", {"group": A}, "停电"),
        ("项目A工作群停电", {"group": A}, "停电"),
        ("项目Ａ群：停电", {"group": A}, "停电"),
        ("发给项目A工作群 停电", {"group": A}, "停电"),
        ("@项目A工作群 停电", {"group": A}, "停电"),
        ("项目A工作群里的各位 停电", {"group": A}, "停电"),
        ("停电", {"group": A}, "停电"),
        ("本群 停电", {"group": A}, "停电"),
        ("项目A工作群、项目B工作群 停电", {"group": [A, "项目B工作群"]}, "停电"),
        ("项目A工作群和生产部 停电", {"group": A, "audience": ["生产部"]}, "停电"),
        ("生产部 停电", {"audience": ["生产部"]}, "停电"),
        ("生产部全体员工：停电", {"audience": ["生产部"]}, "停电"),
        ("人事部、财务部 停电", {"audience": ["行政人事部", "财务部"]}, "停电"),
        ("全员 年会通知", {"audience": ["全员"]}, "年会通知"),
        ("@所有人 年会通知", {"audience": ["全员"]}, "年会通知"),
        ("全体员工：年会通知", {"audience": ["全员"]}, "年会通知"),
        ("各部门负责人 周五前交计划", {"audience": ["部门负责人"]}, "周五前交计划"),
        ("订阅安全提醒的群 注意防火", {"audience": ["订阅安全提醒的群"]}, "注意防火"),
        ("@张三 @李四 来一趟", {"audience": ["张三"]}, "@李四 来一趟"),
        ("@张三、@李四 来一趟", {"audience": ["张三", "李四"]}, "来一趟"),
        ("生产部明天停电", {"group": A}, "生产部明天停电"),
        ("全员安全生产责任制学习", {"group": A}, "全员安全生产责任制学习"),
        ("请大家退出项目B工作群的旧群", {"group": A}, "请大家退出项目B工作群的旧群"),
        ("全部门窗关好", {"group": A}, "全部门窗关好"),
    ],
)
def test_whom(text: str, whom: dict[str, Any], left: str) -> None:
    found = said(text)
    assert {key: found.get(key) for key in whom} == whom
    assert found["text"] == left


def test_everybody_in_a_group_is_everybody_of_it() -> None:
    assert said("@所有人 停电", group=A)["group"] == A


@pytest.mark.parametrize(
    ("text", "when", "left"),
    [
        ("停电", "now", "停电"),
        ("马上 停电", "now", "停电"),
        ("现在发：停电", "now", "停电"),
        ("明天8:30 交周报", "2026-11-24T08:30", "交周报"),
        ("明天上午9点发 交周报", "2026-11-24T09:00", "交周报"),
        ("11月26日 9:00 交周报", "2026-11-26T09:00", "交周报"),
        ("定时明天9:00 交周报", "2026-11-24T09:00", "交周报"),
        ("下午4点推送：交周报", "2026-11-23T16:00", "交周报"),
        ("2小时后 交周报", "2026-11-23T12:00", "交周报"),
        ("交周报，明天9点发", "2026-11-24T09:00", "交周报"),
        ("交周报（2026-11-24 08:00 发布）", "2026-11-24T08:00", "交周报"),
        ("11月24日8:30 今日降温，注意防滑", "2026-11-24T08:30", "今日降温，注意防滑"),
        ("明天下午三点开会", "now", "明天下午三点开会"),
        ("明天9:00-12:00 停电检修", "now", "明天9:00-12:00 停电检修"),
        ("11月25日停电检修", "now", "11月25日停电检修"),
        ("明天 停电检修", "now", "明天 停电检修"),
        ("明天9点前交周报", "now", "明天9点前交周报"),
        ("请大家明天8:30到岗", "now", "请大家明天8:30到岗"),
        ("明天9点发放劳保用品", "now", "明天9点发放劳保用品"),
        ("明天8点发车，别迟到", "now", "明天8点发车，别迟到"),
    ],
)
def test_when(text: str, when: str, left: str) -> None:
    found = said(text)
    assert (found["when"], found["text"]) == (when, left)


def test_a_time_that_could_be_either_is_asked_about() -> None:
    found, _ = read(NoticeSaid, "明天9点 三楼开会", on_monday())
    assert found.explained()["when"] == "now"
    assert found.guess == "「明天9点」是公告里说的时间，公告现在就发；要到时候才发，按「改」回「明天9点发」"


@pytest.mark.parametrize("text", ["明天10点 全体大会", "明天9:30 技术交流会 三楼", "明天9:00 停餐", "后天8点 消毒"])
def test_what_happens_then_is_of_the_text(text: str) -> None:
    found, _ = read(NoticeSaid, text, on_monday())
    assert (found.explained()["when"], found.text) == ("now", text)
    assert found.looked_up


def test_a_time_alone_is_no_text() -> None:
    assert read(NoticeSaid, "明天9:00", on_monday())[0] is None


@pytest.mark.parametrize(
    ("text", "again", "rule", "left"),
    [
        ("每周一8:00 安全早会提醒", "WEEKLY;MO;08:00", "next_workday", "安全早会提醒"),
        ("每周一8:00安全早会提醒", "WEEKLY;MO;08:00", "next_workday", "安全早会提醒"),
        ("安全早会提醒 每周一8:00", "WEEKLY;MO;08:00", "next_workday", "安全早会提醒"),
        ("每周五下午4点半 关好门窗 遇节假日提前", "WEEKLY;FR;16:30", "previous_workday", "关好门窗"),
        ("每月第一个工作日 上报月报", "MONTHLY;FIRST_WORKDAY;09:00", "next_workday", "上报月报"),
        ("节前3天9点 检查电源", "HOLIDAY;-3;09:00", "next_workday", "检查电源"),
        ("每天8点发：今天也要戴好安全帽，节假日不发", "DAILY;08:00", "skip", "今天也要戴好安全帽"),
        ("每季度第一个工作日9点 盘点，遇假期跳过", "QUARTERLY;FIRST_WORKDAY;09:00", "skip", "盘点"),
        ("每周六10:00 值班交接 节假日照发", "WEEKLY;SA;10:00", "stay", "值班交接"),
    ],
)
def test_again_and_again(text: str, again: str, rule: str, left: str) -> None:
    found = said(text)
    assert (found["recurrence"], found["on_holiday"], found["text"]) == (again, rule, left)


@pytest.mark.parametrize("text", ["每天下班前关好门窗", "请大家每周一8:00参加早会", "每个人都要戴安全帽"])
def test_what_comes_again_in_the_text_is_the_text(text: str) -> None:
    assert said(text) == {"text": text, "group": A, "when": "now"}


@pytest.mark.parametrize("text", ["每周五下午大扫除", "每天喝水 9:00 11:00"])
def test_what_comes_again_and_stands_glued_to_the_text_is_asked_about(text: str) -> None:
    found, _ = read(NoticeSaid, text, on_monday())
    assert found.explained()["when"] == "now"
    assert "公告现在就发" in (found.guess or "")


@pytest.mark.parametrize(
    ("text", "flag", "left"),
    [
        ("需确认 停电", "wants_confirmation", "停电"),
        ("停电，要确认", "wants_confirmation", "停电"),
        ("停电（需要确认）", "wants_confirmation", "停电"),
        ("带回执 停电", "wants_confirmation", "停电"),
        ("加急 停电", "urgent", "停电"),
        ("【紧急】停电", "urgent", "停电"),
    ],
)
def test_flags_stand_apart(text: str, flag: str, left: str) -> None:
    found = said(text)
    assert found[flag] is True
    assert found["text"] == left


@pytest.mark.parametrize("text", ["请确认收到", "紧急集合点改到东门", "要确认的事项见附件"])
def test_words_of_the_text_are_no_flags(text: str) -> None:
    assert said(text) == {"text": text, "group": A, "when": "now"}


def test_lines_and_titles() -> None:
    found, _ = read(NoticeSaid, "项目A工作群\n停电通知\n周三停电。\n请保存资料。", on_monday())
    assert (found.title, found.text) == ("停电通知", "周三停电。\n请保存资料。")
    found, _ = read(NoticeSaid, "【停电通知】周三停电。", on_monday())
    assert (found.title, found.text) == ("停电通知", "周三停电。")
    found, _ = read(NoticeSaid, "各位同事：\n周三停电。", on_monday())
    assert (found.title, found.text) == ("", "各位同事：\n周三停电。")


def test_a_quiz() -> None:
    text = "配电箱坏了先报修。测验题：配电箱坏了先做什么？A.自己修 B.报隐患 答案B 解析：带电作业要有证。"
    found, _ = read(NoticeSaid, text, on_monday())
    quiz = found.options.quiz
    assert found.text == "配电箱坏了先报修"
    assert (quiz.question, quiz.options, quiz.right) == ("配电箱坏了先做什么？", ("自己修", "报隐患"), 1)
    assert quiz.why == "带电作业要有证。"
    assert found.options.wants_confirmation
    assert refused(NoticeSaid, "测验题：对不对？A.对 答案A", on_monday()).code is Code.CLARIFY


def test_until_when() -> None:
    found, _ = read(NoticeSaid, "每周一8:00 交周报 有效期到12月31日", on_monday())
    assert f"{found.options.expires_at:%Y-%m-%dT%H:%M}" == "2026-12-31T23:59"
    assert found.text == "交周报"


@pytest.mark.parametrize(
    ("text", "sender", "code", "missing"),
    [
        ("停电", "周敏", Code.MISSING_ARG, ("group",)),
        ("", "周敏", Code.MISSING_ARG, ("group", "text")),
        ("项目C工作群 停电", "郑群", Code.NOT_FOUND, ()),
        ("品牌部 停电", "王强", Code.UNKNOWN_DEPT, ()),
        ("项目工作群 停电", "郑群", Code.AMBIGUOUS_GROUP, ()),
        ("停电", "林宓", Code.AMBIGUOUS_GROUP, ()),
        ("今天8:00 停一下", "郑群", Code.PAST_DATE, ()),
        ("每周 停电", "郑群", Code.AMBIGUOUS_DATE, ()),
        ("每周八 8:00 停电", "郑群", Code.AMBIGUOUS_DATE, ()),
        ("隔周周五16:00 打扫", "郑群", Code.AMBIGUOUS_DATE, ()),
        ("每两周周一9:00 换班", "郑群", Code.AMBIGUOUS_DATE, ()),
        ("每周一8:00、周四14:00 提醒", "郑群", Code.AMBIGUOUS_DATE, ()),
        ("停电 有效期到11月1日", "郑群", Code.PAST_DATE, ()),
    ],
)
def test_refused(text: str, sender: str, code: Code, missing: tuple[str, ...]) -> None:
    error = refused(NoticeSaid, text, on_monday(sender))
    assert (error.code, tuple(error.missing)) == (code, missing)


def test_a_safety_officer_writes_to_those_who_subscribe() -> None:
    assert said("每周一8:00 安全早会提醒", "陈安") == {
        "text": "安全早会提醒",
        "audience": ["订阅安全提醒的群"],
        "recurrence": "WEEKLY;MO;08:00",
        "on_holiday": "next_workday",
    }


def test_a_quoted_message_is_the_text() -> None:
    found, _ = read(NoticeSaid, A, replace(on_monday(), quote="周三停电"))
    assert found.text == "周三停电"


def test_a_guess_without_an_audience_is_none() -> None:
    with pytest.raises(UserError) as raised:
        NoticeSaid.read(Words("书什么时候下来", guessed=True), on_monday())
    assert raised.value.code is Code.UNKNOWN_COMMAND


def test_a_day_of_rest_is_asked_about() -> None:
    found, _ = read(NoticeSaid, "停电", scene("郑群"))
    assert found.guess == "11月22日(周日)休息，还是现在发？"
    found, _ = read(NoticeSaid, "11月28日9:00 交周报", on_monday())
    assert found.guess == "11月28日(周六)休息，还是11月28日(周六) 09:00发？"
    found, _ = read(NoticeSaid, "加急 停电", scene("郑群"))
    assert found.guess is None
