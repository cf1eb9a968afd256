"""What is said of tags in plain sentences, and what only sounds like it."""

from bot.files.company import load
from bot.shapes.arguments import Scene
from bot.shapes.incoming import Via
from bot.understanding.reminders import wishes_reminder
from bot.understanding.tags import speaks_of_tags
from tests.chat import SAMPLE_COMPANY

MEANT = {
    "给张三和李四加上夜班标签": "加 夜班 @张三和李四",
    "把张三标记为电工": "加 电工 @张三",
    "帮我打个电工证的标签": "加 电工证 @我",
    "去掉李四的电工证标签": "去 电工证 @李四",
    "张三不上夜班了，把他的夜班标签摘了": "去 夜班 @张三",
    "谁有电工证这个标签": "谁 电工证",
    "看看李四身上有什么标签": "@李四",
}
NOT_MEANT = ("给机器加上危险标签", "打印机标签没了", "把这批货标成次品", "这个机器有什么标签", "/标签 加 电工 @张三")
REMINDED = {
    "过两个小时叫我去巡检": "我 两个小时后 去巡检",
    "明天9点半提醒我一下交表": "我 明天9点半 交表",
    "明天上午十点提醒张三交表": "@张三 明天上午十点 交表",
    "会前十分钟提醒我": "会前十分钟",  # when is asked
    "老板昨天提醒我注意安全": None,
    "明天叫我妈来": None,
    "明天下午喊大家吃饭": None,
    "明天上午十点提醒小红书运营发稿": None,
}


def scene() -> Scene:
    file = load(SAMPLE_COMPANY)
    return Scene(sender=file.company.named("吴管")[0], company=file.company, now=file.now, via=Via.BOT)


def test_what_is_meant_and_what_is_not() -> None:
    at = scene()
    assert {line: speaks_of_tags(line, at) for line in MEANT} == MEANT
    assert not [line for line in NOT_MEANT if speaks_of_tags(line, at)]


def test_a_time_and_somebody_who_is_to_be_told() -> None:
    at = scene()
    assert {line: wishes_reminder(line, at) for line in REMINDED} == REMINDED
