"""Nothing that anybody writes can run, whichever way it comes in."""

import pytest
from playwright.async_api import expect

from .desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

ATTACKS = (
    "<img src=x onerror=\"document.title='hacked'\">",
    "</script><script>document.title='hacked'</script>",
    "[点我](javascript:document.title='hacked')",
    "<a href=\"javascript:document.title='hacked'\">点我</a>",
    "![图](x\" onerror=\"document.title='hacked')",
    '<font color="red" onmouseover="document.title=\'hacked\'">字</font>',
    "<@\"><svg/onload=document.title='hacked'>>",
    "[a](https://a.example/\"onclick=\"document.title='hacked')",
    "`<svg onload=document.title='hacked'>`",
)


async def test_attacks_stay_text(desk: Desk) -> None:
    await desk.sit()
    for attack in ATTACKS:
        desk.bot.replies[attack] = f"**回**{attack}"
        await desk.write(attack)
        await desk.reads("回")
    for link in await desk.part("messages").get_by_role("link").all():
        assert (await link.get_attribute("href") or "").startswith("https://")
        await link.hover()
    foreign = "script, svg, iframe, [onerror], [onload], [onclick], [onmouseover], img:not([src^='/'])"
    await expect(desk.part("messages").locator(foreign)).to_have_count(0)
    await expect(desk.part("message")).to_have_count(2 * len(ATTACKS))
    assert "hacked" not in await desk.page.title()


async def test_a_hostile_card_stays_text(desk: Desk) -> None:
    await desk.sit()
    text = "<img src=x onerror=\"document.title='hacked'\">"
    raw = {
        "card_type": "text_notice",
        "task_id": "t<b>\"'",
        "main_title": {"title": text, "desc": text},
        "card_image": {"url": "https://elsewhere.example/track.png"},
        "horizontal_content_list": [{"type": 1, "keyname": text, "value": text, "url": "javascript:alert(1)"}],
        "jump_list": [{"type": 1, "title": text, "url": "javascript:alert(1)"}],
        "button_list": [{"key": '"><script>', "text": text}],
    }
    card = {"task_id": raw["task_id"], "title": text, "desc": text, "buttons": [], "selects": [], "raw": raw}
    to = {"user": "zhangsan"}
    desk.world.journal.add("sent", via="bot", to=to, msgtype="template_card", text=text, card=card)
    await expect(desk.part("card-title")).to_have_text(text)
    await expect(desk.part("card").locator("img, script, a[href^=javascript]")).to_have_count(0)
    assert "hacked" not in await desk.page.title()


async def test_an_endless_line_does_not_freeze_the_page(desk: Desk) -> None:
    await desk.sit()
    for unit in ("**a ", "[", "<font color=info>", "`", "> ", "- ", "|"):
        nasty = (unit * 20_000)[:20_000]
        desk.world.journal.add("sent", via="bot", to={"user": "zhangsan"}, msgtype="markdown", text=nasty)
    await desk.write("还在吗")
    await desk.reads("你说：还在吗")
