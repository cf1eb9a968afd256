"""Template cards: drawn, pressed, updated, refused."""

import pytest
from playwright.async_api import expect

from .desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_press_updates_the_card_in_place(desk: Desk) -> None:
    await desk.sit()
    await desk.write("来张卡片")
    card = desk.part("card")
    for words in ("请假审批", "张三 申请年假", "编号", "QJ-20261122-001", "代理人"):
        await expect(card).to_contain_text(words)
    await desk.part("card-select-deputy").select_option("wangwu")
    await desk.part("card-button-yes").click()
    await expect(desk.part("card-replaced")).to_have_text("已处理：yes wangwu")
    await expect(desk.part("card-button-yes")).to_have_count(0)
    await expect(desk.part("card-pressed")).to_have_text("你已按「同意」")
    await expect(card).to_have_count(1)
    assert desk.pressed()[0]["selected"] == {"deputy": ["wangwu"]}


async def test_boxes_go_along_with_the_submit_button(desk: Desk) -> None:
    await desk.sit("zhangsan", "projecta")
    await desk.write("@小助手 投票")
    await desk.page.get_by_label("火锅").check()
    await desk.page.get_by_label("食堂").check()
    await desk.part("card-button-submit").click()
    await expect(desk.part("card-replaced")).to_have_text("已处理：submit pot、canteen")


async def test_twenty_names_fit_a_phone(desk: Desk) -> None:
    await desk.page.set_viewport_size({"width": 375, "height": 812})
    await desk.sit()
    names = [{"id": str(n), "text": f"安全环保部 欧阳{n:02d} 已离职", "is_checked": n > 0} for n in range(20)]
    raw = {
        "card_type": "vote_interaction",
        "task_id": "vote-20",
        "main_title": {"title": "项目A工作群：谁留下？", "desc": "勾上的留下，没勾的请出群。"},
        "checkbox": {"question_key": "stay", "mode": 1, "option_list": names},
        "submit_button": {"text": "核对好了", "key": "submit"},
    }
    desk.world.journal.add(
        "sent", via="bot", to={"user": "zhangsan"}, msgtype="template_card", text="", card={"raw": raw}
    )
    card = desk.part("card")
    await expect(card.get_by_role("checkbox")).to_have_count(20)
    await expect(card.get_by_role("checkbox", checked=True)).to_have_count(19)
    assert await desk.page.evaluate("document.documentElement.scrollWidth") <= 375
    heights = {
        round((await box.bounding_box() or {"height": 0})["height"]) for box in await card.locator("label").all()
    }
    assert len(heights) == 1, "no name is broken over two lines"


async def test_a_refused_press_says_why_and_gives_the_buttons_back(desk: Desk) -> None:
    await desk.sit()
    await desk.write("来张卡片")
    await expect(desk.part("card")).to_be_visible()
    await desk.page.route("**/sandbox/press", lambda route: route.fulfill(status=400, json={"error": "spent"}))
    await desk.part("card-button-no").click()
    await expect(desk.part("card").get_by_role("alert")).to_have_text("没有按成：spent")
    await expect(desk.part("card-button-no")).to_be_enabled()


async def test_an_update_for_some_is_seen_by_those_only(desk: Desk) -> None:
    await desk.sit("zhangsan", "projecta")
    await desk.write("@小助手 投票")
    await expect(desk.part("card-button-submit")).to_be_visible()
    sent = desk.world.journal.item(desk.world.journal.last)
    spent = {**sent["card"], "replace_text": "已投", "disabled": True}
    copy = {key: sent[key] for key in ("via", "to", "msgtype", "text")}
    desk.world.journal.add("sent", **copy, card=spent, edits=sent["seq"], open_for=["lisi", "zhangsan"])
    await expect(desk.part("card-replaced")).to_have_text("已投")
    await desk.sit("wangqiang", "projecta")
    await expect(desk.part("card-button-submit")).to_be_visible()


async def test_a_quote_of_a_card_names_it(desk: Desk) -> None:
    await desk.sit()
    await desk.write("来张卡片")
    await desk.part("card").hover()
    await desk.last.get_by_test_id("quote").click()
    await expect(desk.part("quote-bar")).to_contain_text("[卡片] 张三 申请年假")


async def test_everything_that_a_notice_can_show(desk: Desk) -> None:
    await desk.sit()
    raw = {
        "card_type": "text_notice",
        "task_id": "notice-1",
        "source": {"desc": "安全环保部", "desc_color": 2},
        "main_title": {"title": "安全生产天数", "desc": "截至今天"},
        "emphasis_content": {"title": "128", "desc": "天"},
        "quote_area": {"title": "陈安", "quote_text": "高处作业请系安全带"},
        "sub_title_text": "请继续保持。",
        "horizontal_content_list": [{"type": 1, "keyname": "制度", "value": "全文", "url": "https://a.example/x"}],
        "jump_list": [{"type": 3, "title": "我要上报", "question": "/隐患"}],
        "card_action": {"type": 1, "url": "https://a.example/more"},
        "action_menu": {"desc": "更多", "action_list": [{"text": "不再提醒", "key": "mute"}]},
    }
    to = {"user": "zhangsan"}
    desk.world.journal.add("sent", via="bot", to=to, msgtype="template_card", text="", card={"raw": raw})
    card = desk.part("card")
    for words in ("安全环保部", "截至今天", "128", "高处作业请系安全带", "请继续保持。", "查看详情"):
        await expect(card).to_contain_text(words)
    await expect(card.get_by_role("link", name="全文")).to_have_attribute("href", "https://a.example/x")
    await expect(desk.part("card-button-mute")).to_be_hidden()
    await card.locator("summary").click()
    await expect(desk.part("card-button-mute")).to_be_visible()
    await card.get_by_role("button", name="我要上报").click()
    await desk.reads("你说：/隐患")
