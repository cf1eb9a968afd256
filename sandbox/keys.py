"""Where aiohttp's application keeps the world."""

from aiohttp import web

from sandbox.world import World

WORLD = web.AppKey("world", World)
