import pytest

from bot.domain.safety.drills.judgement import read_judgement


@pytest.mark.parametrize(
    ("words", "good", "gaps"),
    [
        ("好的：3分钟撤完；问题：没人点名；东门打不开。", "3分钟撤完", ("没人点名", "东门打不开")),
        ("撤得快，没有问题", "撤得快", ()),
        ("没有问题", "", ()),
        ("做得好的是分工清楚。不足：1. 喇叭听不清 2. 有人走错门", "分工清楚", ("喇叭听不清", "有人走错门")),
        ("好的：快；问题：无", "快", ()),
        ("问题：没人点名", "", ("没人点名",)),
    ],
)
def test_what_was_good_and_what_was_not(words: str, good: str, gaps: tuple[str, ...]) -> None:
    assert read_judgement(words) == (good, gaps)
