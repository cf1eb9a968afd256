"""Which of WeCom's own apps let this app call them (D-91854): the console's 可调用接口的应用."""

from sandbox.company import Person
from sandbox.errors import ApiError
from sandbox.platform.endpoint import Call

REFUSALS = {"approval": 301055, "pstncc": 301049}
MINUTE = 60.0


def require_listed(call: Call, name: str, *, per_minute: int = 0) -> None:
    """301055 for approvals, 301049 for calls, 301002 for the rest; 45009 over the rate of this very call."""
    call.require("app")
    listed = [part.strip() for part in call.world.settings.listed_in.split(",")]
    if name not in listed:
        raise ApiError(REFUSALS.get(name, 301002))
    window = (per_minute, MINUTE)
    if per_minute and not call.world.limits.take("oa", call.path, call.world.clock.seconds(), window):
        raise ApiError(45009)


def member(call: Call, given: object, *, unknown: int = 301021, unseen: int = 301055) -> Person:
    """Somebody the app may act for."""
    person = call.world.directory.find(str(given or ""))
    if person is None:
        raise ApiError(unknown)
    if not call.world.visible.has(person):
        raise ApiError(unseen)
    return person
