"""Who may use his plain name (D7§7): 总裁, 副总裁, (常务)副总裁, 各分管副总, and nobody else."""

import pytest

from bot.domain.nicknames.rules import NicknameRules


@pytest.mark.parametrize(
    "position",
    [
        "总裁", "副总裁", "常务副总裁", "(常务)副总裁", "集团总裁", "集团营销副总(分管副总)", "分管生产副总",
        "生产分管副总", "副总裁兼财务总监", "董事、总裁", "总裁助理、副总裁", "副总裁 / 党委书记",
    ],
)  # fmt: skip
def test_executives(position: str) -> None:
    assert NicknameRules().is_executive(position)


@pytest.mark.parametrize(
    "position",
    [
        "",
        "总裁助理",
        "副总裁秘书",
        "总裁办主任",
        "总监",
        "董事长",
        "总经理",
        "分管副总助理",
        "经理",
        "总裁助理(副总裁级)",
        "副总",
    ],
)
def test_others(position: str) -> None:
    assert not NicknameRules().is_executive(position)


def test_a_company_has_its_own_list() -> None:
    own = NicknameRules(executives=("董事长", "*总监"))
    assert own.is_executive("财务总监")
    assert not own.is_executive("总裁")
    assert not NicknameRules(executives=()).is_executive("总裁")
