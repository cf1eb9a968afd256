"""Who is meant: a table of what people type. `?` after the names: a guess; `!`: nobody here, but near are these."""

import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.company import Company
from bot.domain.people import Department, Person
from bot.files.company import load
from bot.identifiers import UserId

COMPANY = load(Path(__file__).parents[3] / "sandbox" / "company.json").company
FIND = COMPANY.finder.people

NAMED = """
@张三 1小时 刷屏 | 张三 | 张三
@刘洋 1小时 刷屏 | 刘洋 | 刘洋(0086) 刘洋(0213)
@刘洋(0086) 1小时 | 刘洋(0086) | 刘洋(0086)
@刘洋（10213） 1小时 | 刘洋（10213） | 刘洋(0213)
@生产部-刘洋 1小时 | 生产部-刘洋 | 刘洋(0086) 刘洋(0213)
@生产部－刘洋0213 1小时 | 生产部－刘洋0213 | 刘洋(0213)
刘洋 0086 1小时 | 刘洋 0086 | 刘洋(0086)
刘洋工号10213 | 刘洋工号10213 | 刘洋(0213)
刘洋 2小时 | 刘洋 | 刘洋(0086) 刘洋(0213)
刘洋(liuyang0213) | 刘洋(liuyang0213) | 刘洋(0213)
刘洋(9999) | 刘洋(9999) | !刘洋(0086) 刘洋(0213)
生产部张三 | 生产部张三 | 张三
生产部的张三迟到 | 生产部的张三 | 张三
人事部李娜 | 人事部李娜 | 李娜
HR李娜 | HR李娜 | 李娜
研发部张三 | 研发部张三 | !张三
郑群 自己天天发广告 | 郑群 | 郑群
郑群自己天天发广告 | 郑群 | 郑群
让刘洋代我审批 | 刘洋 | 刘洋(0086) 刘洋(0213)
11.23-11.27我出差，让郑群代我审批 | 郑群 | 郑群
我明天出差请王强代审批 | 王强 | 王强
把张三移出 | 张三 | 张三
昨天 何苗 在群里骂人 | 何苗 | 何苗
张三明天上班吗 | 张三 | 张三
张三2小时 | 张三 | 张三
何苗 在项目A工作群发赌博链接 | 何苗 | 何苗
欧阳静 | 欧阳静 | 欧阳静
阿卜杜拉·买买提 | 阿卜杜拉·买买提 | 阿卜杜拉·买买提
阿卜杜拉•买买提迟到 | 阿卜杜拉•买买提 | 阿卜杜拉·买买提
阿卜杜拉．买买提 | 阿卜杜拉．买买提 | 阿卜杜拉·买买提
阿卜杜拉 买买提 1小时 | 阿卜杜拉 买买提 | 阿卜杜拉·买买提
阿卜杜拉买买提 | 阿卜杜拉买买提 | 阿卜杜拉·买买提
阿卜杜拉 | 阿卜杜拉 | 阿卜杜拉·买买提?
David Chen 1小时 | David Chen | David Chen
@david chen 半天 | david chen | David Chen
ＤＡＶＩＤ ＣＨＥＮ | ＤＡＶＩＤ ＣＨＥＮ | David Chen
DavidChen明天来吗 | DavidChen | David Chen
David | David | David Chen?
davd chen | davd chen | David Chen?
zhangsan | zhangsan | 张三
@ZhangSan 1小时 | ZhangSan | 张三
david.chen | david.chen | David Chen
liuyang0086 | liuyang0086 | 刘洋(0086)
liu yang | liu yang | 刘洋(0086) 刘洋(0213)?
LIUYANG 1小时 | LIUYANG | 刘洋(0086) 刘洋(0213)?
ouyangjing | ouyangjing | 欧阳静
zs 1小时 | zs | 张三?
10086 1小时 | 10086 | 刘洋(0086)
0213 | 0213 | 刘洋(0213)
@0213 1小时 | 0213 | 刘洋(0213)
工号10086 1小时 | 工号10086 | 刘洋(0086)
尾号0213 1小时 | 尾号0213 | 刘洋(0213)
张　三 1小时 | 张　三 | 张三
張三 | 張三 | 张三?
@张三（班长） 1小时 | 张三（班长） | 张三
@张三-生产部 1小时 | 张三-生产部 | 张三
@张三💥 1小时 | 张三 | 张三
王经理 | 王经理 | 王强?
生产部王经理 | 生产部王经理 | 王强?
生产部经理 2小时 | 生产部经理 | 王强?
HR负责人 | HR负责人 | 周敏?
财务部的负责人 | 财务部的负责人 | 马丽?
刘洋工号尾号0213 | 刘洋工号尾号0213 | 刘洋(0213)
尾号0086的刘洋 | 尾号0086的刘洋 | 刘洋(0086)
生产部工号10213的刘洋 迟到 | 生产部工号10213的刘洋 | 刘洋(0213)
尾号9999的刘洋 | 尾号9999的刘洋 | !刘洋(0086) 刘洋(0213)
孙总 | 孙总 | 孙丽?
李师傅 | 李师傅 | 李娜 李四?
小何 迟到 | 小何 | 何苗?
章三 | 章三 | 张三?
王武 | 王武 | 王五?
欧阳敬 | 欧阳敬 | 欧阳静?
@张三丰 1小时 | 张三丰 | !
@李娜娜 1小时 | 李娜娜 | !
@张山 1小时 | 张山 | !张三
@所有人 开会 | 所有人 | !
"""
NOBODY = """
高峰期停电
研发部王经理
高峰时段限电
李娜娜来了
陈安全面负责
马丽亚在吗
刷屏 1小时
广告
1小时
2026 1小时
恒远置业 李总
发到 a@zhangsan.com
张总
事假 明天
配电箱门坏了 线都露出来了
@
"""


