"""Trainings that took place, as far as a test needs them."""

from datetime import datetime

from tests.chat import Chat
from tests.services.safety.sign_in.playing import NUMBER, code

QUESTIONS = (
    "灭火器先做什么？A. 拔保险销 B. 直接喷 答案A 解释先拔销才压得下去。",
    "着火打哪个电话？A. 119 B. 120 C. 110 答案A",
    "火大了怎么办？A. 继续扑 B. 先撤人 答案B",
)
RIGHT = {"灭火器先做什么": "拔保险销", "着火打哪个电话": "119", "火大了怎么办": "先撤人"}


async def until(chat: Chat, moment: str) -> None:
    """The clock moves on; what is said meanwhile is not looked at."""
    await chat.advance(datetime.fromisoformat(moment).replace(tzinfo=chat.clock.time.tzinfo))
    chat.said()


async def draft(chat: Chat, words: str = "消防 对象 张三、李四 时间 11月27日14:00 地点 食堂") -> None:
    await chat.say("陈安", f"/培训 新建 {words}")
    chat.said()


async def let_go(chat: Chat) -> None:
    """The draft whose card came last."""
    await chat.press("陈安", chat.newest_card, "go")
    chat.said()


async def with_questions(chat: Chat) -> None:
    await draft(chat)
    for each in QUESTIONS:
        await chat.say("陈安", f"/培训题 {NUMBER} {each}")
        chat.said()
    await let_go(chat)


async def signed(chat: Chat, *names: str) -> None:
    """They sign on Friday at 13:52."""
    await until(chat, "2026-11-27 13:52")
    for name in names:
        await chat.say(name, f"/签到 {await code(chat)}")
    chat.said()


async def took_place(chat: Chat, *names: str) -> None:
    """A training of 张三 and 李四 at which `names` were; it is over."""
    await draft(chat)
    await let_go(chat)
    await signed(chat, *names)
    await until(chat, "2026-11-27 15:01")


def chosen(face: str, right: bool) -> str:
    """The letter of a right or of a wrong option on the card that asks."""
    question = next(each for each in RIGHT if each in face)
    lines = [line for line in face.splitlines() if line[1:2] == "."]
    return next(line[0] for line in lines if (line[3:].split(" [")[0] == RIGHT[question]) is right)
