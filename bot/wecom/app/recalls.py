"""Takes back a message of the app's, within 24 hours (D-94867)."""

from bot.shapes.outgoing import Outcome, Verdict
from bot.wecom.api.rest import APP_SECRET, CallError, Rest


class AppRecalls:
    """The port `Recaller`."""

    def __init__(self, rest: Rest) -> None:
        self._rest = rest

    async def recall(self, msgid: str) -> Outcome:
        try:
            await self._rest.call(APP_SECRET, "POST", "message/recall", json={"msgid": msgid})
        except CallError as error:
            return error.outcome
        return Outcome(Verdict.DONE)
