"""Our cards in WeCom's words."""

from bot.identifiers import TaskId
from bot.shapes.outgoing import Boxes, Button, Card, Select
from bot.wecom.cards import APP, BOT, copy_of, original, template_card

ASK = Card(
    title="请假申请",
    plain="张三申请年假 2 天，同意吗？",
    desc="张三 · 2 天",
    note="群务",
    fields=(("从", "12-01 上午"), ("到", "12-02 下午")),
    buttons=(Button("同意", "approve"), Button("驳回", "reject", style=2)),
    select=Select("why", "理由", {"ok": "合规", "late": "太晚"}, selected="ok"),
    task_id=TaskId("leave-0042"),
)


def test_a_card_that_asks() -> None:
    assert template_card(ASK, APP, task_id="leave-0042") == {
        "card_type": "button_interaction",
        "task_id": "leave-0042",
        "source": {"desc": "群务", "desc_color": 0},
        "main_title": {"title": "请假申请", "desc": "张三 · 2 天"},
        "horizontal_content_list": [
            {"keyname": "从", "value": "12-01 上午"},
            {"keyname": "到", "value": "12-02 下午"},
        ],
        "button_list": [
            {"text": "同意", "style": 1, "key": "approve"},
            {"text": "驳回", "style": 2, "key": "reject"},
        ],
        "button_selection": {
            "question_key": "why",
            "title": "理由",
            "option_list": [{"id": "ok", "text": "合规"}, {"id": "late", "text": "太晚"}],
            "selected_id": "ok",
        },
    }


def test_a_card_that_tells_leads_somewhere() -> None:
    assert template_card(Card("已同意", plain="已同意"), APP, task_id=None) == {
        "card_type": "text_notice",
        "main_title": {"title": "已同意"},
        "card_action": {"type": 1, "url": "https://work.weixin.qq.com/"},
    }


def test_a_choice_without_buttons_gets_one() -> None:
    built = template_card(Card("选", plain="选", select=Select("q", "哪个", {"a": "甲"})), APP, task_id="t")
    assert built["button_list"] == [{"text": "提交", "style": 1, "key": "submit"}]


def test_boxes_to_tick() -> None:
    boxes = Boxes("stay", {"0": "张三", "1": "李四 已经离职"}, ticked=("0",))
    card = Card("谁留下", plain="谁留下？", desc="字" * 60, boxes=boxes, buttons=(Button("提交", "submit"),))
    assert template_card(card, BOT, task_id="t") == {
        "card_type": "vote_interaction",
        "task_id": "t",
        "main_title": {"title": "谁留下", "desc": "字" * 60},
        "checkbox": {
            "question_key": "stay",
            "mode": 1,
            "option_list": [
                {"id": "0", "text": "张三", "is_checked": True},
                {"id": "1", "text": "李四 已经离职", "is_checked": False},
            ],
        },
        "submit_button": {"text": "提交", "key": "submit"},
    }


def test_longer_words_stand_where_there_is_room() -> None:
    card = Card("标题", plain="x", desc="字" * 40)
    assert template_card(card, APP, task_id=None)["main_title"]["desc"] == "字" * 40
    assert template_card(card, BOT, task_id=None)["sub_title_text"] == "字" * 40
    assert "sub_title_text" in template_card(Card("标题", plain="x", desc="一\n二"), APP, task_id=None)


def test_a_copy_knows_its_original() -> None:
    assert original(copy_of(TaskId("leave-0042"), 17)) == "leave-0042"
    assert original("leave@x-1") == "leave@x-1"
