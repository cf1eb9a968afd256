import pytest

from bot.domain.urgency import is_urgent


@pytest.mark.parametrize(
    "text", ["@小助手 3号车间有人被机器夹住了！！快", "仓库着火 人都出来了", "有人触电", "老李从架子上摔下来了"]
)
def test_words_of_danger_overtake(text: str) -> None:
    assert is_urgent(text)


@pytest.mark.parametrize("text", ["/帮助", "/请假 年假 明天下午", "谢谢啦"])
def test_daily_words_wait_their_turn(text: str) -> None:
    assert not is_urgent(text)
