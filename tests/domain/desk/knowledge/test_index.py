"""The clause that answers a question is found, and nothing where there is none."""

from bot.domain.desk.knowledge.in_use import shipped_index
from bot.domain.desk.knowledge.index import Index
from bot.domain.desk.knowledge.passage import Passage, Source
from tests.domain.desk.knowledge.questions import counted, questions

OWN = Source("食堂", "食堂规定", own=True)


def index(*bodies: str) -> Index:
    return Index(Passage(OWN, str(number), "", body) for number, body in enumerate(bodies, 1))


def test_questions_find_their_clause_and_nothing_is_made_up() -> None:
    asked = questions("policy_questions.txt")
    answerable = [each for each in asked if each.answers]
    first, shown, made_up = counted(asked, shipped_index())
    assert (len(answerable), len(asked) - len(answerable)) == (106, 50)
    assert first >= 0.88 * len(answerable), first
    assert shown >= first
    assert made_up == 0


def test_the_best_comes_first_and_what_is_near_beside_it() -> None:
    found = index("早餐七点到八点半", "午餐十一点半到一点，午餐可以打包", "晚餐五点半到七点").find("午餐能打包吗")
    assert [hit.passage.place for hit in found] == ["2"]


def test_what_nothing_is_said_of_finds_nothing() -> None:
    known = index("早餐七点到八点半", "晚餐五点半到七点")
    assert known.find("班车几点发车") == ()
    assert known.find("") == ()
    assert known.find("？？？！！") == ()
    assert Index([]).find("早餐") == ()


def test_letters_and_digits_are_words() -> None:
    assert index("VPN 用工号登录", "邮箱用姓名登录").find("vpn 怎么登录")[0].passage.place == "1"


def test_a_long_line_is_looked_at_up_to_its_limit() -> None:
    assert index("早餐七点到八点半").find("早餐七点" + "？" * 1_000_000)
