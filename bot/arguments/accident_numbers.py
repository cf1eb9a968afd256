"""The number of an accident, however it is typed: SG-20261122-001, sg20261122001."""

from bot.arguments.numbers import Numbered


class AccidentNumber(Numbered):
    wanted = "哪一起事故？写上编号，例如 SG-20261122-001。"
    prefix = "SG"
