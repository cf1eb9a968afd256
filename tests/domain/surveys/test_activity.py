from bot.domain.surveys.activity import standing
from bot.identifiers import UserId

PEOPLE = [UserId(each) for each in "abcd"]


def test_who_comes_first_has_a_place() -> None:
    found = standing(PEOPLE, 3)
    assert found.coming == ("a", "b", "c")
    assert found.waiting == ("d",)
    assert standing(PEOPLE, None).waiting == ()
    assert standing([], 3).both == ()
