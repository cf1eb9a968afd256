"""All flows that are explored."""

from tests.crash.flows import FLOWS
from tests.crash.group_flows import GROUP_FLOWS
from tests.crash.leave_flows import LEAVE_FLOWS

ALL_FLOWS = (*FLOWS, *GROUP_FLOWS, *LEAVE_FLOWS)
