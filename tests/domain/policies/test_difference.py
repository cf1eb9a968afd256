"""What a new version says otherwise, from the texts alone."""

from bot.domain.desk.knowledge.passage import Passage, Source
from bot.domain.desk.knowledge.reading import read
from bot.domain.policies.difference import Change, compare, counted, lines
from bot.domain.policies.release import digest_of

OLD = "# 办法\n## 1 病假\n病假 3天以内由部门负责人批。\n## 2 迟到\n迟到三次算旷工。\n## 3 加班\n先批后加。\n"
NEW = "# 办法\n## 1 病假\n病假 5天以内由部门负责人批。\n## 3 加班\n先批后加。\n## 4 出差\n出差先申请。\n"


def test_each_article_by_itself() -> None:
    found = compare(read(OLD, "a"), read(NEW, "a"))
    assert [(each.name, each.change) for each in found] == [
        ("第1条　病假", Change.CHANGED),
        ("第3条　加班", Change.SAME),
        ("第4条　出差", Change.ADDED),
        ("第2条　迟到", Change.DROPPED),
    ]
    assert counted(found) == "新增 1 条、修改 1 条、删除 1 条"
    assert next(lines(found)).endswith("：「3天以」改为「5天以」")
    assert "改为" not in "".join(lines(found, excerpts=False))


def test_a_long_change_is_only_named() -> None:
    new = OLD.replace("先批后加。", "加班前写明做什么、做多久、由谁验收，经部门负责人和人力资源同意以后才能加。")
    assert list(lines(compare(read(OLD, "a"), read(new, "a")))) == ["· 修改 第3条　加班"]


def test_the_digest_is_of_what_people_read() -> None:
    text = read(OLD, "a")
    assert digest_of(text) == digest_of(read(OLD, "another/name"))
    assert digest_of(text) == digest_of(read(OLD.replace("## 1 病假\n", "## 1 病假\n问：生病\n"), "a"))
    assert digest_of(text) != digest_of(read(NEW, "a"))


def test_pieces_of_one_article_count_as_one() -> None:
    source = Source("a", "办法")
    long = [Passage(source, "1", "病假", "甲" * 600), Passage(source, "1", "病假", "乙")]
    assert [each.change for each in compare(long, long)] == [Change.SAME]
