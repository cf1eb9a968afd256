from datetime import UTC, date, datetime, timedelta, timezone

from bot.domain.notices.grounds import Grounds, Need, is_a_rule

BOTH = frozenset(Need)


def test_what_the_text_says_itself_is_enough() -> None:
    text = "根据集团《考勤管理办法》，请大家按时打卡，自1月1日起施行。"
    assert Grounds().lacks(BOTH, text) == ()
    assert Grounds().lacks(BOTH, "请大家按时打卡") == (Need.SOURCE, Need.EFFECTIVE)
    assert Grounds("集团办〔2026〕12号").lacks(BOTH, "请各部门明天执行") == (Need.EFFECTIVE,)


def test_a_day_off_is_no_rule() -> None:
    assert is_a_rule("制度", "考勤管理办法改了")
    assert not is_a_rule("制度", "元旦放假三天")
    assert is_a_rule("对外声明", "情况说明")


def test_it_is_said_in_one_line() -> None:
    assert Grounds("集团办", date(2027, 1, 1)).said == "来源：集团办；自2027年1月1日(周五)起生效"
    assert Grounds().said == ""


def test_an_approval_is_bound_to_a_moment_in_whatever_zone() -> None:
    moment = datetime(2026, 11, 22, 1, 40, tzinfo=UTC)
    there = Grounds(happened_at=moment.astimezone(timezone(timedelta(hours=8))))
    assert there.parts == Grounds(happened_at=moment).parts
