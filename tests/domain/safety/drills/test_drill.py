import pytest

from bot.domain.safety.drills.drill import DrillKind, kind_of


@pytest.mark.parametrize(
    ("topic", "kind"),
    [
        ("全厂疏散", DrillKind.FULL),
        ("综合应急", DrillKind.FULL),
        ("触电现场处置", DrillKind.ON_SITE),
        ("锅炉岗位断水", DrillKind.ON_SITE),
        ("消防疏散", DrillKind.SPECIAL),
    ],
)
def test_kind_where_nobody_says_it(topic: str, kind: DrillKind) -> None:
    assert kind_of(topic) is kind
