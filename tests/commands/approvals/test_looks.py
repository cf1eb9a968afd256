"""Who checks the papers of a leave sees them, and its reason, by buttons of the card that asks him."""

from collections.abc import Sequence

import pytest

from bot.identifiers import TaskId, UserId
from bot.services.approvals.kinds import Look
from bot.services.leave.private.proof_office import LOOKS, looks_of
from bot.storage.models.approvals import AskRecord
from bot.storage.models.privacy import DataViewRecord, PrivateMessageRecord
from tests.chat import Chat

WISH = "丧假 11月24日(周二)至11月26日(周四)，3 天"
DETAILS = "原因：父亲去世 说明：依法应休，只核对材料 核对：路程假几天"
BUTTONS = "[材料齐了] [材料不齐] [看材料] [看原因]"
OPENED = f"""
    张三> /请假 丧假 父亲去世 11.24-11.26
    机器人> [卡片] …
    张三> 按 [确认]
    机器人→李娜> [卡片] 张三 申请{WISH} QJ-20261122-001 {DETAILS} {BUTTONS}
    机器人→周敏> [卡片] …
    机器人→王强> …
    机器人> …"""


async def test_each_look_is_written_down_and_the_card_stays(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    周敏> 按 [看原因]
    机器人→周敏> 张三 丧假 11月24日(周二)至11月26日(周四)（QJ-20261122-001）的原因：父亲去世。
    这次查看已记下，本人可以看到。
    机器人> [卡片] 张三 申请{WISH} QJ-20261122-001 的原因已私聊发给你。 {DETAILS} {BUTTONS}
    周敏> 按 [看材料]
    机器人> [卡片] 张三 申请{WISH} QJ-20261122-001 还没有交材料。 {DETAILS} {BUTTONS}
    周敏> 按 [材料齐了]
    机器人→李娜> …
    机器人→张三> …
    机器人> [卡片] …
    """)
    (view,) = await DataViewRecord.all()
    assert (view.viewer, view.whose, view.what) == ("zhoumin", "zhangsan", "请假原因")
    assert await PrivateMessageRecord.filter(user="zhoumin").count() == 2


async def test_what_only_decides_has_no_such_buttons(chat: Chat) -> None:
    await chat.play("""
    张三> /请假 病假 11.25 感冒
    机器人→王强> [卡片] 张三 申请病假 11月25日(周三)，1 天 QJ-20261122-001 [同意] [驳回]
    机器人> …
    """)


async def test_nobody_presses_what_his_card_doesnt_have(chat: Chat) -> None:
    """A key of his own making, on the card that he holds."""
    await chat.play("""
    张三> /请假 病假 11.25 感冒
    机器人→王强> …
    机器人> …
    """)
    card = await AskRecord.get(user="wangqiang")
    await chat.press("王强", TaskId(card.task_id), "why.1")
    assert [line.words for line in chat.said()] == [
        "[卡片] 没有办成 没看懂这个按钮，什么都没有改动。发 /待办 看现在等你审批的。"
    ]
    assert await DataViewRecord.all().count() == 0


@pytest.mark.parametrize(("user", "looks"), [("lina", LOOKS), ("wangqiang", ()), ("nobody", ())])
async def test_who_only_stands_in_for_the_office_is_shown_nothing(chat: Chat, user: str, looks: Sequence[Look]) -> None:
    assert looks_of(chat.company, UserId(user)) == looks
