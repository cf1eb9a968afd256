"""Of leave and attendance nothing is said in a group: by no command, no error, no question, no card.

When there is work is everybody's: `/放假` and `/公司放假` answer where they are asked.
"""

import pytest

from bot.discovery import find_commands
from bot.shapes.command import Command, sample_lines
from tests.chat import Chat

ROOM = "项目A工作群"
AREAS = {"请假", "个人信息", "考勤", "放假安排"}
PUBLIC = {"放假", "公司放假"}
OURS = [each for each in find_commands() if each.area in AREAS and each.name not in PUBLIC]
TOLD = ("已私聊你。",)
PRESSES = ("按 [", "选 [", "勾 [")


async def in_the_room(chat: Chat, name: str, words: str) -> list[str]:
    await chat.say(name, f"@小助手 {words}", room=ROOM)
    return [line.words for line in chat.said() if line.room or line.to == ROOM]


@pytest.fixture
async def busy(chat: Chat) -> Chat:
    """张三 has leaves and trips that wait, and a leave that was agreed to: it must be asked which one is meant."""
    asked = ("/请假 病假 11.25-11.27 痔疮", "/请假 年假 12.1", "/请假 年假 12.8", "/出差 上海 12.14-12.15 见客户")
    for words in (*asked, "/外出 下午 12.16 14:00-16:00 看牙", "/补卡 11.20 下班 睡过头"):
        await chat.say("张三", words)
    await chat.say("王强", "/同意申请 QJ-20261122-002")
    chat.said()
    return chat


@pytest.mark.parametrize("command", OURS, ids=lambda each: each.name)
async def test_called_by_its_name(busy: Chat, command: Command) -> None:
    for who in ("张三", "李娜", "王强"):
        said = await in_the_room(busy, who, f"/{command.name}")
        assert set(said) <= set(TOLD), (who, said)
        await busy.say(who, "@小助手 算了", room=ROOM)
        busy.said()


@pytest.mark.parametrize("command", OURS, ids=lambda each: each.name)
async def test_as_its_manual_says(busy: Chat, command: Command) -> None:
    for line in [each for each in sample_lines(command.manual) if not each.startswith(PRESSES)]:
        for who in ("张三", "李娜"):
            said = await in_the_room(busy, who, line)
            assert set(said) <= set(TOLD), (who, line, said)
            await busy.say(who, "@小助手 算了", room=ROOM)
            busy.said()


@pytest.mark.parametrize(
    "words",
    [
        "我要请假",
        "我想请病假",
        "取消我的假",
        "我不休了",
        "撤回",
        "/请假 病假 2月30号 痔疮",
        "请假 下周一 痔疮",
        "/请假 12.1 痔疮 年假",
        "张三的病假条",
        "李娜的年假还有几天",
        "明天去上海出差三天见客户",
        "不去上海出差了",
        "/取消出差",
        "下午外出看牙",
        "昨天下班忘打卡睡过头",
        "/补卡 12.30 下班 睡过头",
        "/出差 上海 见客户",
        "/导入放假 2027 张三病假",
    ],
)
async def test_in_plain_words(busy: Chat, words: str) -> None:
    for who in ("张三", "李四"):
        said = "".join(await in_the_room(busy, who, words))
        for private in ("痔疮", "病假", "年假", "11月25日", "12月1", "上海", "客户", "看牙", "睡过头"):
            assert private not in said.replace(words, ""), (who, said)
        await busy.say(who, "@小助手 算了", room=ROOM)
        busy.said()
