"""The right-hand column: the clock, and who received what."""

import pytest
from playwright.async_api import expect

from .desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_the_clock_moves(desk: Desk) -> None:
    await desk.sit()
    clock = desk.part("clock-now")
    await expect(clock).to_have_text("2026-11-22 周日 10:00")
    await desk.part("clock-hour").click()
    await expect(clock).to_have_text("2026-11-22 周日 11:00")
    await desk.part("clock-monday").click()
    await expect(clock).to_have_text("2026-11-23 周一 08:00")
    await desk.part("clock-monday").click()
    await expect(clock).to_have_text("2026-11-30 周一 08:00")
    await desk.part("clock-input").fill("2026-12-24T18:30")
    await desk.part("clock-set").click()
    await expect(clock).to_have_text("2026-12-24 周四 18:30")
    assert desk.world.clock.iso().startswith("2026-12-24T18:30")


async def test_yesterday_moves_on_with_the_clock(desk: Desk) -> None:
    await desk.sit()
    await desk.write("记一下")
    await desk.reads("你说：记一下")
    stamp = desk.part("messages").locator("time.notice")
    await expect(stamp).to_have_text("10:00")
    await desk.part("clock-day").click()
    await expect(stamp).to_have_text("昨天 10:00")
    await desk.part("clock-day").click()
    await expect(stamp).to_have_text("11月22日 周日 10:00")


async def test_the_clock_shows_that_it_is_busy_and_why_it_failed(desk: Desk) -> None:
    await desk.sit()
    routes = []
    await desk.page.route("**/sandbox/clock", lambda route: routes.append(route))
    await desk.part("clock-day").click()
    await expect(desk.part("clock-busy")).to_have_text("进行中……")
    await expect(desk.part("clock-hour")).to_be_disabled()
    await routes[0].fulfill(status=400, json={"error": "no way"})
    await expect(desk.part("clock-error")).to_have_text("没有拨动：no way")
    await expect(desk.part("clock-busy")).to_be_hidden()
    await expect(desk.part("clock-hour")).to_be_enabled()


async def test_what_others_receive_is_seen_and_leads_there(desk: Desk) -> None:
    await desk.sit()
    send = desk.world.journal.add
    send("sent", via="app", to={"user": "wangqiang"}, msgtype="text", text="有一条申请等你审批")
    row = desk.part("watched").first
    for words in ("应用", "王强", "有一条申请等你审批"):
        await expect(row).to_contain_text(words)
    await row.click()
    await expect(desk.part("person-switch")).to_contain_text("王强")
    await expect(desk.part("title")).to_have_text("应用消息")
    await desk.reads("有一条申请等你审批")


async def test_group_messages_of_every_channel(desk: Desk) -> None:
    await desk.sit("zhangsan", "bot")
    for via in ("bot", "appchat", "webhook"):
        group = {"group": "projecta"}
        desk.world.journal.add("sent", via=via, to=group, msgtype="markdown", text=f"**{via}** 安全提醒 <@zhangsan>")
    await expect(desk.part("watched")).to_have_count(3)
    await desk.part("watched").first.click()
    await expect(desk.part("person-switch")).to_contain_text("张三")  # is in that group, so nobody else is needed
    await expect(desk.part("message")).to_have_count(3)
    await expect(desk.last.locator(".mention")).to_have_text("@张三")


async def test_an_edit_changes_its_row_and_its_bubble(desk: Desk) -> None:
    await desk.sit()
    to = {"user": "zhangsan"}
    seq = desk.world.journal.add("sent", via="bot", to=to, msgtype="stream", text="第一稿")
    await desk.reads("第一稿")
    desk.world.journal.add("sent", via="bot", to=to, msgtype="stream", text="第二稿", edits=seq)
    await desk.reads("第二稿")
    await expect(desk.part("message")).to_have_count(1)
    await expect(desk.part("watched")).to_have_count(1)
    await expect(desk.part("watched")).to_contain_text("第二稿")


async def test_recalled_and_dropped(desk: Desk) -> None:
    await desk.sit("zhangsan", "app")
    seq = desk.world.journal.add("sent", via="app", to={"user": "zhangsan"}, msgtype="text", text="发错了")
    await desk.reads("发错了")
    desk.world.journal.add("recalled", recalls=seq)
    await desk.reads("撤回了一条消息")
    await expect(desk.part("messages")).not_to_contain_text("发错了")
    desk.world.journal.add("dropped", to={"user": "lisi"}, why="some new reason")
    await expect(desk.part("watched-event").first).to_contain_text("给李四的消息被丢弃：some new reason")


async def test_the_bot_goes_and_comes(desk: Desk) -> None:
    await desk.sit()
    await expect(desk.part("bot-state")).to_have_text("在线")
    await desk.bot.hang_up()
    await expect(desk.part("bot-state")).to_have_text("离线")
    await desk.write("有人吗")
    await desk.reads("没有送到：机器人不在线")
    await expect(desk.part("watched-event").first).to_contain_text("一条消息被丢弃：机器人不在线")


async def test_people_come_and_go_in_a_group(desk: Desk) -> None:
    await desk.sit("zhangsan", "projecta")
    event = desk.part("event")
    await desk.door("rooms", {"group": "projecta", "add": ["lisi", "hemiao"]})  # 何苗 is there already
    await expect(event.last).to_have_text("李四加入了群聊")
    await desk.door("rooms", {"group": "projecta", "remove": ["lisi", "zhengqun"]})
    await expect(event.last).to_have_text("李四、郑群离开了群聊")
    await expect(desk.part("watched-event").first).to_contain_text("项目A工作群：李四、郑群离开了群聊")
    await expect(desk.part("conversation-projecta")).to_contain_text("李四、郑群离开了群聊")


async def test_a_room_of_the_app_is_seen_from_its_first_message_on(desk: Desk) -> None:
    await desk.sit()
    members = ["zhangsan", "lisi"]
    chat = (await desk.api("appchat/create", {"name": "应急小组", "owner": "lisi", "userlist": members}))["chatid"]
    await expect(desk.part("watched-event").first).to_contain_text("应急小组：应用邀请张三、李四加入了群聊")
    room = desk.page.locator("#conversations").get_by_role("button", name="应急小组")
    await expect(room).to_have_count(0)
    await desk.api("appchat/send", {"chatid": chat, "msgtype": "text", "text": {"content": "集合"}})
    await expect(room).to_contain_text("集合")


async def test_a_telephone_that_rings(desk: Desk) -> None:
    await desk.sit("lisi", "app")
    await desk.api("pstncc/call", {"callee_userid": ["lisi"]})
    await expect(desk.part("event").last).to_contain_text("紧急通知：电话在响")
    await expect(desk.part("watched-event").first).to_contain_text("李四：紧急通知：电话在响")
    await desk.page.get_by_role("button", name="接听").click()
    await expect(desk.part("event").last).to_have_text("接了紧急通知的电话")
    await expect(desk.page.get_by_role("button", name="接听")).to_have_count(0)
