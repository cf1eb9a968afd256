import pytest

from bot.domain.finding.finder import finder
from bot.domain.finding.people import PeopleFinder
from bot.domain.people import Person
from bot.domain.safety.exchange.masking import masked
from bot.identifiers import UserId

NAMES = ("张三", "高峰", "阿卜杜拉·买买提", "David Chen", "刘洋")


@pytest.fixture(scope="module")
def people() -> PeopleFinder:
    return finder([Person(UserId(f"u{place}"), name, 1) for place, name in enumerate(NAMES)], [], [], {}).people


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("昨天张三差点从梯子上掉下来", "昨天某同事差点从梯子上掉下来"),
        ("@刘洋(0086) 没系安全带", "某同事 没系安全带"),
        ("和David Chen、阿卜杜拉·买买提一起抬", "和某同事、某同事一起抬"),
        ("王师傅喊了一声，小李跑开了", "某同事喊了一声，某同事跑开了"),
        ("老王也在，小李的手套破了，小张帮他换", "某同事也在，某同事的手套破了，某同事帮他换"),
        ("有事打 13812345678 或 0571-88889999", "有事打 （电话略） 或 （电话略）"),
        ("身份证110101199003071234，邮箱a.b@c.com", "身份证（证件号略），邮箱（邮箱略）"),
        ("他工号10086，车是浙A12345", "他（号码略），车是（车牌略）"),
    ],
)
def test_nobody_is_named(people: PeopleFinder, written: str, read: str) -> None:
    assert masked(written, people).text == read


@pytest.mark.parametrize(
    "plain",
    ["高峰期叉车多，靠边走", "小心地滑，老化的线要换", "总电源拉闸后再检修，工具放回架上", "经理来检查了3次，共20人"],
)
def test_what_names_nobody_stays(people: PeopleFinder, plain: str) -> None:
    assert masked(plain, people).text == plain
    assert masked(plain, people).hidden == ()


def test_what_gave_way_is_told_once_each(people: PeopleFinder) -> None:
    assert masked("张三扶住张三的梯子，王师傅看见", people).hidden == ("张三", "王师傅")
