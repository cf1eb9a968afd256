"""The number of something that was asked for, of whatever kind."""

from bot.arguments.numbers import ANY, Numbered


class RequestNumber(Numbered):
    wanted = "哪一条？写上编号。"
    prefix = ANY
