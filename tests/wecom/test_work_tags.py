"""Tags written into the sandbox's WeCom by the app."""

import pytest

from bot.domain.tags.rules import TagTerms
from bot.domain.tags.tag import Trouble
from bot.identifiers import UserId
from bot.shapes.ports import TagRefused
from bot.wecom.api.work_tags import AppTags

from .sandboxed import sandboxed

ZHANG, LI = UserId("zhangsan"), UserId("lisi")


async def test_made_given_taken_and_not_another_ones() -> None:
    async with sandboxed() as sandbox, sandbox.rest() as rest:
        tags = AppTags(rest, TagTerms(writes=True, ask_share=30))
        before = await tags.all()
        number = await tags.create("叉车证")
        assert await tags.all() == {**before, number: "叉车证"}
        await tags.add(number, {ZHANG, LI, UserId("nobody")})
        await tags.add(number, {UserId("nobody")})  # out of the app's range
        await tags.remove(number, {LI})
        assert await tags.members(number) == {ZHANG}
        with pytest.raises(TagRefused) as refused:
            await tags.create("叉车证")
        assert refused.value.trouble is Trouble.TAKEN
        theirs = min(before)
        with pytest.raises(TagRefused) as refused:
            await tags.add(theirs, {LI})
        assert refused.value.trouble is Trouble.FOREIGN
