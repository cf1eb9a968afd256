"""The page as a whole: narrow, dark, reloaded, full, quick."""

import pytest
from playwright.async_api import expect

from .desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_narrow_shows_one_column_at_a_time(desk: Desk) -> None:
    await desk.page.set_viewport_size({"width": 480, "height": 800})
    await desk.page.goto(desk.address)
    await expect(desk.part("composer")).to_be_hidden()
    await desk.part("conversation-bot").click()
    await expect(desk.part("conversation-bot")).to_be_hidden()
    await desk.write("窄屏")
    await desk.reads("你说：窄屏")
    await desk.part("watch-open").click()
    await expect(desk.part("clock-now")).to_be_visible()
    await desk.part("watch-close").click()
    await desk.part("back").click()
    await expect(desk.part("conversation-bot")).to_be_visible()
    width = await desk.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 480


async def test_the_right_column_can_be_put_away(desk: Desk) -> None:
    await desk.sit()
    await desk.part("watch-close").click()
    await expect(desk.part("clock-now")).to_be_hidden()
    await desk.part("watch-open").click()
    await expect(desk.part("clock-now")).to_be_visible()


async def test_reload_and_back_keep_the_place(desk: Desk) -> None:
    await desk.sit("wangqiang", "projecta")
    await desk.page.reload()
    await expect(desk.part("title")).to_have_text("项目A工作群")
    await expect(desk.part("person-switch")).to_contain_text("王强")
    await desk.part("conversation-app").click()
    await expect(desk.part("title")).to_have_text("应用消息")
    await desk.page.go_back()
    await expect(desk.part("title")).to_have_text("项目A工作群")


async def test_an_unknown_place_falls_back(desk: Desk) -> None:
    await desk.page.goto(f"{desk.address}/#nobody/nowhere%")
    await expect(desk.part("title")).to_have_text("小助手")
    await expect(desk.part("person-switch")).to_contain_text("张三")  # an ordinary employee


async def test_dark_follows_the_system(desk: Desk) -> None:
    await desk.page.emulate_media(color_scheme="dark")
    await desk.sit()
    colour = await desk.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(int(part) for part in colour[4:-1].split(",")) < 80


async def test_the_conversations_by_keyboard(desk: Desk) -> None:
    await desk.sit()
    await desk.part("conversation-bot").focus()
    await desk.page.keyboard.press("ArrowDown")
    await desk.page.keyboard.press("Enter")
    await expect(desk.part("title")).to_have_text("应用消息")


async def test_a_row_survives_being_clicked_while_news_arrive(desk: Desk) -> None:
    await desk.sit()
    await desk.part("conversation-app").hover(position={"x": 40, "y": 20})  # waits until the list stands still
    await desk.page.mouse.down()
    desk.world.journal.add("sent", via="bot", to={"user": "zhangsan"}, msgtype="text", text="插进来的")
    await desk.reads("插进来的")
    await desk.page.mouse.up()
    await expect(desk.part("title")).to_have_text("应用消息")
    await expect(desk.part("conversation-bot")).to_contain_text("插进来的")


async def test_every_control_has_a_name(desk: Desk) -> None:
    await desk.sit("zhangsan", "projecta")
    await desk.write("@小助手 投票")
    await expect(desk.part("card")).to_be_visible()
    nameless = """[...document.querySelectorAll('button, input, select, textarea')].filter((control) =>
        !(control.getAttribute('aria-label') || control.textContent.trim() || control.labels?.length || control.hidden)
    ).map((control) => control.outerHTML)"""
    assert await desk.page.evaluate(nameless) == []


async def test_two_thousand_messages_do_not_freeze_it(desk: Desk) -> None:
    """By the processor's time: on a busy machine the clock on the wall would be a finding."""
    meter = await desk.page.context.new_cdp_session(desk.page)
    await meter.send("Performance.enable", {"timeDomain": "threadTicks"})
    for number in range(2000):
        group = {"group": "projecta"}
        desk.world.journal.add("sent", via="bot", to=group, msgtype="markdown", text=f"**第 {number} 条** 通知")
    await desk.sit("zhangsan", "projecta")
    await desk.reads("第 1999 条")
    await expect(desk.part("message")).to_have_count(80)
    await desk.part("messages").evaluate("root => root.scrollTo(0, 0)")
    await expect(desk.part("message")).to_have_count(160)
    await desk.write("还快吗")
    await desk.reads("还快吗")
    metrics = {each["name"]: each["value"] for each in (await meter.send("Performance.getMetrics"))["metrics"]}
    assert 0 < metrics["TaskDuration"] < 2.0  # seconds


async def test_the_last_line_stays_in_sight_unless_one_reads_back(desk: Desk) -> None:
    to = {"user": "zhangsan"}
    for number in range(30):
        desk.world.journal.add("sent", via="bot", to=to, msgtype="text", text=f"第 {number} 条")
    await desk.sit()
    await expect(desk.last).to_be_in_viewport()
    await desk.last.hover()
    await desk.last.get_by_test_id("quote").click()  # the composer grows, the view follows
    await expect(desk.part("quote-bar")).to_be_visible()
    await expect(desk.last).to_be_in_viewport(ratio=1)
    await desk.part("messages").evaluate("root => root.scrollTo(0, 0)")
    desk.world.journal.add("sent", via="bot", to=to, msgtype="text", text="新的一条")
    await desk.page.get_by_role("button", name="有新消息").click()
    await expect(desk.last).to_be_in_viewport()
    await desk.reads("新的一条")


async def test_the_page_asks_nobody_else(desk: Desk) -> None:
    asked: list[str] = []
    desk.page.on("request", lambda request: asked.append(request.url))
    await desk.sit()
    text = "![图](https://elsewhere.example/a.png)"
    desk.world.journal.add("sent", via="bot", to={"user": "zhangsan"}, msgtype="markdown", text=text)
    await desk.reads("图")
    assert [url for url in asked if not url.startswith((desk.address, "data:"))] == []
