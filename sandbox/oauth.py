"""What a person allows an app to know (D-91022, D-91023): codes for a page, tickets for personal fields."""

from dataclasses import dataclass, field

from sandbox.errors import ApiError

CODE_LIFETIME = 300.0
TICKET_LIFETIME = 1800.0


@dataclass(frozen=True, slots=True)
class Grant:
    """`private`: the person agreed to show mobile, mail and address. `expires` in the company's seconds."""

    userid: str
    private: bool
    expires: float


@dataclass(slots=True)
class Grants:
    """Codes are good once, for five minutes; tickets for half an hour."""

    codes: dict[str, Grant] = field(default_factory=dict)
    tickets: dict[str, Grant] = field(default_factory=dict)

    def give_code(self, code: str, userid: str, now: float, *, private: bool) -> str:
        self.codes[code] = Grant(userid, private, now + CODE_LIFETIME)
        return code

    def give_ticket(self, ticket: str, userid: str, now: float) -> str:
        self.tickets[ticket] = Grant(userid, True, now + TICKET_LIFETIME)
        return ticket

    def spend(self, code: str, now: float) -> Grant:
        """ApiError 40029 for a code that is unknown, used or too old."""
        grant = self.codes.pop(code, None)
        if grant is None or now >= grant.expires:
            raise ApiError(40029)
        return grant

    def shown(self, ticket: str, now: float) -> Grant:
        """ApiError 84015 for a ticket that is unknown, 84014 for one that is too old."""
        grant = self.tickets.get(ticket)
        if grant is None:
            raise ApiError(84015)
        if now >= grant.expires:
            raise ApiError(84014)
        return grant
