"""All 99 acceptance messages, and how each is looked at: explained as it stands, or, where it needs something to have
happened, said in a chat in which that happened by what people typed. `pytest -s` shows the number.
"""

import json
import sys
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from structlog.testing import capture_logs

from bot.discovery import find_commands
from bot.explaining import explain, utterance_of
from bot.files.company import load
from scheduler.leave_days import move
from scheduler.notice_plan import post_what_is_due
from scheduler.notice_posting import notice_posting
from tests.chat import SAMPLE_COMPANY, Chat
from tests.in_memory import in_memory
from tests.understanding.scripts import DATA

COMPARED = ("command", "error", "candidates", "missing", "suggest")
LINES = [json.loads(line) for line in (DATA / "utterances.jsonl").read_text(encoding="utf-8").splitlines()]
FRIDAY = "2026-11-20T08:00:00+08:00"
NINETEEN = (1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18, 21, 22, 23, 24, 25)  # working days of December


@dataclass(frozen=True, slots=True)
class Played:
    """`before` brings about what the line's `given` says; `answer` is what must be in what the bot says to it."""

    before: str
    answer: str
    begun: str = "2026-11-22T10:00:00+08:00"


PLAYED = {
    "A013": Played(
        "张三> /请假 病假 11.20-11.24 发烧\n王强> /同意 QJ-20261120-001\n⏰ 2026-11-22 10:00",
        "你是想「请假 病假 2026-11-25起两天 续QJ-20261120-001 还没退烧」吗？",
        FRIDAY,
    ),
    "A029": Played(
        "张三> /请假 年假 明天下午\n⏰ 2026-11-22 10:02", "已提交 QJ-20261122-001，现在是待审批，不用再发。"
    ),
    "A033": Played("张三> /请假 年假 11.25\n张三> /请假 年假 11.27", "你有 2 条申请等审批，撤回哪一条？"),
    "A035": Played(
        "李娜> /调整余额 李四 年假 加5天 上年结转\n李娜> 按 [确认]\n李四> /请假 年假 11.19-11.25\n"
        "王强> /同意 QJ-20261118-001\n周敏> /同意 QJ-20261118-001\n⏰ 2026-11-22 10:00",
        "已销假 QJ-20261118-001：年假 11月19日(周四)至11月25日(周三)，11月23日(周一)起上班。没休的 3 天",
        "2026-11-18T09:00:00+08:00",
    ),
    "A038": Played("张三> /请假 年假 11.25", "你是想「同意申请 QJ-20261122-001」吗？"),
    "A039": Played("张三> /请假 事假 11.24-11.26", "已驳回"),
    "A040": Played(
        "".join(f"张三> /请假 事假 12.{day}\n" for day in NINETEEN) + "王强> /请假 年假 11.25", "不能审批自己的申请"
    ),
    "A041": Played("张三> /请假 年假 11.25", "这条申请不归你审批。"),
    "A068": Played("郑群@项目A工作群> /禁言 @张三 2小时 刷广告", "张三已经禁言到 12:00"),
    "A085": Played(
        "张三> /隐患 2号车间 灭火器过期了\n李四> /隐患 3号车间 配电箱门坏了\n"
        "陈安> /整改 YH-20261120-002 @王强 12月1日 换门",
        "整改责任人不能验收自己的整改",
        FRIDAY,
    ),
    "A091": Played(
        "郑群> /公告 项目A工作群 明天停电\n郑群> 按 [发布]\n⏰ 2026-11-22 10:01",
        "你是想「取消公告」吗？ GG-20261122-001「明天停电」已经发出去了。",
    ),
}


async def test_all_of_them_are_taken_as_they_are_meant() -> None:
    wrong: dict[str, Any] = {}
    file, book = load(SAMPLE_COMPANY), find_commands()
    for line in LINES:
        said = (
            await played(line) if "given" in line else wrong_in(explain(utterance_of(line), file, book), line["expect"])
        )
        if said:
            wrong[line["id"]] = said
    sys.stdout.write(
        f"\n{len(LINES) - len(wrong)} of {len(LINES)}, {len(PLAYED)} of them played; wrong: {wrong or 'none'}\n"
    )
    assert not wrong
    assert len(LINES) == 99
    assert PLAYED.keys() == {line["id"] for line in LINES if "given" in line}


def wrong_in(said: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """The keys that differ from what is expected, in the manner of the acceptance."""
    keys = [key for key in COMPARED if key in expected and said.get(key) != expected[key]]
    if said.get("needs_confirm", False) != expected.get("needs_confirm", False):
        keys.append("needs_confirm")
    args = said.get("args", {})
    return keys + [f"args.{key}" for key, value in expected.get("args", {}).items() if args.get(key) != value]


async def played(line: dict[str, Any]) -> str:
    """What is wrong with what is said to it; nothing where it is taken as it is meant."""
    scene = PLAYED[line["id"]]
    database = await in_memory()
    chat = await Chat.open(
        database, jobs=(move, post_what_is_due, notice_posting), now=datetime.fromisoformat(scene.begun)
    )
    await chat.bring_about(scene.before)
    with capture_logs() as logs:
        await chat.say(line["sender"], line["text"], room=line.get("group"))
    answers = " ".join(each.words for each in chat.said())
    await chat.close()
    await database.close()
    codes = [(each["command"], str(each["code"])) for each in logs if each["event"] == "refused"]
    error = line["expect"].get("error")
    if error and codes and codes != [(line["expect"]["command"], error)]:
        return f"{codes}"
    return "" if scene.answer in answers and bool(codes) <= bool(error) else answers
