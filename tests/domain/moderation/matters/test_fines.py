"""A fine may be proposed where the company turned them on, its policy knows them and its region allows them."""

import pytest

from bot.domain.moderation.matters.fines import why_no_fine
from bot.domain.moderation.rules import ModerationRules, all_settled
from bot.domain.moderation.shelf import shipped
from tests.domain.moderation.matters import AT


@pytest.mark.parametrize(
    ("region", "fines", "pack", "expected"),
    [
        ("浙江", False, "D5", "公司没有开启罚款建议"),
        ("浙江", True, "D8", "浙江按《企业微信社群管理制度》不能罚款"),
        ("广东", True, "D5", "广东按《员工微信使用管理制度》不能罚款"),
        ("浙江", True, "D5", ""),
    ],
)
def test_where_it_may_be_proposed(region: str, fines: bool, pack: str, expected: str) -> None:
    shelf = all_settled(shipped(), region, fines=fines)
    rules = ModerationRules(shelf=shelf, usual=pack, region=region, fines=fines)
    assert why_no_fine(rules, rules.pack_of(None, AT)) == expected
