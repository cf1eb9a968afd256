"""`GET /sandbox/state`: who is there, which rooms, and whether the bot is connected. `GET /sandbox/credentials`."""

from aiohttp import web

from sandbox.json_types import Json
from sandbox.world import World


async def get_state(world: World, _request: web.Request) -> Json:
    directory = world.directory
    return {
        "now": world.clock.iso(),
        "people": [
            {
                "userid": person.userid,
                "name": person.name,
                "dept": directory.department_name(person),
                "title": person.title,
            }
            for person in directory.people.values()
        ],
        "groups": [
            {
                "id": room.id,
                "name": room.name,
                "owner": room.admin,
                "members": list(room.members),
                "made_by": room.made_by,
                "bot": room.id in world.bot.rooms,
                "visible": world.appchats.shows(room.id),
                "external": list(room.external),
            }
            for room in directory.rooms.values()
        ],
        "bot": {"connected": world.bot.listens, "mode": "callback" if world.bot.address else "connection"},
        "bot_name": world.company.bot_name,
        "app": {"callback": world.app.address is not None},
    }


async def get_credentials(world: World, _request: web.Request) -> Json:
    """All that a foreign client needs."""
    own = world.credentials
    return {
        "corp_id": own.corp_id,
        "agent_id": own.agent_id,
        "app_secret": own.app_secret,
        "contacts_secret": own.contacts_secret,
        "bot_id": own.bot_id,
        "bot_secret": own.bot_secret,
        "token": own.token,
        "encoding_aes_key": own.encoding_aes_key,
        "webhooks": own.webhooks,
        "appchats": own.appchats,
        "api_base": world.api_base,
        "ws_url": world.ws_url,
    }
