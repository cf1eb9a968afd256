"""Which pack holds for a group, a category and a day."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.groups.group import Group
from bot.domain.moderation.categories import category
from bot.domain.moderation.rules import ModerationRules
from bot.domain.moderation.shelf import shipped, with_own
from bot.identifiers import GroupId

NOW = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
PROJECT = Group(GroupId("G-A"), "项目A工作群", kind="E4")
CHIEFS = Group(GroupId("G-B"), "高管工作群", kind="E1")
RULES = ModerationRules(by_type={"E1": "D3"}, by_group={GroupId("G-A"): "D12"})


def test_without_a_word_it_is_the_one_that_a_group_can_use() -> None:
    assert ModerationRules().pack_of(PROJECT, NOW).id == "D8"
    assert ModerationRules().pack_of(None, NOW).id == "D8"


def test_a_group_before_its_type_before_all_else() -> None:
    assert RULES.pack_of(PROJECT, NOW).id == "D12"
    assert RULES.pack_of(CHIEFS, NOW).id == "D3"
    assert RULES.pack_of(replace(CHIEFS, kind="E3"), NOW).id == "D8"


def test_some_matters_have_their_own_text_wherever_they_happen() -> None:
    assert RULES.pack_of(PROJECT, NOW, category("C13")).id == "D10"
    assert RULES.pack_of(None, NOW, category("C17")).id == "D15"
    assert RULES.pack_of(PROJECT, NOW, category("C12")).id == "D12"


def test_what_is_named_there_forbids_it() -> None:
    for code, pack in RULES.by_precedence.items():
        found = RULES.pack_of(None, NOW, category(code))
        assert found.id == pack
        assert found.forbidding(category(code))


def test_what_is_not_in_force_yet_leaves_it_to_the_next() -> None:
    own = replace(shipped()[0], id="员工手册", version="2027", since=date(2027, 1, 1))
    rules = ModerationRules(shelf=with_own(shipped(), [own]), by_type={"E4": "员工手册"}, usual="D12")
    assert rules.pack_of(PROJECT, NOW).id == "D12"
    assert rules.pack_of(PROJECT, NOW + timedelta(days=60)).id == "员工手册"


def test_there_always_is_one() -> None:
    assert ModerationRules(shelf=()).pack_of(PROJECT, NOW).id == "D8"


def test_one_version_of_each_holds() -> None:
    newer = replace(shipped()[0], version="2", since=date(2026, 1, 1))
    rules = ModerationRules(shelf=with_own(shipped(), [newer]))
    versions = [pack.version for pack in rules.packs(NOW) if pack.id == newer.id]
    assert versions == ["2"]
    assert rules.pack(newer.id, "1") == shipped()[0]
    assert rules.pack(newer.id, "3") is None
