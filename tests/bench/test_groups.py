"""The figures come out, for a company of the size that was asked for."""

from bench.groups import QUESTIONS, figures, large_company


async def test_a_figure_for_the_first_and_two_for_each_question() -> None:
    found = [each async for each in figures(300, 20, asked=3)]
    assert [each["name"] for each in found][:3] == ["groups.first", "groups.mygroups.p50", "groups.mygroups.p99"]
    assert len(found) == 1 + 2 * len(QUESTIONS)
    assert all(isinstance(each["value"], float) and each["value"] > 0 for each in found)


def test_some_groups_hold_everybody() -> None:
    known = large_company(300, 20)
    assert sorted(len(group.members) == 300 for group in known.groups) == [False] * 17 + [True] * 3