def _rows() -> Iterator[tuple[str, str, str]]:
    for line in NAMED.strip().splitlines():
        text, typed, people = line.split(" | ")
        yield text, typed, people


def _told(people: Iterable[Person]) -> str:
    return " ".join(each.name + (f"({each.tail})" if len(COMPANY.named(each.name)) > 1 else "") for each in people)


@pytest.mark.parametrize(("text", "typed", "people"), list(_rows()))
def test_somebody_is_named(text: str, typed: str, people: str) -> None:
    found = FIND.spot(text)
    assert found is not None
    assert text[found.start : found.end] == typed
    told = _told(found.people) + ("?" if found.guessed else "")
    assert (told or f"!{_told(found.near)}") == people


@pytest.mark.parametrize("text", NOBODY.strip("\n").splitlines())
def test_nobody_is_named(text: str) -> None:
    found = FIND.spot(text)
    assert found is None or not found.people


def test_a_word_like_a_name_that_nobody_bears() -> None:
    found = FIND.unknown("张飞 1小时")
    assert found is not None
    assert (found.start, found.end, found.people) == (0, 2, ())
    assert [each.name for each in (FIND.unknown("张山") or found).near] == ["张三"]
    for text in ("刷屏", "张飞在高峰", "谢谢啦", "车坏了"):
        assert FIND.unknown(text) is None


def _company(*people: Person) -> Company:
    departments = (
        Department(1, "公司"),
        Department(2, "生产部", 1),
        Department(3, "一车间", 2),
        Department(4, "研发部", 1),
    )
    return Company(people=people, departments=departments)


def test_who_has_left_is_not_found() -> None:
    gone = Person(UserId("zhaoliu"), "赵六", 2, active=False)
    found = _company(gone).finder.people
    assert found.spot("赵六") is found.spot("zhaoliu") is None
    assert found.spot("@赵六") == found.spot("@赵六 1小时")
    assert not found.called("赵六")


def test_a_department_holds_those_below_it() -> None:
    inside = Person(UserId("a1"), "王静", 3)
    outside = Person(UserId("a2"), "王静", 4)
    elsewhere = Person(UserId("a3"), "王静", 4, (4, 3))
    found = _company(inside, outside, elsewhere).finder.people
    for text in ("生产部王静", "生产部/一车间-王静", "王静（一车间）", "王静(生产部)"):
        assert [each.user_id for each in (found.spot(text) or pytest.fail(text)).people] == ["a1", "a3"]


def test_the_longest_name_counts() -> None:
    found = _company(Person(UserId("a1"), "王静", 2), Person(UserId("a2"), "王静怡", 2)).finder.people
    spotted = found.spot("@王静怡 1小时")
    assert spotted is not None
    assert [each.user_id for each in spotted.people] == ["a2"]


def test_the_display_text_may_be_an_alias() -> None:
    found = _company(Person(UserId("a1"), "王静", 2, alias="Jenny")).finder.people
    spotted = found.spot("@jenny\u2005你来办")
    assert spotted is not None
    assert [each.user_id for each in spotted.people] == ["a1"]
    assert not spotted.guessed


@pytest.fixture(scope="module")
def crowded() -> Company:
    """A hundred thousand people, many of one name."""
    first, second = (
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗",
        "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志红",
    )
    names = [f"{a}{b}{c}" for a in first for b in second for c in ["", *second]]
    people = (
        Person(UserId(f"u{number}"), names[number % len(names)], 2, staff_no=f"{number:06}")
        for number in range(100_000)
    )
    return _company(*people)


def test_a_large_company_is_searched_at_once(crowded: Company) -> None:
    find = crowded.finder.people
    texts = ["@王伟 1小时", "wangwei 1小时", "ww", "王炜", "李经理", "没人管 1小时", "u77", "@王建国(000077)"]
    began = time.perf_counter()
    for text in texts:
        find.spot(text)
    built = time.perf_counter()
    for text in texts:
        find.spot(text)
    assert built - began < 8, "seconds to build every index; 2 on a machine that does nothing else"
    assert time.perf_counter() - built < 0.1


@pytest.mark.parametrize(
    "part", ["让", "@", "张三让", "让张", "(刘洋", " a", "刘洋(", "部门", "生产部", "zhang", "0", " 1", "·", "-", "李 "]
)
def test_hostile_text_takes_no_time(part: str) -> None:
    text = part * (2048 // len(part))
    FIND.spot("刘阳 zs")
    began = time.perf_counter()
    FIND.spot(text)
    FIND.unknown(text)
    assert time.perf_counter() - began < 0.05


@given(st.text(alphabet=st.sampled_from("张三刘洋@（)()生产部-· 0086让zhangsDavid \u2005在的"), max_size=60))
@settings(deadline=None)
def test_a_place_is_a_place_of_the_text(text: str) -> None:
    found = FIND.spot(text)
    if found:
        assert 0 <= found.start <= found.end <= len(text)
        assert all(person.active for person in found.people)
