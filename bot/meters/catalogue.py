"""Everything that is counted, in one place: the names are what dashboards and alarms are built on."""

import time

from bot.meters.instruments import SIZES, Counter, Histogram, Stopwatches


class Meters:
    """One of it per process. Whoever is given none counts for himself alone."""

    def __init__(self) -> None:
        self.received = Counter("qunwu_messages_received_total", "Messages taken in; new=false: a copy", ("via", "new"))
        self.spooled = Counter("qunwu_messages_spooled_total", "Messages kept on the local disk: the database was away")
        self.handled = Counter("qunwu_messages_handled_total", "Attempts: done, failed, parked", ("outcome",))
        self.sends = Counter("qunwu_sends_total", "Attempts to send, by what became of them", ("via", "verdict"))
        self.errcodes = Counter("qunwu_wecom_errcodes_total", "Errors that WeCom answered to sends", ("via", "errcode"))
        self.parked = Counter("qunwu_parcels_parked_total", "Parcels that no way led to their reader")
        self.jobs = Counter("qunwu_job_runs_total", "Slots of jobs: ran, missed, failed", ("job", "state"))
        self.commands = Counter("qunwu_commands_total", "Commands carried out: done, refused", ("command", "outcome"))
        self.command_seconds = Counter("qunwu_command_seconds_total", "Time that commands took", ("command",))
        self.batches = Histogram("qunwu_commit_batch_size", "Messages per commit of the inbox", SIZES)
        self.ack = Histogram("qunwu_ack_seconds", "From a message's arrival to its commit")
        self.reply = Histogram("qunwu_reply_seconds", "From a message's arrival to the first thing said to it")
        self._asked = Stopwatches()

    def families(self) -> list[Counter | Histogram]:
        """In a fixed order."""
        return [each for each in vars(self).values() if isinstance(each, (Counter, Histogram))]

    def heard(self, key: str, *, since: float) -> None:
        """The message `key` came at `since` (monotonic seconds) and is committed now."""
        self.ack.observe(time.monotonic() - since)
        self._asked.start(key, since)

    def carried_out(self, command: str, *, refused: bool, since: float) -> None:
        """A command that began at `since` (monotonic seconds) is over."""
        self.commands.add(command, "refused" if refused else "done")
        self.command_seconds.add(command, by=time.monotonic() - since)

    def answered(self, cause: str) -> None:
        """Something that was said because of the message `cause` got through."""
        if (seconds := self._asked.stop(cause, time.monotonic())) is not None:
            self.reply.observe(seconds)
