"""Markdown becomes passages; what comes along is whole, and what a file says in Markdown is plain words afterwards."""

import pytest

from bot.domain.desk.knowledge.passage import GLOSSARY
from bot.domain.desk.knowledge.reading import LONGEST, MOST_CHARACTERS, UnreadableText, read, shipped

TEXT = """# 食堂管理规定
解释：行政部
生效：2026-01-01

## 第一条 开饭时间
问：几点吃饭；饭点
早餐 **七点**，午餐[十一点半](http://evil.example)。

### 打包
- 可以打包
- 自带饭盒

第三条 违规
浪费要批评。
"""


def test_each_heading_is_a_passage_with_its_place() -> None:
    first, second, third = read(TEXT, "canteen")
    assert (first.source.title, first.source.interpreter, first.source.since) == (
        "食堂管理规定",
        "行政部",
        "2026-01-01",
    )
    assert (first.place, first.heading, first.asked_by) == ("第一条", "开饭时间", ("几点吃饭", "饭点"))
    assert first.body == "早餐 七点，午餐十一点半。"
    assert first.cited == "《食堂管理规定》第一条"
    assert (second.place, second.heading, second.body) == ("", "打包", "· 可以打包\n· 自带饭盒")
    assert second.cited == "《食堂管理规定》打包"
    assert (third.place, third.heading, third.body) == ("第三条", "第三条", "违规\n浪费要批评。")
    assert first.source.id == "canteen"
    assert first.source.own


def test_without_a_heading_the_whole_is_one() -> None:
    (only,) = read("午休十二点到一点。", "午休")
    assert (only.source.title, only.heading, only.body) == ("午休", "午休", "午休十二点到一点。")


def test_what_is_long_is_cut_between_paragraphs() -> None:
    pieces = read("# 长\n" + "\n".join("一段话" * 60 for _ in range(10)), "long")
    assert len(pieces) > 2
    assert all(len(each.body) <= LONGEST for each in pieces)
    assert all(len(each.body) <= LONGEST for each in read("字" * 5000, "one line"))


def test_what_can_not_be_used() -> None:
    with pytest.raises(UnreadableText, match="没有内容"):
        read("# 只有标题\n", "empty")
    with pytest.raises(UnreadableText, match="最多"):
        read("字" * (MOST_CHARACTERS + 1), "huge")


def test_marks_do_not_run_on() -> None:
    """A page of brackets or blanks costs its length, not its square."""
    (only,) = read("# 怪\n" + "[" * 20_000 + "](" * 20_000 + "好", "odd")[:1]
    assert only.body
    read("# 怪\n\n" + " " * 50_000 + "\n" * 50_000 + "好", "blank")


def test_all_eighteen_come_along() -> None:
    found = shipped()
    assert {each.source.id for each in found} == {GLOSSARY, *(f"D{number}" for number in range(1, 19))}
    assert len({each.key for each in found}) == len(found) > 250
    assert all(
        (each.place or each.source.id == GLOSSARY) and each.body.endswith("。") and not each.source.own
        for each in found
    )
