"""The ids of groups that WeCom can be asked about."""

from bot.doctor._finding import Finding
from tests.doctor.clinic import Clinic


async def found(clinic: Clinic, **binding: str) -> list[Finding]:
    clinic.values["groups"] = [{"id": "G-A", "name": "项目A工作群", **binding}]
    return (await clinic.report()).of("groups")


async def test_all_are_known(clinic: Clinic) -> None:
    own = clinic.world.credentials
    (finding,) = await found(clinic, app_chat_id=own.appchats["projecta"], webhook_key=own.webhooks["projecta"])
    assert finding.line == "✓ 群的编号：2 个 app_chat_id 和 webhook_key，没有发现失效的。"
    assert (await clinic.see("log"))["entries"] == []


async def test_a_webhook_that_is_gone(clinic: Clinic) -> None:
    (finding,) = await found(clinic, webhook_key="gone")
    assert finding.line == (
        "✗ 群的编号：群「项目A工作群」的 webhook_key 不对，或这个消息推送已被删掉（93000）。"
        "下一步：在群设置 → 消息推送 重新复制地址里 key= 后面的部分。"
    )


async def test_a_group_that_the_app_did_not_make(clinic: Clinic) -> None:
    for chat, errcode in (("none", 86003), (clinic.world.credentials.chat_ids["projecta"], 86008)):
        (finding,) = await found(clinic, app_chat_id=chat)
        assert finding.says == f"企业微信不认得群「项目A工作群」的 app_chat_id（{errcode}）"


async def test_there_is_nothing_to_ask(clinic: Clinic) -> None:
    assert await found(clinic, bot_chat_id="wr1") == []
