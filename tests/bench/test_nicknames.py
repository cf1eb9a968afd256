"""The figures come out, and speak of the company that was asked for."""

from bench.nicknames import company, figures


def test_figures_for_a_small_company() -> None:
    first, whole, stored = figures(500)
    assert (first.name, whole.name, stored.name) == ("nicknames.first", "nicknames.audit", "nicknames.stored")
    assert 5 < whole.more["wrong"] < 100


def test_the_same_company_each_time() -> None:
    one, other = company(50)[1], company(50)[1]
    assert [known.nickname for _, known in one] == [known.nickname for _, known in other]
