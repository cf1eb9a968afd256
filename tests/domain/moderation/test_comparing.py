"""What changes between two policies, as it is read out in a meeting."""

from dataclasses import replace
from datetime import date, timedelta

from bot.domain.moderation.comparing import Difference, differences
from bot.domain.moderation.pack import Decay, Procedure, Repeat, StepKind
from bot.domain.moderation.reading import read_pack
from bot.domain.moderation.shelf import shipped
from tests.domain.moderation.test_reading import OWN

D8 = next(pack for pack in shipped() if pack.id == "D8")
SC = read_pack(OWN)


def test_nothing_changes() -> None:
    assert differences(D8, replace(D8, name="别的叫法")) == ()


def test_a_step_comes_sooner() -> None:
    ladder = {**D8.ladder, next(iter(D8.ladder)): ("warning", "remove")}
    assert differences(D8, replace(D8, ladder=ladder)) == (
        Difference("轻微，第 2 次", "禁言", "移出群聊", "闲聊和私事、广告和刷屏、账号和昵称"),
    )


def test_what_goes_on_for_ever_is_said() -> None:
    ladder = {**D8.ladder, next(iter(D8.ladder)): ("mute",)}
    assert [(each.what, each.before, each.after) for each in differences(D8, replace(D8, ladder=ladder))] == [
        ("轻微，第 1 次", "警告", "禁言"),
        ("轻微，第 3 次", "移出群聊", "禁言"),
        ("轻微，第 4 次", "移出群聊", "禁言"),
        ("轻微，以后每次", "移出群聊", "禁言"),
    ]


def test_what_is_newly_forbidden_concerns_those_who_do_it() -> None:
    more = replace(D8, forbids={**D8.forbids, "C06": D8.forbids["C07"]})
    assert differences(D8, more) == (Difference("不许：C06 不正当竞争", "不管", "D8§9.4", "有「不正当竞争」的人"),)


def test_days_and_counting() -> None:
    other = replace(D8, window=timedelta(days=365), repeat=Repeat.ANY, decay=Decay.EACH, appeal_days=5, answer_days=7)
    other = replace(other, pauses=(StepKind.MUTE, StepKind.REMOVE))
    assert [(each.what, each.after) for each in differences(D8, other)] == [
        ("再犯看多久", "365 天"),
        ("什么算再犯", "哪一类都算再犯"),
        ("什么时候清零", "每一次各自到期"),
        ("申诉期限", "5 个工作日"),
        ("申诉期间先停", "禁言、移出群聊"),
        ("申诉答复", "7 个工作日内"),
    ]


def test_who_decides_and_how() -> None:
    mute = replace(D8.steps["mute"], approvals=2, corrects=True, irreversible=True)
    found = differences(D8, replace(D8, steps={**D8.steps, "mute": mute}))
    assert ("「禁言」由谁定", "群管理员", "群管理员，2 人同意") in [(e.what, e.before, e.after) for e in found]
    assert ("「禁言」怎么办", "照常", "不能撤回、要求改正") in [(e.what, e.before, e.after) for e in found]


def test_papers() -> None:
    day = date(2026, 1, 1)
    adopted = replace(D8, version="2", since=day, procedure=Procedure(day, day, day, 90), partial="")
    assert [(each.what, each.after) for each in differences(D8, adopted)] == [
        ("制度", "《企业微信社群管理制度》版本 2"),
        ("执行时间", "2026-01-01 至 另行通知"),
        ("效力", "有约束力（签收 90%）"),
        ("缺失", "没有"),
    ]


def test_two_texts_of_different_companies() -> None:
    found = {each.what: (each.before, each.after) for each in differences(D8, SC)}
    assert found["较重，第 1 次"] == ("禁言", "由人来定")
    assert found["不许：C12 辱骂和诽谤"] == ("D8§9.1、D8§9.2", "不管")
