"""Which words of a request for a group are its name, its people, its departments, and what it is for."""

from typing import Any

import pytest

from bot.errors import Code, UserError
from tests.commands.groups.reading import read

C = {"type": "E4", "name": "项目C工作群", "approver": "总裁"}


def explained(line: str, sender: str = "周敏") -> dict[str, Any]:
    return read(line, sender).explained()


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ("E4 项目C 生产部", {"departments": ["生产部"]}),
        ("E4 项目C 生产部、研发部", {"departments": ["生产部", "研发部"]}),
        ("E4 项目C 生产部 研发部", {"departments": ["生产部", "研发部"]}),
        ("项目C 生产部 项目公司工作群", {"departments": ["生产部"]}),
        ("E4 项目C，部门：人事部", {"departments": ["行政人事部"]}),
        ("E4 项目C @张三", {"members": ["张三"]}),
        ("E4 @张三 @李四 项目C", {"members": ["张三", "李四"]}),
        ("E4 项目C 张三、李四", {"members": ["张三", "李四"]}),
        ("E4 项目C 张三 李四", {"members": ["张三", "李四"]}),
        ("E4 项目C 成员：张三、李四和王五", {"members": ["张三", "李四", "王五"]}),
        ("E4 项目C 成员 刘洋(0213)、阿卜杜拉·买买提", {"members": ["刘洋(0213)", "阿卜杜拉·买买提"]}),
        ("E4 项目C 生产部全体", {"members": ["生产部全体"]}),
        ("E4 项目C 成员 生产部、王五", {"members": ["王五", "生产部全体"]}),
        ("E4 项目C 研发部 张三", {"departments": ["研发部"], "members": ["张三"]}),
        ("E4 项目C 张三 研发部", {"departments": ["研发部"], "members": ["张三"]}),
        ("E4 项目C 群管 @郑群", {"admin": "郑群"}),
        ("E4 项目C 群管：郑群，成员：张三、李四", {"admin": "郑群", "members": ["张三", "李四"]}),
        ("E4 项目C 用途：施工协调", {"purpose": "施工协调"}),
        (
            "E4 项目C 用途 施工协调 部门 生产部 成员 张三 群管 郑群",
            {"purpose": "施工协调", "departments": ["生产部"], "members": ["张三"], "admin": "郑群"},
        ),
        ("E4 叫项目C", {}),
        ("类型：E4，名称：项目C，成员：张三、李四", {"members": ["张三", "李四"]}),
        ("项目公司工作群、项目C", {}),
        ("E4 「项目C工作群」", {}),
    ],
)
def test_behind_type_and_name(words: str, more: dict[str, Any]) -> None:
    assert explained(f"/建群 {words}") == C | more


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("E4 生产部", "生产部工作群"),
        ("E4 滨江一期", "滨江一期工作群"),
        ("E4 Project 7", "Project 7工作群"),
        ("项目公司工作群滨江", "滨江工作群"),
        ("滨江项目公司工作群", "滨江工作群"),
        ("E4 群管理员工作群", "群管理员工作群"),
        ("E4 部门协调", "部门协调工作群"),
        ("E4 成员服务项目", "成员服务项目工作群"),
    ],
)
def test_what_is_all_name(words: str, name: str) -> None:
    assert explained(f"/建群 {words}") == {"type": "E4", "name": name, "approver": "总裁"}


@pytest.mark.parametrize(
    ("line", "sender", "code"),
    [
        ("/建群 E4 项目C 刘洋", "周敏", Code.AMBIGUOUS_PERSON),
        ("/建群 E4 项目C 成员 赵六", "周敏", Code.NOT_FOUND),
        ("/建群 E4 项目C @赵六", "周敏", Code.NOT_FOUND),
        ("/建群 E4 项目C 赵六", "周敏", Code.NOT_FOUND),
        ("/建群 E4 项目C 部门 品牌部", "周敏", Code.UNKNOWN_DEPT),
        ("/建群 E4 项目C 所有人", "周敏", Code.CLARIFY),
        ("/建群 E1 集团高管二群", "周敏", Code.NO_PERMISSION),
        ("/建群 E4 项目傻逼群", "周敏", Code.LIMIT),
        ("/建群 E4 项目А", "周敏", Code.LIMIT),
        ("/建群 E4 项目 a 工作群", "周敏", Code.DUPLICATE),
        ("/建群 E4 集团高管工作群", "周敏", Code.DUPLICATE),
        ("/建群 E4 集团高管工作群", "郭涛", Code.LIMIT),
    ],
)
def test_what_cannot_be(line: str, sender: str, code: Code) -> None:
    with pytest.raises(UserError) as refused:
        read(line, sender)
    assert refused.value.code is code


@pytest.mark.parametrize(
    "line",
    [
        "新建项目公司工作群：项目C，成员：张三、李四",
        "请建立项目C项目公司工作群，成员为张三和李四",
        "帮我建个项目公司工作群，项目C，成员张三和李四",
        "我要建一个项目C 项目公司工作群，成员有张三、李四",
    ],
)
def test_in_plain_words(line: str) -> None:
    understood = read(line, "周敏")
    assert understood.needs_confirm
    assert understood.explained() == C | {"members": ["张三", "李四"]}


def test_a_type_that_the_name_ends_with() -> None:
    assert explained("/建群 项目C营销微信平台", "冯销")["type"] == "E5"


def test_a_name_alone_leaves_the_type_open() -> None:
    with pytest.raises(UserError) as refused:
        read("我想给项目C建一个工作群", "周敏")
    assert tuple(refused.value.missing) == ("type",)
