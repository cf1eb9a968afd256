"""What is known of earlier attempts at a parcel: whether "used already" means that one of them got through."""

from bot.shapes.outgoing import Outcome, Parcel, Verdict


class Attempts:
    """Of this process we know each attempt, and only one without an answer counts: what was put off has not happened.
    Of the process before we know what the parcel says."""

    def __init__(self) -> None:
        self._unsure: dict[int, bool] = {}

    def may_have_passed(self, parcel: Parcel) -> bool:
        return self._unsure.get(parcel.id, parcel.repeated)

    def note(self, parcel: Parcel, outcome: Outcome) -> Outcome:
        """Call with what became of each attempt; gives it back."""
        if outcome.verdict in (Verdict.RETRY, Verdict.UNKNOWN, Verdict.MISCONFIGURED):
            self._unsure[parcel.id] = self._unsure.get(parcel.id, False) or outcome.verdict is Verdict.UNKNOWN
        else:
            self._unsure.pop(parcel.id, None)
        return outcome


def passed_before(outcome: Outcome) -> Outcome:
    """A refusal that says so."""
    return Outcome(Verdict.DONE, outcome.errcode, f"an earlier attempt got through: {outcome.why}")
