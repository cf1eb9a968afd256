"""On PostgreSQL: the process dies before or after any statement of a flow, and another one goes on."""

from collections.abc import Iterator

import pytest

from bench.postgres import database
from tests.crash.composition import Parts
from tests.crash.every_flow import ALL_FLOWS, SHORT_FLOWS
from tests.crash.explore_postgres import Explorer, spread
from tests.crash.flows import FLOWS, Flow
from tests.crash.mutants import HandlesOutsideTheTransaction
from tests.crash.outside import Mode
from tests.crash.safety_flows import NOTICE
from tests.crash.test_chain import HEAD

pytestmark = pytest.mark.postgres

MANY = 50
flows = pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
# Of two who decide at once the second reads one of several true answers here, as the database lets them go on: those
# flows are explored on SQLite, where one goes before the other.
short_flows = pytest.mark.parametrize(
    "flow", [each for each in SHORT_FLOWS if not each.ways], ids=lambda flow: flow.name
)
long_flows = pytest.mark.parametrize("flow", [NOTICE], ids=lambda flow: flow.name)
all_flows = pytest.mark.parametrize("flow", [each for each in ALL_FLOWS if not each.ways], ids=lambda flow: flow.name)


@pytest.fixture
def url(postgres_server: str, postgres_template: str) -> Iterator[str]:
    with database(postgres_server, template=postgres_template) as url:
        yield url


def every(steps: int) -> range:
    return range(1, steps + 1)


def middle(steps: int) -> range:
    return range(steps * 3 // 5, steps * 3 // 5 + 1)


def after_the_start(steps: int) -> range:
    """So close that several are within the work on one message."""
    return range(steps // 4, steps + 1, 3)


@short_flows
def test_killed_at_some_statements(flow: Flow, url: str) -> None:
    explorer = Explorer(url, flow)
    assert explorer.undisturbed()[1] > MANY
    assert list(explorer.wrong(spread(3))) == []


@long_flows
def test_killed_once_in_a_long_flow(flow: Flow, url: str) -> None:
    assert list(Explorer(url, flow).wrong(middle)) == []


def test_killed_while_the_trail_is_linked(url: str) -> None:
    """No gap and no fork: another process goes on behind the last link, whichever statement was the last."""
    assert list(Explorer(url, HEAD).wrong(spread(2))) == []


@flows
def test_killed_when_an_answer_of_wecom_was_lost(flow: Flow, url: str) -> None:
    assert list(Explorer(url, flow, modes=[Mode.LOST_AFTER]).wrong(spread(2))) == []


def test_a_mistake_is_noticed_here_too(url: str) -> None:
    parts = Parts(dispatcher=HandlesOutsideTheTransaction)
    assert next(Explorer(url, FLOWS[0], composed=parts.compose).wrong(after_the_start), None)


@pytest.mark.soak
@all_flows
@pytest.mark.parametrize("trouble", [Mode.ANSWERED, Mode.LOST_AFTER, Mode.LOST_BEFORE, Mode.BUSY, Mode.RAISES])
def test_killed_at_any_statement(flow: Flow, trouble: Mode, url: str) -> None:
    assert list(Explorer(url, flow, modes=[trouble]).wrong(every)) == []
