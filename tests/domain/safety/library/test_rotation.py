from bot.domain.safety.hazards.hazard import HazardKind
from bot.domain.safety.library.reading import shipped
from bot.domain.safety.library.rotation import Wish, take_turn
from bot.domain.safety.library.topic import Kind, Site

LIBRARY = shipped()


def turns(wish: Wish, number: int, reader: str = "projecta") -> list[str]:
    seen: list[str] = []
    for _ in range(number):
        topic = take_turn(LIBRARY, wish, seen, reader)
        assert topic
        seen.append(topic.key)
    return seen


def test_none_comes_back_before_all_were_there() -> None:
    wish = Wish(11, kinds=frozenset({Kind.CASE}))
    fitting = [each.key for each in LIBRARY.values() if wish.fits(each)]
    seen = turns(wish, 2 * len(fitting))
    assert sorted(seen[: len(fitting)]) == sorted(fitting) == sorted(seen[len(fitting) :])


def test_what_the_season_asks_for_comes_first_and_nothing_out_of_season() -> None:
    assert LIBRARY[turns(Wish(7), 1)[0]].months
    assert not any(LIBRARY[key].months and 12 not in LIBRARY[key].months for key in turns(Wish(12), len(LIBRARY) // 2))


def test_two_groups_are_not_taught_the_same_and_one_is_always() -> None:
    wish = Wish(3, types=frozenset({HazardKind.FIRE}))
    assert turns(wish, 5, "projecta") == turns(wish, 5, "projecta")
    assert turns(wish, 5, "projecta") != turns(wish, 5, "headquarters")


def test_an_office_hears_nothing_of_scaffolding() -> None:
    seen = turns(Wish(3, sites=frozenset({Site.OFFICE})), 60)
    assert not any(LIBRARY[key].sites and Site.OFFICE not in LIBRARY[key].sites for key in seen)


def test_nothing_where_nothing_fits() -> None:
    assert take_turn({}, Wish(3), (), "projecta") is None
