"""A pack's file as an operator writes it: everything that is wrong is said at once, with its line."""

from contextlib import suppress
from datetime import date, timedelta

import pytest

from bot.domain.moderation.categories import Severity
from bot.domain.moderation.findings import UnreadablePack
from bot.domain.moderation.pack import Decay, Repeat, StepKind
from bot.domain.moderation.reading import Usual, read_pack
from bot.domain.moderation.shelf import shipped_texts
from bot.domain.rights import Role

OWN = """\
id = "SC"
name = "员工手册"
document = "员工手册（2026）"
version = "2026"
since = 2026-02-01

[procedure]
discussed = 2026-01-05
consulted = 2026-01-12
published = 2026-01-20
ack = 96

[forbids]
C15 = ["SC§3.2"]

[[steps]]
key = "talk"
name = "谈话"
kind = "education"
clause = "SC§8.1"
decides = ["group_admin"]

[[steps]]
key = "out"
name = "移出"
kind = "remove"
clause = "SC§8.2"
decides = ["group_admin"]

[ladder]
mild = ["talk", "out"]
"""


def said(text: str) -> list[str]:
    with pytest.raises(UnreadablePack) as refused:
        read_pack(text)
    return [each.said for each in refused.value.findings]


def test_a_company_reads_its_own() -> None:
    pack = read_pack(OWN)
    assert [each.name for each in pack.steps_for(Severity.MILD)] == ["谈话", "移出"]
    assert pack.steps_for(Severity.CRITICAL) == ()
    assert not pack.procedure.missing
    assert pack.procedure.binds(date(2026, 1, 20))
    assert not pack.procedure.binds(date(2026, 1, 19))
    assert not pack.is_in_force(date(2026, 1, 31))
    assert (pack.window, pack.repeat, pack.decay) == (timedelta(days=180), Repeat.SAME, Decay.RESTART)


def test_what_the_company_says_holds_where_the_text_is_silent() -> None:
    usual = Usual(timedelta(days=365), appeal_days=5, answer_days=7)
    assert read_pack(OWN, usual).window == timedelta(days=365)
    assert read_pack(f"window_days = 90\n{OWN}", usual).window == timedelta(days=90)
    assert read_pack(OWN, usual).appeal_days == 5


def test_what_an_appeal_puts_off() -> None:
    assert read_pack(OWN).pauses == ()
    assert read_pack(f'pauses = ["mute"]\n{OWN}').pauses == (StepKind.MUTE,)
    assert said(f'pauses = ["warning"]\n{OWN}') == [
        "第 1 行：pauses 写了 warning，申诉时停不下来。可以写 mute、remove、suspend_account。"
    ]


def test_all_that_is_wrong_is_said_at_once_in_the_order_of_the_lines() -> None:
    broken = (
        OWN.replace('kind = "education"', 'kind = "talk"')
        .replace("ack = 96", "ack = 960")
        .replace('C15 = ["SC§3.2"]', 'C77 = ["D8§3.2"]')
        .replace('mild = ["talk", "out"]', 'mild = ["tlak"]\nsevere = ["out"]')
        .replace('name = "员工手册"\n', "")
    )
    assert [(line.partition("。")[0]) for line in said(broken)] == [
        "第 1 行：没有写 name",
        "第 10 行：ack 写了 960",
        "第 13 行：C77 不能写在这里",
        "第 13 行：条款写了「D8§3.2」",
        "第 18 行：kind 写了「talk」",
        "第 29 行：没有写哪种轻重用哪种办法",
        "第 30 行：mild 里的「tlak」没有这一节 [[steps]]",
        "第 31 行：不认识 severe",
    ]
    assert said(broken)[4].endswith(
        "只能写 education、warning、notice、mute、remove、restrict、suspend_account、hr_case、legal。"
    )


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ('key = "out"', 'key = "talk"', "第 24 行：「talk」写了两遍。换一个 key。"),
        ("since = 2026-02-01", 'since = "2026-02-01"', "第 5 行：since 不是日期。写成 2026-01-31 这样，不加引号。"),
        (
            "since = 2026-02-01",
            "since = 2026-02-01\nuntil = 2026-01-01",
            "第 6 行：until 早于 since。改成先生效、后失效。",
        ),
        ('decides = ["group_admin"]\n\n[[', "decides = []\n\n[[", "没有写 decides"),
        ('decides = ["group_admin"]\n\n[[', 'decides = ["employee"]\n\n[[', "decides 写了 employee，没有这个角色"),
        ('kind = "remove"', 'kind = "suspend_account"', "第 23 行：「移出」一个人就能定。停用账号至少两个人同意"),
        ('kind = "remove"', 'kind = "hr_case"\nfine = true', "「移出」是罚款，却没有写动工资"),
        (
            'kind = "remove"',
            'kind = "hr_case"\nfine = true\ntouches = "pay"',
            "「移出」有的地方不能用",
        ),
        (
            'kind = "remove"',
            'kind = "remove"\noff_in = ["广东"]\ninstead = "out"',
            "代替「移出」的「移出」自己",
        ),
        ('kind = "remove"', 'kind = "remove"\ncorrects = 1', "第 27 行：corrects 写得不对。只能写 true 或 false。"),
        ('version = "2026"', "version = 2026", '第 4 行：version 写得不对。要写成带引号的文字："…"。'),
        ('version = "2026"', 'version = "2026"\nregion = ["上海"]', "第 5 行：不认识 region。是不是想写 regions。"),
        ('version = "2026"', 'version = "2026"\nregions = [1]', "第 5 行：regions 里有一项不是文字：1。"),
        ('version = "2026"', 'version = "2026"\nrewards = "五.1"', "第 5 行：条款写了「五.1」。写成 SC§条号"),
        ('version = "2026"', 'version = "2026', "第 4 行：不合 TOML 的写法。看引号、方括号和等号是否成对。"),
        ("[procedure]", "[[procedure]]", "procedure 写得不对。要写成一节，用 [procedure] 开头。"),
    ],
)
def test_one_mistake(before: str, after: str, line: str) -> None:
    assert line in "\n".join(said(OWN.replace(before, after, 1)))


