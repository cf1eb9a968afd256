"""What people sign in at, by its number: PX-20261127-001 of a training, YL-20261127-001 of a drill."""

from bot.arguments.requests import RequestNumber


class SheetNumber(RequestNumber):
    wanted = "哪一次？写上编号，例如 PX-20261127-001。"
