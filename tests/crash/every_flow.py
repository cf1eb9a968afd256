"""All flows that are explored."""

from tests.crash.account_flows import ACCOUNT_FLOWS
from tests.crash.desk_flows import DESK
from tests.crash.flows import FLOWS
from tests.crash.group_flows import GROUP_FLOWS
from tests.crash.leave_flows import LEAVE_FLOWS
from tests.crash.moderation_flows import BETWEEN_TWO, MODERATION_FLOWS
from tests.crash.privacy_flows import PRIVACY_FLOWS
from tests.crash.report_flows import REPORT
from tests.crash.safety_flows import SAFETY_FLOWS
from tests.crash.security_flows import INCIDENT
from tests.crash.survey_flows import SURVEY_FLOWS

SHORT_FLOWS = (*FLOWS, *GROUP_FLOWS, *LEAVE_FLOWS)
LONG_FLOWS = (*SAFETY_FLOWS, *MODERATION_FLOWS, *ACCOUNT_FLOWS, *SURVEY_FLOWS, *PRIVACY_FLOWS, REPORT, INCIDENT, DESK)
ALL_FLOWS = (*SHORT_FLOWS, *LONG_FLOWS, *BETWEEN_TWO)
