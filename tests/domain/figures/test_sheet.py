"""What is told of a column, of its sum and of its kinds."""

from bot.domain.figures.sheet import FEW, HIDDEN, Column, Counted, Part, Tally, told

PERSONAL, PLAIN = Column("违规"), Column("隐患", personal=False)


def of(*values: int, column: Column = PERSONAL, staff: int = 20, **other: object) -> Counted:
    parts = tuple(Part(f"{number}部", staff, (Tally(value, value),)) for number, value in enumerate(values))
    whole = sum(values)
    return Counted((column,), (Tally(whole, whole),), staff * len(values), parts, **other)  # type: ignore[arg-type]


def test_a_small_one_is_hidden_and_with_it_what_it_would_follow_from() -> None:
    sheet = told(of(7, 3, 12), is_whole=True)
    assert [row.cells for row in sheet.rows] == [(HIDDEN,), (HIDDEN,), ("12",)]
    assert (sheet.total, sheet.sums, sheet.hides) == (("22",), (22,), True)


def test_of_the_whole_company_a_small_sum_is_told_and_of_a_department_it_is_not() -> None:
    assert told(of(1, 0, 0), is_whole=True).total == ("1",)
    assert told(of(1, 0, 0), is_whole=False).total == (FEW,)
    assert told(of(1, 0, 0), is_whole=False).sums == (None,)
    assert told(of(3), is_whole=True).total == (FEW,)  # its only department's


def test_things_are_told_as_they_are() -> None:
    sheet = told(of(1, 3, column=PLAIN), is_whole=False)
    assert [row.cells for row in sheet.rows] == [("1",), ("3",)]
    assert (sheet.total, sheet.hides) == (("4",), False)


def test_days_that_are_not_over_have_a_sum_alone() -> None:
    assert told(of(7, 9), is_whole=True, with_parts=False).rows == ()


def test_kinds_are_hidden_where_they_are_sensitive_or_of_a_part() -> None:
    kinds = (("病假", Tally(2, 2)), ("年假", Tally(9, 9)), ("事假", Tally(6, 6)))
    assert [row.cells for row in told(of(9, 8, kinds=kinds), is_whole=True).kinds] == [("2",), ("9",), ("6",)]
    hidden = [("年假", ("9",)), ("其余 2 类", (HIDDEN,))]  # that somebody was ill isn't told either
    sensitive, of_a_part = (
        told(of(9, 8, kinds=kinds, sensitive=True), is_whole=True),
        told(of(9, 8, kinds=kinds), is_whole=False),
    )
    assert [(row.name, row.cells) for row in sensitive.kinds] == hidden
    assert [(row.name, row.cells) for row in of_a_part.kinds] == hidden


def test_where_the_sum_is_not_told_its_kinds_are_not() -> None:
    assert told(of(2, 0, kinds=(("广告", Tally(2, 2)),)), is_whole=False).kinds == ()


def test_who_is_missing_is_hidden_like_who_is_there() -> None:
    parts = tuple(Part(name, 20, (Tally(yes, yes, 20),)) for name, yes in (("甲", 18), ("乙", 12), ("丙", 20)))
    sheet = told(Counted((Column("已确认"),), (Tally(50, 50, 60),), 60, parts), is_whole=True)
    assert [row.cells for row in sheet.rows] == [(HIDDEN,), (HIDDEN,), ("20/20",)]