@pytest.mark.parametrize(
    "text", ["", "[", "id = 1", "steps = 3", "[[ladder]]", "[forbids]\nC01 = 3", "[[steps]]\n[[steps]]"]
)
def test_whatever_is_written_is_answered(text: str) -> None:
    assert said(text)


@pytest.mark.parametrize("junk", ["1", "-1", "99999999999", '""', '"x"', "[]", "[[]]", "{}", "true", "1.5", "09:00:00"])
def test_any_value_anywhere_is_read_or_refused_with_a_line(junk: str) -> None:
    lines = OWN.splitlines()
    for number, line in enumerate(lines):
        if " = " in line:
            changed = [*lines[:number], f"{line.partition(' = ')[0]} = {junk}", *lines[number + 1 :]]
            with suppress(UnreadablePack):
                assert read_pack("\n".join(changed)).steps


def test_a_copy_of_what_comes_along_is_readable() -> None:
    assert [read_pack(text).id for text in shipped_texts()]


@pytest.mark.parametrize(
    ("was", "written", "expected"),
    [
        ('id = "SC"', 'id = "HB"', "第 1 行：id 是 HB，条款却都写 SC§。把条款里的 SC§ 全换成 HB§，或者把 id 改回 SC。"),
        ('id = "SC"', 'id = "S C"', "第 1 行：id 写了「S C」。用字母开头，只用字母、数字、- 和 _，"),
        ('id = "SC"', 'id = "手册"', "第 1 行：id 写了「手册」。用字母开头，"),
        ('"SC§8.1"', '"HB§8.1"', "第 20 行：条款写了「HB§8.1」。写成 SC§条号，例如 SC§10.2。"),
        ('"SC§8.1"', '""', "第 20 行：第 1 节 [[steps]] clause 是空的。补上。"),
        ('name = "员工手册"', 'name = " "', "第 2 行：name 是空的。补上。"),
    ],
)
def test_one_mistake_is_one_line(was: str, written: str, expected: str) -> None:
    """Also where a copy got an id of its own and its clauses didn't."""
    (found,) = said(OWN.replace(was, written))
    assert found.startswith(expected)


def test_who_hears_of_it_is_read_and_never_of_what_is_of_human_resources_alone() -> None:
    told = OWN.replace("[[steps]]", '[tells]\nC15 = ["security"]\n\n[[steps]]', 1)
    assert read_pack(told).tells == {"C15": (Role.SECURITY,)}
    for line, said in (
        ('C17 = ["security"]', "不通报"),
        ('C98 = ["security"]', "不能写"),
        ('C15 = ["nobody"]', "nobody"),
    ):
        with pytest.raises(UnreadablePack) as caught:
            read_pack(told.replace('C15 = ["security"]', line))
        assert any(said in f"{each.what}{each.then}" for each in caught.value.findings)
