"""All that speaks against a draft is found at once, by its own sentence."""

from datetime import datetime, timedelta

import pytest

from bot.domain.notices.audience import Audience, readers
from bot.domain.notices.checks.finding import Finding
from bot.domain.notices.grounds import Grounds
from bot.domain.notices.notice import Draft
from bot.errors import Code
from bot.identifiers import GroupId, UserId
from bot.services.notices.looking_through.checking import look_at_readers, look_through
from tests.arguments.reading import FILE

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=FILE.now.tzinfo)
ROOM = Audience(groups=(GroupId("projecta"),))
DRAFT = Draft("交周报", ROOM)


def found(text: str, author: str = "zhengqun", *, at: datetime | None = None, again: str = "") -> list[Finding]:
    return list(look_through(Draft(text, ROOM, at=at, recurrence=again), UserId(author), FILE.company, NOW))


def codes(*args: str, at: datetime | None = None, again: str = "") -> list[Code | None]:
    return [each.code for each in found(*args, at=at, again=again)]


def test_everything_at_once() -> None:
    text = "11月25日周四停电，密码：abc12345，销售额1亿元"
    assert codes(text)[:3] == [Code.DATE_MISMATCH, Code.SECRET_IN_TEXT, Code.AUTHOR_RESTRICTED]


def test_a_day_that_there_is_not() -> None:
    assert codes("2月30日停电") == [Code.INVALID_DATE]


def test_the_head_of_finance_publishes_figures() -> None:
    assert codes("三季度净利润1200万元", "mali") == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("11月20日停电", "已经过了"),
        ("11月28日停电", "休息日"),
        ("2027年2月6日停电", "春节"),
        ("2027年3月2日停电", "还没公布"),
        ("明天停电", ""),
        ("11月25日停电", ""),
    ],
)
def test_days_in_the_text(text: str, part: str) -> None:
    sentences = [each.sentence for each in found(text)]
    assert all(part in each for each in sentences)
    assert len(sentences) == bool(part)


def test_today_is_the_day_on_which_it_goes_out() -> None:
    saturday = NOW + timedelta(days=5)
    assert "休息日" in found("今天停电", at=saturday)[0].sentence
    assert found("今天停电", again="WEEKLY;SA;10:00") == []


@pytest.mark.parametrize(
    ("again", "at"), [("DAILY;22:00", None), ("WEEKLY;MO;07:00", None), ("", NOW.replace(hour=21))]
)
def test_nobody_is_disturbed_at_night(again: str, at: datetime | None) -> None:
    assert codes("交周报", at=at, again=again) == [Code.QUIET_HOURS]


def test_whether_anybody_reads_it() -> None:
    nobody = readers(Audience(tags=("没有的标签",)), FILE.company, {})
    assert [each.code for each in look_at_readers(DRAFT, nobody, UserId("zhengqun"), FILE.company)] == [Code.NOT_FOUND]
    alone = readers(Audience(people=(UserId("zhengqun"),)), FILE.company, {})
    assert [each.code for each in look_at_readers(DRAFT, alone, UserId("zhengqun"), FILE.company)] == [None]
    assert list(look_at_readers(DRAFT, readers(ROOM, FILE.company, {}), UserId("zhengqun"), FILE.company)) == []


def test_words_that_make_somebody_look_stop_nothing() -> None:
    (hint,) = found("周五下班前加薇信领福利")
    assert (hint.code, hint.sentence) == (None, "里面有像广告的字样，别人可能会看错，请再看一眼。")
    assert found("严禁赌博，违者按制度处理") == []


def test_what_stands_beneath_a_text_counts() -> None:
    text = "交周报" * (FILE.company.notices.most_bytes // 9)
    assert Code.LIMIT not in codes(text)
    with_source = Draft(text, ROOM, grounds=Grounds("集团办〔2026〕12号" * 3))
    said = look_through(with_source, UserId("zhengqun"), FILE.company, NOW)
    assert Code.LIMIT in [each.code for each in said]
