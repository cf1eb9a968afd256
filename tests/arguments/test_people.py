"""Somebody named in a line, and the words that are left."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.arguments.people import MOST, PersonNamed
from bot.domain.company import Company
from bot.domain.people import Department, Person
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.shapes.arguments import Words
from tests.arguments.reading import FILE, read, refused, scene


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("@张三 2小时 刷广告", "张三", "2小时 刷广告"),
        ("张三 2小时 刷广告", "张三", "2小时 刷广告"),
        ("2小时 ＠张三 刷广告", "张三", "2小时 刷广告"),
        ("@生产部-张三 2小时", "张三", "2小时"),
        ("郑群 自己天天发广告", "郑群", "自己天天发广告"),
        ("11.23-11.27我出差，让郑群代我审批", "郑群", "11.23-11.27我出差，让 代我审批"),
        ("何苗 在项目A工作群发赌博链接", "何苗", "在项目A工作群发赌博链接"),
        ("@刘洋(0086) 1小时", "刘洋(0086)", "1小时"),
        ("刘洋 0213 刷屏", "刘洋(0213)", "刷屏"),
        ("@david chen 半天", "David Chen", "半天"),
        ("我 明天", "王强", "明天"),
        ("我自己", "王强", ""),
    ],
)
def test_somebody_is_read(text: str, name: str, left: str) -> None:
    found, rest = read(PersonNamed, text)
    assert found.explained() == {"target": name}
    assert found.guess is None
    assert rest == left


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("王经理", "对方是生产部的王强"),
        ("zs 1小时", "对方是生产部的张三"),
        ("章三", "对方是生产部的张三"),
        ("阿卜杜拉 1小时", "对方是生产部的阿卜杜拉·买买提"),
    ],
)
def test_a_guess_says_so(text: str, guess: str) -> None:
    assert read(PersonNamed, text)[0].guess == guess


@pytest.mark.parametrize("text", ["刷屏 1小时", "广告", "", "1小时", "我们部门"])
def test_nobody_is_read(text: str) -> None:
    assert read(PersonNamed, text) == (None, text)


def test_two_of_one_name_are_a_question() -> None:
    error = refused(PersonNamed, "让刘洋代我审批")
    assert error.code is Code.AMBIGUOUS_PERSON
    assert [each.name for each in error.candidates] == ["刘洋(0086)", "刘洋(0213)"]
    assert error.typed == "刘洋"
    assert error.sentence == "「刘洋」是哪一位？生产部的刘洋(0086)、生产部的刘洋(0213)。"


def test_what_is_put_in_its_place_is_read_without_doubt() -> None:
    text = "@刘洋 1小时 刷屏"
    error = refused(PersonNamed, text)
    for candidate in error.candidates:
        again, left = read(PersonNamed, text.replace(error.typed, candidate.written, 1))
        assert (again.name, again.guess, left) == (candidate.name, None, "1小时 刷屏")


def test_a_title_that_fits_several_is_a_question() -> None:
    error = refused(PersonNamed, "李师傅")
    assert error.code is Code.AMBIGUOUS_PERSON
    assert [each.shown for each in error.candidates] == [
        "李四 生产部",
        "李娜 行政人事部",
    ]  # the asker's colleague first


@pytest.mark.parametrize(
    ("text", "sentence", "suggest"),
    [
        ("@张三丰 1小时", "通讯录里没有找到「张三丰」。请写对方的全名，或加上部门，例如：生产部-张三。", None),
        ("@张山", "通讯录里没有找到「张山」。你找的是生产部的张三吗？请写全名再发一次。", "张三"),
        ("研发部张三", "通讯录里没有找到「研发部张三」。你找的是生产部的张三吗？请写全名再发一次。", "张三"),
        ("张飞 1小时", "通讯录里没有找到「张飞」。请写对方的全名，或加上部门，例如：生产部-张三。", None),
    ],
)
def test_nobody_bears_that_name(text: str, sentence: str, suggest: str | None) -> None:
    error = refused(PersonNamed, text)
    assert (error.code, error.sentence, error.suggest) == (Code.NOT_FOUND, sentence, suggest)


def test_an_at_in_a_group_means_who_is_in_it() -> None:
    project = next(group for group in FILE.company.groups if group.name == "项目A工作群")
    one_left = replace(project, members=project.members - {UserId("liuyang0213")})
    company = replace(FILE.company, groups=(one_left,))
    found, _ = read(PersonNamed, "@刘洋 1小时", scene("郑群", "项目A工作群", company))
    assert (found.name, found.guess) == ("刘洋(0086)", "对方是生产部的刘洋(0086)")
    assert refused(PersonNamed, "刘洋 1小时", scene("郑群", "项目A工作群", company)).code is Code.AMBIGUOUS_PERSON


def _namesakes(count: int, numbers: str = "1{:05}") -> Company:
    people = (Person(UserId(f"u{each}"), "王伟", 2, staff_no=numbers.format(each)) for each in range(count))
    return Company(people=tuple(people), departments=(Department(1, "公司"), Department(2, "生产部", 1)))


def test_too_many_to_choose_from_are_not_listed() -> None:
    error = refused(PersonNamed, "@王伟", scene(None, company=_namesakes(MOST + 1)))
    assert (error.code, len(error.candidates)) == (Code.AMBIGUOUS_PERSON, MOST)
    assert error.sentence == "「王伟」是哪一位？"


def test_where_tails_are_equal_too_the_whole_number_tells() -> None:
    company = _namesakes(2, "{}0086")
    error = refused(PersonNamed, "王伟", scene(None, company=company))
    assert [each.name for each in error.candidates] == ["王伟(00086)", "王伟(10086)"]
    assert read(PersonNamed, "王伟(10086)", scene(None, company=company))[0].person.user_id == "u1"


def test_a_command_may_call_it_by_another_word() -> None:
    class Deputy(PersonNamed):
        key = "deputy"

    assert read(Deputy, "让郑群代我审批")[0].explained() == {"deputy": "郑群"}


@given(st.text(alphabet=st.sampled_from("张三刘洋@（)()生产部-· 0086让zhangs我"), max_size=40))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    words, error = Words(text), None
    try:
        found = PersonNamed.read(words, scene())
    except UserError as raised:
        found, error = None, raised
    assert found or error or words.left == text
    assert error is None or (error.typed in text and error.sentence.endswith(("。", "？")))
