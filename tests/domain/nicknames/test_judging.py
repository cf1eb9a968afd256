"""D7§7: 部门-姓名, executives by their plain name."""

import re
from datetime import timedelta
from pathlib import Path
from time import thread_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.nicknames.checking import check
from bot.domain.nicknames.judging import LONGEST, judge
from bot.domain.nicknames.verdicts import FINE, Fault, NicknameResult
from bot.errors import Code, UserError
from bot.identifiers import UserId
from tests.domain.nicknames.company import COMPANY, NOW, PEOPLE

CASES = (Path(__file__).parent / "cases.txt").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(part.strip() for part in f"{line} ".split(" | ")) for line in CASES if not line.startswith("#")]
REGISTER = COMPANY.register
ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\U([0-9a-f]{8})")


def plain(written: str) -> str:
    return ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), written)


@pytest.mark.parametrize(("who", "nickname", "outcome", "suggest"), ROWS, ids=lambda part: part)
def test_a_nickname_is_judged(who: str, nickname: str, outcome: str, suggest: str) -> None:
    person = COMPANY.person(UserId(who))
    assert person
    verdict = judge(plain(nickname), person, REGISTER, NOW)
    assert (verdict.outcome.value, verdict.suggest or "-") == (outcome, suggest)


def test_every_outcome_is_in_the_table() -> None:
    assert {outcome for _, _, outcome, _ in ROWS} | {"too_long"} == {each.value for each in (*NicknameResult, *Fault)}


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.user_id)
def test_what_is_suggested_is_itself_fine(person) -> None:  # type: ignore[no-untyped-def]
    verdict = judge(REGISTER.proper(person), person, REGISTER, NOW)
    assert verdict.outcome in {NicknameResult.OK, NicknameResult.EXECUTIVE}
    assert judge(f" {REGISTER.proper(person)} ", person, REGISTER, NOW).is_fine


@pytest.mark.parametrize(
    ("nickname", "code", "sentence"),
    [
        ("品牌部-张三", Code.UNKNOWN_DEPT, "没有「品牌部」这个部门，你在生产部。可以改成：生产部-张三。"),
        ("HR-张三", Code.NICK_INVALID, "你在生产部，不在行政人事部。可以改成：生产部-张三。"),
        ("生产部-张三💥", Code.NICK_INVALID, "昵称须用真实姓名，不能有表情或特殊符号。可以改成：生产部-张三。"),
        ("张总", Code.NICK_INVALID, "昵称须用真实姓名，不能用称呼或职务代替。可以改成：生产部-张三。"),
        ("傻bi", Code.NICK_INVALID, "昵称里有不合适的字词，须用真实姓名。可以改成：生产部-张三。"),
        ("赵囯强", Code.IMPERSONATION, "这样写会被当成别人，请用你自己的姓名。可以改成：生产部-张三。"),
        ("生产部-" + "张" * 6000, Code.NICK_INVALID, "昵称太长了。可以改成：生产部-张三。"),
    ],
)
def test_what_cannot_be_is_refused_with_the_right_one(nickname: str, code: Code, sentence: str) -> None:
    person = COMPANY.person(UserId("zhangsan"))
    assert person
    with pytest.raises(UserError) as refused:
        check(nickname, person, REGISTER, NOW)
    assert (refused.value.code, refused.value.sentence) == (code, sentence)
    assert refused.value.suggest == "生产部-张三"


def test_a_former_department_may_stand_for_seven_days() -> None:
    person = COMPANY.person(UserId("changed"))
    assert person
    late = NOW + timedelta(days=4)
    assert judge("生产部-卢新", person, REGISTER, late - timedelta(seconds=1)).is_fine
    assert judge("生产部-卢新", person, REGISTER, late).outcome is Fault.WRONG_DEPT


def test_whose_name_it_is_is_known_and_not_said() -> None:
    person = COMPANY.person(UserId("zhangsan"))
    assert person
    assert judge("李四", person, REGISTER, NOW).victims == ("lisi",)
    with pytest.raises(UserError) as refused:
        check("马云飞", person, REGISTER, NOW)
    assert "马云飞" not in refused.value.sentence


_PIECES = st.sampled_from(
    [
        *"-·／ 　()（）张三李四总12+@vV💥\u200b\u0301",
        "生产部",
        "研发部",
        "刘洋",
        "0086",
        "赵国强",
        "弓长",
        "sha",
        "HR",
        "经理",
        "微信",
    ]
)
_TEXTS = st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=12).map("".join))


@given(_TEXTS, st.sampled_from(PEOPLE))
@settings(max_examples=300, deadline=None)
def test_nothing_breaks_it_and_every_verdict_can_be_acted_on(nickname: str, person) -> None:  # type: ignore[no-untyped-def]
    verdict = judge(nickname, person, REGISTER, NOW)
    assert verdict.suggest or verdict.outcome in FINE
    if verdict.suggest:
        assert judge(verdict.suggest, person, REGISTER, NOW).is_fine
    if isinstance(verdict.outcome, Fault):
        with pytest.raises(UserError):
            check(nickname, person, REGISTER, NOW)


@pytest.mark.parametrize(
    "piece", ["张", "a ", "生产部-", "弓长", "1", "💥", "(", "\u0301", "傻b", "赵国", "一三八", "@a", "研发部 "]
)
def test_no_text_is_slow(piece: str) -> None:
    """As much as a message may hold; the bound is generous, and still a tenth of what a square would take."""
    nickname = (piece * 2048)[:LONGEST]
    person = COMPANY.person(UserId("zhangsan"))
    assert person
    judge(nickname, person, REGISTER, NOW)
    begun = thread_time()
    for text in (nickname, piece * 2048):
        judge(text, person, REGISTER, NOW)
    assert thread_time() - begun < 0.05
