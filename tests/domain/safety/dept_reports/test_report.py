from bot.domain.safety.dept_reports.report import Counts


def test_what_is_nothing_is_said_too_but_for_what_is_late() -> None:
    assert Counts().said == "发现隐患 0 条，销号 0 条；检查 0 次；培训 0 人次；演练 0 次；事故 0 起。"
    busy = Counts(found=3, closed=2, overdue=1, rounds=4, missed=1, trained=12, drills=1, accidents=1)
    assert busy.said == (
        "发现隐患 3 条，销号 2 条，超期 1 条；检查 4 次，没做 1 次；培训 12 人次；演练 1 次；事故 1 起。"
    )
