"""What a new version of rules reads like, however much of it is new."""

from datetime import UTC, datetime

from bot.domain.groups.group import Group
from bot.domain.groups.rules import RulesVersion, RuleTexts
from bot.identifiers import GroupId
from bot.services.groups.rules.wording import asking_card, for_newcomer, what_changed

NOW = datetime(2026, 12, 28, 2, tzinfo=UTC)
PA = Group(GroupId("pa"), "项目A工作群", "E4", purpose="对接项目A的进度。")
OLD = "1. 不外传。\n2. 不发广告。"


def news(text: str, groups: int = 1) -> list[tuple[Group, RulesVersion]]:
    return [
        (Group(GroupId(f"p{n}"), f"第{n}群"), RulesVersion(GroupId(f"p{n}"), n + 1, text, NOW))
        for n in range(1, groups + 1)
    ]


def test_many_changes_are_not_all_told() -> None:
    many = "\n".join(["不外传。", *(f"{what}作业要先报备。" for what in "高空吊装动火停电")])
    said = what_changed(news(many), OLD).splitlines()
    assert said[0] == "群规更新了：第1群（第 2 版）。"
    assert said[1:3] == ["新增：高作业要先报备。", "新增：空作业要先报备。"]
    assert said[-2:] == ["另有 3 处。", "全文发 /群规 第1群。"]


def test_where_nothing_is_left_the_whole_text_is_told() -> None:
    assert what_changed(news("1. 用真名。"), OLD) == "群规更新了：第1群（第 2 版）。整篇换过了，现在是：\n1. 用真名。"


def test_a_new_order_is_called_that() -> None:
    said = what_changed(news("1. 不发广告。\n2. 不外传。"), OLD)
    assert said == "群规更新了：第1群（第 2 版）。只是各条的顺序变了。全文发 /群规 第1群。"


def test_many_groups_are_not_all_named() -> None:
    said = what_changed(news("1. 不外传。", groups=12), OLD)
    assert "第10群（第 11 版） 等 12 个群。" in said
    assert "第11群" not in said


def test_a_newcomer_reads_what_the_group_is_for() -> None:
    version = RulesVersion(PA.id, 1, OLD, NOW)
    assert for_newcomer(PA, version, "生产部-张三") == (
        "项目A工作群是做什么的：对接项目A的进度。\n项目A工作群的群规（第 1 版）：\n1. 不外传。\n2. 不发广告。\n"
        "你的群昵称请写：生产部-张三"
    )


def test_the_last_day_is_said_with_its_year_where_that_is_another() -> None:
    card = asking_card(news(OLD), NOW, RuleTexts(), "")
    assert "到 2027年1月4日(周一) 还不表态" in card.desc
    assert "表态" not in asking_card(news(OLD), NOW, RuleTexts(deemed_after=None), "").desc
