"""What is asked, until when and among what, in the order in which people type it."""

import pytest

from bot.arguments.activities import ActivitySaid
from bot.arguments.surveys import SurveySaid
from bot.errors import UserError
from bot.files.company import load
from bot.shapes.arguments import Scene, Words
from tests.chat import SAMPLE_COMPANY

FILE = load(SAMPLE_COMPANY)
SCENE = Scene(FILE.company.named("郑群")[0], FILE.company, FILE.now)
NO_OPTIONS: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("words", "question", "options", "closes", "anonymous"),
    [
        ("项目A工作群 团建去哪 选项：爬山、烧烤 截止周五17:00", "团建去哪", ("爬山", "烧烤"), "11-27 17:00", False),
        (
            "项目A工作群 团建去哪 A.爬山 B.烧烤 C.唱歌 截止12月1日",
            "团建去哪",
            ("爬山", "烧烤", "唱歌"),
            "12-01 17:30",
            False,
        ),
        ("团建去哪，截止周五，匿名，选项 爬山 烧烤", "团建去哪", ("爬山", "烧烤"), "11-27 17:30", True),
        ("项目A工作群 对食堂有什么意见 明天18:00截止", "对食堂有什么意见", NO_OPTIONS, "11-23 18:00", False),
        ("对食堂有什么意见 明天18:00", "对食堂有什么意见", NO_OPTIONS, "11-23 18:00", False),
    ],
)
def test_a_survey(words: str, question: str, options: tuple[str, ...], closes: str, anonymous: bool) -> None:
    said = SurveySaid.read(Words(words), SCENE)
    assert said
    assert (said.question, said.options, f"{said.closes_at:%m-%d %H:%M}", said.anonymous) == (
        question,
        options,
        closes,
        anonymous,
    )


@pytest.mark.parametrize(
    ("words", "title", "starts", "closes", "place", "places"),
    [
        (
            "项目A工作群 羽毛球赛 12月5日14:00 地点：体育馆 名额20人 报名截止12月3日12:00",
            "羽毛球赛",
            "12-05 14:00",
            "12-03 12:00",
            "体育馆",
            20,
        ),
        ("体检 12月8日9:00 不限名额", "体检", "12-08 09:00", "12-07 17:30", "", None),
        (
            "周六去爬凤凰山 12月5日8:00 地点 东门",
            "周六去爬凤凰山",
            "12-05 08:00",
            "12-04 17:30",
            "东门",
            None,
        ),
        ("晚上打球 时间：今天19:00", "晚上打球", "11-22 19:00", "11-22 18:00", "", None),
    ],
)
def test_an_activity(words: str, title: str, starts: str, closes: str, place: str, places: int | None) -> None:
    said = ActivitySaid.read(Words(words), SCENE)
    assert said
    times = (f"{said.starts:%m-%d %H:%M}", f"{said.closes_at:%m-%d %H:%M}")
    assert (said.title, *times, said.place, said.places) == (title, starts, closes, place, places)


@pytest.mark.parametrize("words", ["爬山 昨天8:00", "爬山 12月5日8:00 名额0", "爬山 下周六8:00"])
def test_what_cannot_be_or_could_be_two_days(words: str) -> None:
    with pytest.raises(UserError):
        ActivitySaid.read(Words(words), SCENE)
