"""The letters that begin the numbers of what is done to groups; what is asked for first has a request's (RQ)."""

from enum import StrEnum


class Series(StrEnum):
    """As in DJ-20261122-001. Each is one count, whichever way it was begun."""

    REGISTERED = "DJ"
    RENAMED = "GM"  # by who needs nobody's yes
    APPOINTED = "RM"  # who is let in, since he is to look after it
    REVIEWED = "SL"
    LEFT = "TQ"
    REMOVED = "YC"  # by a keeper, or because a guest's time is over
    INVITED = "YQ"  # by a keeper; a guest's longer stay as well
    HANDED_OVER = "ZR"
