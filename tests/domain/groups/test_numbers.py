"""Numbers of groups are told apart by their letters, from each other's and from everybody else's."""

import re

from bot.domain.groups.numbers import Series
from bot.domain.safety.accidents.reports import PREFIX

ELSEWHERE = {"RQ", "QJ", "YH", "WG", "GG", PREFIX}  # requests, leave, hazards, violations, notices, accidents


def test_no_two_are_alike() -> None:
    letters = [member.value for member in Series.__members__.values()]
    assert len(set(letters)) == len(letters)
    assert ELSEWHERE.isdisjoint(letters)
    assert all(re.fullmatch("[A-Z]{2}", each) for each in letters)
