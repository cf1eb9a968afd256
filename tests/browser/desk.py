"""Somebody at the page: the few gestures that the tests are made of."""

from typing import Any

from aiohttp import ClientSession
from playwright.async_api import Locator, Page, expect

from sandbox.world import World

from .scripted_bot import ScriptedBot


class Desk:
    """A browser tab on one sandbox, with a bot connected to it."""

    def __init__(self, page: Page, address: str, world: World, bot: ScriptedBot) -> None:
        self.page = page
        self.address = address
        self.world = world
        self.bot = bot

    def part(self, name: str) -> Locator:
        return self.page.get_by_test_id(name)

    async def sit(self, person: str = "zhangsan", conversation: str = "bot") -> None:
        """Open the page as a person, in a conversation."""
        await self.page.goto(f"{self.address}/#{person}/{conversation}")
        await expect(self.part(f"conversation-{conversation}")).to_have_attribute("aria-current", "true")

    async def write(self, text: str) -> None:
        await self.part("composer").fill(text)
        await self.part("composer").press("Enter")

    @property
    def last(self) -> Locator:
        """The newest bubble."""
        return self.part("message").last

    async def reads(self, text: str) -> None:
        await expect(self.last).to_contain_text(text)

    async def door(self, name: str, wish: Any) -> Any:
        """Something that happens beside the page."""
        async with ClientSession() as session, session.post(f"{self.address}/sandbox/{name}", json=wish) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def api(self, path: str, body: Any) -> Any:
        """A call of the app."""
        token, _ = self.world.tokens.fetch("app", 7200)
        url = f"{self.address}/cgi-bin/{path}?access_token={token}"
        async with ClientSession() as session, session.post(url, json=body) as answer:
            told = await answer.json()
        assert told["errcode"] == 0, told
        return told

    def said(self) -> list[dict[str, Any]]:
        return [item for item in self._items() if item["kind"] == "said"]

    def pressed(self) -> list[dict[str, Any]]:
        return [item for item in self._items() if item["kind"] == "pressed"]

    def _items(self) -> list[dict[str, Any]]:
        return [self.world.journal.item(seq) for seq in range(1, self.world.journal.last + 1)]
