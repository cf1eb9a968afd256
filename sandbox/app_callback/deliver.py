"""Delivery to the app: encrypted XML by POST, a passive reply in the answer (D-90238)."""

from sandbox import xml
from sandbox.app_callback.address import Address, AppChannel
from sandbox.app_callback.replies import take_reply
from sandbox.json_types import Json
from sandbox.outbound import post_until_taken
from sandbox.world import World


def deliver(world: World, userid: str, message: Json, *, msgid: str, channel: AppChannel | None = None) -> bool:
    """Start delivering one message or event; False when no address is saved. `msgid` is what replies answer to.

    To the app, or to another `channel`.
    """
    address = (channel or world.app).address
    if address is None:
        return False
    world.tasks.deliver(_deliver(world, address, userid, message, msgid))
    return True


async def _deliver(world: World, address: Address, userid: str, message: Json, msgid: str) -> None:
    outer: Json = {"ToUserName": message["ToUserName"]}
    if "AgentID" in message:
        outer["AgentID"] = str(message["AgentID"])

    def wrap(cipher: str) -> str:
        return xml.render("xml", outer | {"Encrypt": cipher})

    answer = await post_until_taken(world, address, xml.render("xml", message), wrap, "text/xml; charset=utf-8")
    if answer is None:
        world.journal.add("dropped", via="app", msgid=msgid, why="the app's callback address did not accept it")
    else:
        take_reply(world, address, userid, message, answer.text, msgid=msgid)
