"""Which door is where."""

from aiohttp import web

from sandbox.control import (
    approvals,
    callback,
    calls,
    clock,
    faults,
    feedback,
    log,
    media,
    oauth,
    office,
    opening,
    people,
    press,
    rooms,
    say,
    settings,
    state,
)
from sandbox.control.door import Door, door
from sandbox.errors import absent
from sandbox.json_types import Json
from sandbox.world import World

DOORS: dict[tuple[str, str], Door] = {
    ("GET", "state"): state.get_state,
    ("GET", "credentials"): state.get_credentials,
    ("POST", "say"): say.say,
    ("POST", "press"): press.press,
    ("POST", "open"): opening.open_door,
    ("POST", "feedback"): feedback.give_feedback,
    ("POST", "people"): people.change_people,
    ("POST", "rooms"): rooms.change_room,
    ("POST", "oauth"): oauth.give_code,
    ("GET", "approvals"): approvals.list_approvals,
    ("POST", "approvals"): approvals.act,
    ("POST", "checkin"): office.check_in,
    ("POST", "logins"): office.log_in,
    ("POST", "reports"): office.write_report,
    ("POST", "phone"): office.answer_phone,
    ("GET", "settings"): settings.get_settings,
    ("POST", "settings"): settings.change_settings,
    ("GET", "log"): log.get_log,
    ("GET", "feed"): log.get_feed,
    ("GET", "clock"): clock.get_clock,
    ("POST", "clock"): clock.move_clock,
    ("POST", "faults"): faults.add_fault,
    ("DELETE", "faults"): faults.clear_faults,
    ("POST", "callback"): callback.save_callback,
    ("GET", "calls"): calls.get_calls,
}


def add_routes(app: web.Application) -> None:
    for (method, path), run in DOORS.items():
        app.router.add_route(method, f"/sandbox/{path}", door(run))
    app.router.add_get("/sandbox/clock/follow", clock.follow)
    app.router.add_get("/sandbox/media/{media_id}", media.serve)
    app.router.add_route("*", "/sandbox/{unknown:.*}", door(_unknown))


async def _unknown(_world: World, request: web.Request) -> Json:
    raise absent(f"there is no door {request.method} {request.path}")
