"""Approvals and how they pass: node after node, within a node all, any one, or one after the other (D-91983)."""

from dataclasses import dataclass, field
from enum import IntEnum

from sandbox.json_types import Json


class Form(IntEnum):
    """sp_status of a whole form."""

    RUNNING = 1
    PASSED = 2
    REJECTED = 3
    WITHDRAWN = 4
    WITHDRAWN_AFTER = 6


class Step(IntEnum):
    """sp_status of a node and of each person in it."""

    RUNNING = 1
    AGREED = 2
    REJECTED = 3


class Change(IntEnum):
    """StatuChangeEvent, as WeCom spells it."""

    SUBMIT = 1
    AGREE = 2
    REJECT = 3
    WITHDRAW = 6
    WITHDRAW_AFTER = 8
    COMMENT = 10


class NodeType(IntEnum):
    APPROVER = 1
    COPY = 2
    HANDLER = 3


ALL, ANY, IN_ORDER = 1, 2, 3


@dataclass(slots=True)
class Decider:
    """`time` in seconds, 0 before a decision."""

    userid: str
    status: Step = Step.RUNNING
    speech: str = ""
    time: int = 0


@dataclass(slots=True)
class Node:
    type: NodeType
    relation: int
    people: list[Decider]

    @property
    def status(self) -> Step:
        if any(person.status is Step.REJECTED for person in self.people):
            return Step.REJECTED
        enough = any if self.relation == ANY else all
        done = self.type is NodeType.COPY or enough(person.status is Step.AGREED for person in self.people)
        return Step.AGREED if done else Step.RUNNING

    def waits_for(self) -> list[Decider]:
        open_ones = [person for person in self.people if person.status is Step.RUNNING]
        return open_ones[:1] if self.relation == IN_ORDER else open_ones


@dataclass(slots=True)
class Approval:
    """One form. `contents` as submitted; times in seconds of the company's clock."""

    sp_no: str
    template_id: str
    name: str
    applicant: str
    party: int
    applied: int
    contents: list[Json]
    nodes: list[Node]
    notified: list[str]
    status: Form = Form.RUNNING
    comments: list[Json] = field(default_factory=list)

    @property
    def current(self) -> Node | None:
        return next((node for node in self.nodes if node.status is Step.RUNNING), None)

    def waits_for(self) -> list[str]:
        node = self.current if self.status is Form.RUNNING else None
        return [person.userid for person in node.waits_for()] if node else []

    def decide(self, userid: str, step: Step, speech: str, now: int) -> None:
        """ValueError when it is not this person's turn."""
        node = self.current
        if node is None or userid not in self.waits_for():
            raise ValueError(f"{self.sp_no} does not wait for {userid}")
        person = next(person for person in node.waits_for() if person.userid == userid)
        person.status, person.speech, person.time = step, speech, now
        if step is Step.REJECTED:
            self.status = Form.REJECTED
        self.settle()

    def settle(self) -> None:
        """Passed once no node waits."""
        if self.status is Form.RUNNING and self.current is None:
            self.status = Form.PASSED

    def withdraw(self, userid: str) -> None:
        """By the applicant, while it runs or after it passed; ValueError otherwise."""
        after = {Form.RUNNING: Form.WITHDRAWN, Form.PASSED: Form.WITHDRAWN_AFTER}
        if userid != self.applicant or self.status not in after:
            raise ValueError(f"{userid} cannot withdraw {self.sp_no} now")
        self.status = after[self.status]
