"""Publishing a version, as it is typed; what becomes of it: tests/services/policies/test_flow.py."""

import pytest

from bot.explaining import Utterance, explain
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE

PROCEDURE = {"讨论": "2026-11-01", "协商": "", "公示": "2026-11-20"}


@pytest.mark.parametrize(
    ("line", "args"),
    [
        (
            "/发布制度 D8 版本2 12月1日起 全员 讨论11月1日 协商未办 公示11月20日",
            {"policy": "D8", "version": "V2", "effective": "2026-12-01", "audience": ["全员"], "procedure": PROCEDURE},
        ),
        (
            "/发布制度 《考勤办法2.1》 自2027年1月1日起施行 生产部的正式员工 讨论：2026-11-01 协商没办 公示11月20日",
            {
                "policy": "考勤办法2.1",
                "effective": "2027-01-01",
                "audience": ["生产部", "限正式员工"],
                "procedure": PROCEDURE,
            },
        ),
        ("/发布制度 D6 2026年版 明天起 全员 都未办", {"policy": "D6", "version": "2026年版", "audience": ["全员"]}),
        ("/发布制度 d2 明天起 临时工、实习生 都未办", {"policy": "D2", "audience": ["临时工、实习生"]}),
    ],
)
def test_as_scripts_see_it(line: str, args: dict[str, object]) -> None:
    said = explain(Utterance(line, "李娜"), FILE, BOOK)
    assert said.get("error") is None
    assert {key: said["args"][key] for key in args} == args


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("/发布制度 D8 11月1日起 全员 都未办", "E_PAST_DATE"),
        ("/发布制度 D8 12月1日起 全员 讨论11月30日 协商未办 公示未办", "E_FUTURE_DATE"),
        ("/发布制度 D8 12月1日起 全员 讨论某天 协商未办 公示未办", "E_INVALID_DATE"),
        ("/发布制度 D8 12月1日起 项目A工作群 都未办", "E_UNSUPPORTED"),
        ("/发布制度 D8 12月1日起 都未办", "E_MISSING_ARG"),
        ("/发布制度 D8 12月1日起 全员", "E_MISSING_ARG"),
    ],
)
def test_what_can_not_be(line: str, code: str) -> None:
    assert explain(Utterance(line, "李娜"), FILE, BOOK)["error"] == code


async def test_what_is_missing_is_asked_for(chat: Chat) -> None:
    await chat.play("""
        李娜> /发布制度 D8 都未办
        机器人> 从哪天起施行？例如：12月1日起。适用哪些人？…
        李娜> 12月1日
        机器人> 适用哪些人？…
        李娜> 实习生
        机器人→李娜> [文件 D8-V1.xlsx] …
        机器人> [卡片] GG-20261122-001 送审之前看一看 【《企业微信社群管理制度》V1】适用：实习生。
        第一次发布，共 28 条。…
        张三> /发布制度 D8 12月1日起 全员 都未办
        机器人> 「发布制度」由…
    """)
