"""What a question is about is told by its words; what nothing tells belongs to the rest."""

import pytest

from bot.domain.desk.topics import CATEGORIES, Topic, shipped, topic_in, topic_named, with_own
from bot.domain.rights import Role
from bot.identifiers import UserId


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("打卡定位一直不准", "技术"),
        ("系统登录不了，提示密码错误", "技术"),
        ("我的社保断缴了怎么补", "人事"),
        ("上个月加班工资没发", "人事"),
        ("差旅费报销卡在哪一步了", "财务"),
        ("食堂的饭太咸了", "行政"),
        ("三楼空调坏了，报修", "行政"),
        ("灭火器过期了该找谁换", "安全"),
        ("ＷＩＦＩ连不上", "技术"),
        ("想找人聊聊", "其他"),
    ],
)
def test_by_its_words(text: str, name: str) -> None:
    assert topic_in(text, shipped()).name == name


def test_every_topic_has_a_category_that_scripts_know() -> None:
    assert all(topic.category in CATEGORIES and topic.roles for topic in shipped())
    assert shipped()[-1].name == "其他"


def test_a_company_has_topics_of_its_own() -> None:
    own = {
        "车队": Topic("车队", "其他", ("班车",), people=(UserId("gaofeng"),)),
        "技术": Topic("技术", "其他", ("mes",)),
    }
    topics = with_own(shipped(), own)
    assert topics[-1].name == "其他"
    assert topic_in("MES 报错", topics).roles == (Role.TECH, Role.WECOM_ADMIN)
    assert topic_named("车队", topics) == own["车队"]
    assert topic_named("没有", topics) is None
