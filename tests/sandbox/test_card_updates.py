"""update_template_card: one use per response_code, 72 hours (D-94888)."""

from tests.sandbox.test_messages import BUTTONS
from tests.sandbox.town import App, Town


async def _sent(town: Town, touser: str = "lisi|zhangsan") -> str:
    await town.listen()
    return (await town.send(touser, msgtype="template_card", template_card=BUTTONS))["response_code"]


async def _update(town: Town, code: str, **body: object) -> dict[str, object]:
    agent = {"agentid": town.world.credentials.agent_id, "response_code": code}
    return await town.api("message/update_template_card", agent | body)


async def test_a_new_name_greys_the_buttons_out_for_some(town: Town) -> None:
    code = await _sent(town)
    answer = await _update(town, code, userids=["lisi", "NoBody"], button={"replace_name": "已同意"})
    assert (answer["errcode"], answer["invaliduser"]) == (0, ["nobody"])
    entry = (await town.log())[-1]
    assert (entry["edits"], entry["to"], entry["card"]["buttons"]) == (1, {"user": "lisi"}, [])
    shown = (await town.feed("sent"))[-1]["card"]
    assert (shown["disabled"], shown["replace_text"]) == (True, "已同意")
    spent = await town.refusal("/sandbox/press", {"from": "lisi", "card": "t1", "key": "yes"})
    assert spent[0] == 400
    assert "msgid" in await town.press("zhangsan", "t1", "yes")


async def test_a_code_works_once_and_for_three_days(town: Town) -> None:
    code = await _sent(town)
    change = {"userids": ["lisi"], "button": {"replace_name": "好"}}
    assert (await _update(town, code, userids=["lisi"]))["errcode"] == 40063
    assert (await _update(town, code, **change))["errcode"] == 0
    assert (await _update(town, code, **change))["errcode"] == 40058
    assert (await _update(town, "made-up", **change))["errcode"] == 40058
    app_code = (await town.send("gaofeng", msgtype="template_card", template_card=BUTTONS))["response_code"]
    await town.post("/sandbox/clock", {"advance": 72 * 3600 + 1})
    assert (await _update(town, app_code, userids=["gaofeng"], button={"replace_name": "好"}))["errcode"] == 40058


async def test_the_whole_card_for_everybody(town: Town) -> None:
    code = await _sent(town)
    notice = {"card_type": "text_notice", "main_title": {"title": "已处理"}, "card_action": {"type": 1, "url": "u"}}
    assert (await _update(town, code, atall=1, template_card=notice))["errcode"] == 0
    assert [entry["text"] for entry in (await town.log())[-2:]] == ["已处理"] * 2
    assert {item["card"]["task_id"] for item in (await town.feed("sent"))[-2:]} == {"t1"}, "the id of the card stays"


async def test_the_code_of_a_press_updates_the_card(town: Town) -> None:
    app: App = await town.listen()
    await town.send("lisi", msgtype="template_card", template_card=BUTTONS)
    await town.press("lisi", "t1", "yes")
    await town.settled()
    code = app.got[-1]["ResponseCode"]
    assert (await _update(town, code, userids=["lisi"], button={"replace_name": "已同意"}))["errcode"] == 0
