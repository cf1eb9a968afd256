import pytest

from bot.domain.safety.hazards.hazard import HazardKind
from bot.understanding.hazards.kinds import kind_of


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("配电箱门坏了 线都露出来了", HazardKind.ELECTRIC),
        ("有油 刚有人差点滑倒", HazardKind.SURROUNDINGS),
        ("灭火器过期", HazardKind.FIRE),
        ("电动车在楼道充电", HazardKind.FIRE),
        ("没办动火证就电焊", HazardKind.HOT_WORK),
        ("行车钢丝绳断丝", HazardKind.LIFTING),
        ("脚手架没有护栏", HazardKind.HEIGHT),
        ("盐酸桶没盖", HazardKind.CHEMICAL),
        ("清罐没人监护 人在罐内", HazardKind.CONFINED),
        ("叉车刹车不灵", HazardKind.VEHICLE),
        ("有人没戴安全帽", HazardKind.PROTECTION),
        ("冲床防护罩拆了", HazardKind.EQUIPMENT),
        ("酒后上岗", HazardKind.VIOLATION),
        ("新来的没培训就上机", HazardKind.MANAGEMENT),
    ],
)
def test_the_words_tell_the_kind(words: str, kind: HazardKind) -> None:
    assert kind_of(words) is kind
