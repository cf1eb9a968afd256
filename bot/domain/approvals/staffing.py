"""Who is asked: whom the step names; else, if he is away, his deputy; else the next in line. Nobody twice.

Never the applicant, nor anybody whom the request is about: for them the next in line is asked, not their deputy, who
would speak in their name.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from bot.domain.approvals.line import line_above
from bot.domain.approvals.request import Asked, Request, Seat, Standing, Step
from bot.domain.company import Company
from bot.domain.people import Person
from bot.identifiers import UserId


@dataclass(frozen=True, slots=True)
class Staffing:
    """The company at one moment. `deputies`: who is away -> who acts for him today."""

    company: Company
    deputies: Mapping[UserId, UserId] = field(default_factory=lambda: MappingProxyType({}))

    def present(self, user: UserId) -> Person | None:
        """None: he has left, or never was."""
        person = self.company.person(user)
        return person if person and person.active else None

    def deputy_of(self, user: UserId) -> UserId | None:
        """Whoever acts for him in the end: a deputy may be away himself. None: nobody does."""
        seen = {user}
        found = self.deputies.get(user)
        while found is not None and found in self.deputies and found not in seen:
            seen.add(found)
            found = self.deputies[found]
        return found if found is not None and found not in seen and self.present(found) else None

    def named(self, step: Step, applicant: UserId) -> tuple[UserId, ...]:
        """Whom the step names by now, each once."""
        found = (user for each in step.selectors for user in each.holders(self.company, applicant))
        return tuple(dict.fromkeys(found))

    def lost_post(self, seat: Seat, step: Step, applicant: UserId) -> bool:
        """Whether its holder is here, but is not any more what the step asks for."""
        return bool(seat.holder and self.present(seat.holder)) and seat.holder not in self.named(step, applicant)

    def still_next(self, asked: Asked, seat: Seat, applicant: UserId) -> bool:
        """Whether whoever was asked in place of its holder, as the next in line, stands above him by now, or above
        somebody else who was asked, or the applicant; so must he whose deputy was asked. Who has left decides nothing
        anyway."""
        user = asked.stead_of if asked.standing is Standing.DEPUTY and asked.stead_of else asked.user
        if user == seat.holder or self.present(user) is None:
            return True
        below = [seat.holder, applicant, *(each.user for each in seat.asked if each.user != user)]
        return any(user in line_above(self.company, each) for each in below)

    def stands_in(self, asked: Asked) -> bool:
        """Whether a deputy still is one: not once the days are over, it was taken back, or who is away has left."""
        if asked.standing is not Standing.DEPUTY or asked.stead_of is None:
            return True
        chain: list[UserId] = [asked.stead_of]
        while (following := self.deputies.get(chain[-1])) and following not in chain:
            chain.append(following)
        return asked.user in chain[1:] and self.present(asked.stead_of) is not None


def stand_ins(given: Mapping[UserId, UserId], away: Collection[UserId], company: Company) -> Mapping[UserId, UserId]:
    """Who acts for whom today: deputies that were asked and accepted; for whoever is on leave without one, the next in
    line who is here."""
    found = dict(given)
    for user in sorted(set(away) - given.keys()):
        above = (each for each in line_above(company, user) if each not in away and each not in given)
        if here := next((each for each in above if company.is_here(each)), None):
            found[user] = here
    return found


def staffed(step: Step, request: Request, staff: Staffing) -> Step:
    """The step with its seats filled, for `request` at its version. A seat that nobody can take is left empty."""
    holders = list(staff.named(step, request.applicant))
    taken = {*request.barred, *(decision.by for decision in request.decisions)}
    fit = [each for each in holders if staff.present(each) and each not in taken]
    if step.needed is not None:
        unfit = [each for each in holders if each not in fit]
        holders = fit + unfit[: max(0, step.needed - len(fit))]
    seats: list[Seat] = []
    for holder in holders or (None,):
        asked = asked_for(holder, taken, staff, version=request.version)
        seats.append(Seat(holder, (asked,) if asked else ()))
        taken |= {asked.user} if asked else set()
    return replace(step, seats=tuple(seats))


def asked_for(
    holder: UserId | None,
    taken: Collection[UserId],
    staff: Staffing,
    *,
    version: int,
    otherwise: Standing = Standing.ABOVE,
) -> Asked | None:
    """Who has the say of `holder` (None: the post is vacant); None: nobody is left in the line."""
    for user in ([holder] if holder else []) + list(line_above(staff.company, holder)):
        if user in taken or not staff.present(user):
            continue
        if user not in staff.deputies:
            own = user == holder
            return Asked(user, Standing.OWN if own else otherwise, version, None if own else holder)
        deputy = staff.deputy_of(user)
        if deputy and deputy not in taken:
            return Asked(deputy, Standing.DEPUTY, version, user)
    return None
