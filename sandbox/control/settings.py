"""`/sandbox/settings`: what nobody could confirm about WeCom; GET shows, POST `{name: value}` changes."""

from aiohttp import web

from sandbox.control.door import body_of
from sandbox.errors import bad
from sandbox.json_types import Json
from sandbox.world import World


async def get_settings(world: World, _request: web.Request) -> Json:
    return world.settings.as_json()


async def change_settings(world: World, request: web.Request) -> Json:
    for name, value in (await body_of(request)).items():
        try:
            world.settings.change(name, value)
        except KeyError as error:
            raise bad(f"there is no setting {name}") from error
        except (TypeError, ValueError) as error:
            raise bad(f"{name}: {error}") from error
    return world.settings.as_json()
