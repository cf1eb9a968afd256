"""A command that names its group is a right over that group, wherever the line is typed."""

import pytest

from bot.discovery import find_commands
from bot.errors import Code, UserError
from bot.files.company import load
from bot.shapes.arguments import Scene
from bot.understanding.understand import Understood, may_use, understand
from tests.chat import SAMPLE_COMPANY

FILE, BOOK = load(SAMPLE_COMPANY), find_commands()
REPORT = BOOK.by_name["昵称报告"]


def asked(who: str, line: str, room: str | None = None) -> str:
    (sender,) = FILE.company.named(who)
    group = next((each for each in FILE.company.groups if each.name == room), None)
    scene = Scene(sender, FILE.company, FILE.now, in_group=room is not None, group=group)
    try:
        understood = understand(line, scene, BOOK)
    except UserError as error:
        return error.code.value
    assert isinstance(understood, Understood)
    assert understood.authority
    return understood.authority.label


@pytest.mark.parametrize(
    ("who", "line", "room", "outcome"),
    [
        ("郑群", "/昵称报告 项目A工作群", None, "群管理员"),
        ("郑群", "/昵称报告", "项目A工作群", "群管理员"),
        ("郑群", "/昵称报告 集团工作群", None, Code.NO_PERMISSION),
        ("郑群", "/昵称报告 集团工作群", "项目A工作群", Code.NO_PERMISSION),
        ("郑群", "/昵称报告 项目A工作群", "集团工作群", "群管理员"),
        ("李娜", "/昵称报告 项目A工作群", None, "人力资源"),
        ("吴管", "/昵称报告 项目A工作群", None, "企业微信管理员"),
        ("张三", "/昵称报告 项目A工作群", None, Code.NO_PERMISSION),
        ("张三", "/昵称报告", "项目A工作群", Code.NO_PERMISSION),
        ("郑群", "/昵称报告", None, Code.MISSING_ARG),
    ],
)
def test_whoever_looks_after_it(who: str, line: str, room: str | None, outcome: str) -> None:
    assert asked(who, line, room) == outcome


def test_whoever_looks_after_none_is_not_offered_it() -> None:
    admin, employee = FILE.company.named("郑群")[0], FILE.company.named("张三")[0]
    assert may_use(REPORT, admin, FILE.company, None)
    assert not may_use(REPORT, employee, FILE.company, None)
    subscribing = BOOK.by_name["订阅"]
    assert not may_use(subscribing, admin, FILE.company, None), "it is about the group that it is typed in"


@pytest.mark.parametrize(
    ("line", "confirmed"),
    [
        ("/昵称报告 项目A工作群\n生产部-张三", False),
        ("/昵称报高 项目A工作群", False),
        ("/昵称报高 项目A工作群\n生产部-张三", True),
    ],
)
def test_what_is_kept_by_a_guess_is_confirmed(line: str, *, confirmed: bool) -> None:
    """A report is only read; the list that is pasted below it stays."""
    (sender,) = FILE.company.named("郑群")
    understood = understand(line, Scene(sender, FILE.company, FILE.now), BOOK)
    assert isinstance(understood, Understood)
    assert understood.needs_confirm is confirmed
