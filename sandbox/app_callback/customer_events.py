"""change_external_chat (D-92130): what people do to a customer group. Internal groups have no such event."""

from sandbox.app_callback.deliver import deliver
from sandbox.json_types import Json
from sandbox.world import World

BY_INVITATION = 1
LEFT = 0


def tell_members(world: World, room_id: str, *, added: list[str], removed: list[str]) -> None:
    """One event for who came, one for who left."""
    if added:
        _tell(world, room_id, "add_member", added, {"JoinScene": BY_INVITATION})
    if removed:
        _tell(world, room_id, "del_member", removed, {"QuitScene": LEFT})


def tell_renamed(world: World, room_id: str) -> None:
    _deliver(world, room_id, {"ChangeType": "update", "UpdateDetail": "change_name"})


def tell_handed_over(world: World, room_id: str) -> None:
    _deliver(world, room_id, {"ChangeType": "update", "UpdateDetail": "change_owner"})


def tell_dismissed(world: World, room_id: str) -> None:
    _deliver(world, room_id, {"ChangeType": "dismiss"})


def _tell(world: World, room_id: str, detail: str, people: list[str], scene: Json) -> None:
    before, after = world.customers.change(room_id)
    changed: Json = {
        "ChangeType": "update",
        "UpdateDetail": detail,
        **scene,
        "MemChangeCnt": len(people),
        "MemChangeList": {"Item": people},
        "LastMemVer": before,
        "CurMemVer": after,
    }
    _deliver(world, room_id, changed)


def _deliver(world: World, room_id: str, changed: Json) -> None:
    message: Json = {
        "ToUserName": world.credentials.corp_id,
        "FromUserName": "sys",
        "CreateTime": int(world.clock.seconds()),
        "MsgType": "event",
        "Event": "change_external_chat",
        "ChatId": world.customers.chat_id(room_id),
        **changed,
    }
    deliver(world, "sys", message, msgid=f"event-{world.next_id()}")
