"""The rules of a matter come last, before anything is confirmed, and after the rights over the group it names."""

from dataclasses import replace

import pytest

from bot.arguments.groups import GroupNamed
from bot.arguments.reason import Reason
from bot.domain.company import Company
from bot.domain.rights import Role
from bot.errors import Code, UserError
from bot.files.company import load
from bot.identifiers import UserId
from bot.shapes.arguments import Scene
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.understand import understand
from tests.chat import SAMPLE_COMPANY

COMPANY: Company = load(SAMPLE_COMPANY).company
NOW = load(SAMPLE_COMPANY).now


def _never(scene: Scene, group: GroupNamed, reason: Reason) -> None:
    raise UserError(Code.NOT_ELIGIBLE, "不符合条件。")


@command(
    "收拾",
    summary="收拾一个群",
    audience=frozenset({Role.GROUP_ADMIN}),
    destructive=True,
    rules=_never,
    instead="请找群管理员。",
)
async def tidy(ctx: Context, group: GroupNamed, reason: Reason) -> Reply:
    return Reply("好了。")


BOOK = CommandBook((tidy,))


@pytest.mark.parametrize(
    ("who", "line", "code"),
    [
        ("zhangsan", "/收拾 项目A工作群 太乱", Code.NO_PERMISSION),
        ("fengxiao", "/收拾 项目A工作群", Code.NO_PERMISSION),  # what is missing is not asked of who may not
        ("zhengqun", "/收拾 项目A工作群", Code.MISSING_ARG),
        ("zhengqun", "/收拾 没有的群 太乱", Code.NOT_FOUND),
        ("zhengqun", "/收拾 项目A工作群 太乱", Code.NOT_ELIGIBLE),
    ],
)
def test_the_order_of_refusals(who: str, line: str, code: Code) -> None:
    scene = Scene(COMPANY.person(UserId(who)), COMPANY, NOW)
    with pytest.raises(UserError) as refused:
        understand(line, scene, BOOK)
    assert refused.value.code is code
    assert refused.value.command == "收拾"


def test_who_may_not_is_told_what_to_do_instead() -> None:
    for who in ("zhangsan", "fengxiao"):
        with pytest.raises(UserError, match=r"请找群管理员。$"):
            understand("/收拾 项目A工作群 太乱", Scene(COMPANY.person(UserId(who)), COMPANY, NOW), BOOK)


def test_without_rules_nothing_is_refused() -> None:
    scene = Scene(COMPANY.person(UserId("zhengqun")), COMPANY, NOW)
    understood = understand("/收拾 项目A工作群 太乱", scene, CommandBook((replace(tidy, rules=None),)))
    assert understood.needs_confirm  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("line", "code"),
    [("我想收拾屋子", Code.UNKNOWN_COMMAND), ("我想收拾", Code.MISSING_ARG), ("/收拾 屋子", Code.MISSING_ARG)],
)
def test_a_guess_that_finds_nothing_it_needs_was_none(line: str, code: Code) -> None:
    scene = Scene(COMPANY.person(UserId("zhengqun")), COMPANY, NOW)
    bare = replace(tidy, parameters=tidy.parameters[:1], rules=None)
    book = CommandBook((replace(bare, says=("[我](想|要)收拾…", "[我](想|要)收拾")),))
    with pytest.raises(UserError) as refused:
        understand(line, scene, book)
    assert refused.value.code is code
