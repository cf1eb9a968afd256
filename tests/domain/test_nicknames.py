"""D7§7: 部门-姓名, executives by their plain name."""

import pytest

from bot.company_file import load
from bot.domain.nicknames import NicknameResult, check, proper_nickname, same_name
from bot.errors import Code, UserError
from bot.identifiers import UserId
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company
R = NicknameResult


@pytest.mark.parametrize(
    ("who", "nickname", "result", "suggest"),
    [
        ("zhangsan", "生产部-张三", R.OK, None),
        ("zhangsan", " 生产部-张三 ", R.OK, None),
        ("zhangsan", "生产部－张三", R.NORMALIZED, "生产部-张三"),
        ("zhangsan", "生产部 张三", R.NORMALIZED, "生产部-张三"),
        ("zhangsan", "生产部·张三", R.NORMALIZED, "生产部-张三"),
        ("zhangsan", "生产部张三", R.NORMALIZED, "生产部-张三"),
        ("zhangsan", "张三", R.MISSING_DEPT, "生产部-张三"),
        ("zhangsan", "生产部-三哥", R.NOT_REAL_NAME, "生产部-张三"),
        ("zhangsan", "三哥", R.NOT_REAL_NAME, "生产部-张三"),
        ("lina", "人事部-李娜", R.NORMALIZED, "行政人事部-李娜"),
        ("lina", "行政人事部-李娜", R.OK, None),
        ("lina", "hr-李娜", R.NORMALIZED, "行政人事部-李娜"),
        ("ouyangjing", "财务部欧阳静", R.NORMALIZED, "财务部-欧阳静"),
        ("abdulla", "生产部-阿卜杜拉·买买提", R.OK, None),
        ("abdulla", "生产部-阿卜杜拉•买买提", R.NORMALIZED, "生产部-阿卜杜拉·买买提"),
        ("david.chen", "研发部-david  chen", R.NORMALIZED, "研发部-David Chen"),
        ("david.chen", "研发部-小D", R.NOT_REAL_NAME, "研发部-David Chen"),
        ("zhaoguoqiang", "赵国强", R.EXECUTIVE, None),
        ("sunli", "营销部-孙丽", R.HINT, "孙丽"),
        ("liuyang0213", "生产部-刘洋", R.DUPLICATE_NAME, "生产部-刘洋0213"),
        ("liuyang0213", "生产部-刘洋0213", R.OK, None),
    ],
)
def test_a_nickname_is_judged(who: str, nickname: str, result: R, suggest: str | None) -> None:
    person = COMPANY.person(UserId(who))
    assert person
    verdict = check(nickname, person, COMPANY)
    assert (verdict.result, verdict.suggest) == (result, suggest)


@pytest.mark.parametrize(
    ("who", "nickname", "code"),
    [
        ("zhangsan", "品牌部-张三", Code.UNKNOWN_DEPT),
        ("zhangsan", "财务部-张三", Code.NICK_INVALID),
        ("zhangsan", "生产部-张三💥", Code.NICK_INVALID),
        ("zhangsan", "生产部-" + "张" * 6000, Code.NICK_INVALID),
        ("zhangsan", "生产部-李四", Code.IMPERSONATION),
        ("zhangsan", "赵国强", Code.IMPERSONATION),
        ("liuyang0213", "生产部-刘洋0086", Code.IMPERSONATION),
    ],
)
def test_what_cannot_be_is_refused_with_the_right_one(who: str, nickname: str, code: Code) -> None:
    person = COMPANY.person(UserId(who))
    assert person
    with pytest.raises(UserError) as refused:
        check(nickname, person, COMPANY)
    assert refused.value.code is code
    assert refused.value.suggest == proper_nickname(person, COMPANY)
    assert refused.value.suggest in refused.value.sentence


@pytest.mark.parametrize("person", COMPANY.people, ids=lambda person: person.user_id)
def test_what_is_suggested_is_itself_fine(person) -> None:  # type: ignore[no-untyped-def]
    verdict = check(proper_nickname(person, COMPANY), person, COMPANY)
    assert verdict.result in {R.OK, R.EXECUTIVE}


def test_names_are_compared_as_people_do() -> None:
    assert same_name("ＤＡＶＩＤ  chen", "David Chen")
    assert same_name("阿卜杜拉.买买提", "阿卜杜拉·买买提")
    assert not same_name("张三", "张三丰")
