"""Writing and reading: in private, in a group, with a quote, with a picture, as somebody else."""

import base64

import pytest
from playwright.async_api import expect

from .desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

PASTE = """(field, bytes) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([new Uint8Array(bytes)], "a.png", { type: "image/png" }));
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


async def test_a_private_message_and_its_answer(desk: Desk) -> None:
    await desk.sit()
    await desk.write("你好")
    await desk.reads("你说：你好")
    await expect(desk.part("message")).to_have_count(2)  # the second frame of the stream replaced the first
    await expect(desk.part("composer")).to_have_value("")
    await expect(desk.part("bot-state")).to_have_text("在线")


async def test_enter_sends_and_shift_enter_does_not(desk: Desk) -> None:
    await desk.sit()
    await desk.part("composer").fill("第一行")
    await desk.part("composer").press("Shift+Enter")
    await desk.part("composer").press_sequentially("第二行")
    assert desk.said() == []
    await desk.part("send").click()
    await desk.reads("第二行")
    assert desk.said()[0]["text"] == "第一行\n第二行"


async def test_in_a_group_the_bot_hears_only_its_name(desk: Desk) -> None:
    await desk.sit("zhangsan", "projecta")
    await desk.write("今天谁值班")
    await desk.reads("今天谁值班")
    await desk.write("@小助手 你好")
    await desk.reads("你说：@小助手 你好")
    assert [item["heard"] for item in desk.said()] == [False, True]


async def test_the_picker_puts_in_names(desk: Desk) -> None:
    await desk.sit("zhangsan", "projecta")
    composer = desk.part("composer")
    await composer.press_sequentially("@")
    await expect(desk.part("mentions").get_by_role("option").first).to_contain_text("小助手")
    await composer.press("Enter")
    await composer.press_sequentially("@静")
    await expect(desk.part("mentions").get_by_role("option")).to_have_count(1)
    await composer.press("Enter")
    await expect(composer).to_have_value("@小助手 @欧阳静 ")
    await composer.press_sequentially("@")
    await composer.press("ArrowDown")
    await composer.press("ArrowDown")
    await composer.press("Tab")
    await expect(composer).to_have_value("@小助手 @欧阳静 @刘洋 ")
    await composer.press("Enter")
    await desk.reads("你说：@小助手 @欧阳静 @刘洋")


async def test_the_picker_stays_away_in_private(desk: Desk) -> None:
    await desk.sit()
    await desk.part("composer").press_sequentially("@小")
    await expect(desk.part("mentions")).to_be_hidden()
    await expect(desk.part("mention-button")).to_be_hidden()


async def test_a_quote_goes_along(desk: Desk) -> None:
    await desk.sit()
    await desk.write("泵房漏水")
    await desk.reads("你说：泵房漏水")
    await desk.part("message").first.hover()
    await desk.part("message").first.get_by_test_id("quote").click()
    await expect(desk.part("quote-bar")).to_contain_text("张三：泵房漏水")
    await desk.write("谁去看看")
    await expect(desk.part("quoted")).to_have_text("泵房漏水")
    await expect(desk.part("quote-bar")).to_be_hidden()
    assert desk.bot.heard[-1]["quote"]["text"]["content"] == "泵房漏水"


async def test_a_picture_is_shown_before_and_after(desk: Desk) -> None:
    await desk.sit()
    picture = {"name": "泵.png", "mimeType": "image/png", "buffer": PIXEL}
    await desk.part("picture-file").set_input_files(picture)  # type: ignore[arg-type]
    await expect(desk.part("picture-bar").locator("img")).to_be_visible()
    await desk.write("看这张")
    await expect(desk.part("message").first.locator("img.picture")).to_be_visible()
    await expect(desk.part("picture-bar")).to_be_hidden()
    await desk.reads("你说：看这张")
    assert desk.bot.heard[-1]["msgtype"] == "mixed"


async def test_a_picture_can_be_pasted_and_dropped_again(desk: Desk) -> None:
    await desk.sit()
    await desk.part("composer").evaluate(PASTE, list(PIXEL))
    await expect(desk.part("picture-bar").locator("img")).to_be_visible()
    await expect(desk.part("send")).to_be_enabled()
    await desk.page.get_by_role("button", name="去掉图片").click()
    await expect(desk.part("picture-bar")).to_be_hidden()
    await expect(desk.part("send")).to_be_disabled()


async def test_what_is_no_picture_is_refused(desk: Desk) -> None:
    await desk.sit()
    text = {"name": "a.txt", "mimeType": "text/plain", "buffer": b"abc"}
    await desk.part("picture-file").set_input_files(text)  # type: ignore[arg-type]
    await expect(desk.part("composer-error")).to_contain_text("PNG")


async def test_becoming_somebody_else(desk: Desk) -> None:
    await desk.sit("zhangsan", "projecta")
    await desk.part("person-switch").click()
    await desk.part("person-search").fill("信息技术")
    await desk.part("option-wuguan").click()
    await expect(desk.part("person-switch")).to_contain_text("吴管")
    await expect(desk.part("conversation-projecta")).to_have_count(0)  # 吴管 is not in it
    await desk.write("我是谁")
    await desk.reads("你说：我是谁")
    assert desk.said()[-1]["from"] == "wuguan"


async def test_a_newcomer_can_be_chosen_at_once(desk: Desk) -> None:
    await desk.sit()
    body = {"change": "create", "userid": "xinren", "name": "新来的", "department": "研发部"}
    await desk.page.request.post(f"{desk.address}/sandbox/people", data=body)
    await desk.part("person-switch").click()
    await desk.part("person-search").fill("新来")
    await desk.part("option-xinren").click()
    await expect(desk.part("person-switch")).to_contain_text("新来的")


async def test_opening_the_private_chat_lets_the_bot_greet(desk: Desk) -> None:
    await desk.sit("zhangsan", "projecta")
    assert desk.bot.heard == []
    desk.bot.greets = True
    await desk.part("conversation-bot").click()
    await desk.reads("你好，我是小助手")
    await desk.write("早")
    await desk.reads("你说：早")
    await expect(desk.part("message")).to_have_count(3)


async def test_a_message_for_another_conversation_leaves_a_badge(desk: Desk) -> None:
    await desk.sit()
    await desk.write("记住我")
    await desk.reads("你说：记住我")
    await desk.part("conversation-projecta").click()
    await desk.bot.push("zhangsan", "**有新通知**")
    await expect(desk.part("unread-bot")).to_have_text("1")
    await expect(desk.part("conversation-bot")).to_contain_text("有新通知")
    await desk.part("conversation-bot").click()
    await expect(desk.part("unread-bot")).to_have_count(0)


async def test_a_refused_message_stays_in_the_composer(desk: Desk) -> None:
    await desk.sit("zhangsan", "projecta")
    await desk.page.route("**/sandbox/say", lambda route: route.fulfill(status=400, json={"error": "not today"}))
    await desk.write("别丢了我")
    await expect(desk.part("composer-error")).to_contain_text("not today")
    await expect(desk.part("composer")).to_have_value("别丢了我")
