"""Encrypted ids, converted through the app."""

import json

import pytest

from bot.wecom.api.rest import CallError
from bot.wecom.api.userids import AppUserIds

from .platforms import platform, rest_to


async def test_who_is_in_range_is_told_and_others_are_missing() -> None:
    async with platform() as told, rest_to(told.base) as rest:
        found = [{"open_userid": "woA1", "userid": "Lin.Mei"}, {"open_userid": "woA2"}]
        told.will("batch/openuserid_to_userid", {"errcode": 0, "userid_list": found, "invalid_open_userid_list": ["x"]})
        assert await AppUserIds(rest).plain(["woA1", "woA2", "x"]) == {"woA1": "lin.mei"}
        assert json.loads(told.calls[-1].body) == {"open_userid_list": ["woA1", "woA2", "x"]}


async def test_a_refusal_is_raised() -> None:
    async with platform() as told, rest_to(told.base) as rest:
        told.will("batch/openuserid_to_userid", {"errcode": 60020, "errmsg": ""})
        with pytest.raises(CallError):
            await AppUserIds(rest).plain(["woA1"])
