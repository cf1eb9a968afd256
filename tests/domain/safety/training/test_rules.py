from bot.domain.safety.training.rules import TrainingRules


def test_hours_by_department_and_for_who_is_new() -> None:
    rules = TrainingRules(hours_of={"生产部": 20})
    assert rules.wanted(("研发部",), is_new=False) == 8
    assert rules.wanted(("一车间", "生产部"), is_new=False) == 20
    assert rules.wanted(("生产部",), is_new=True) == 24
