from datetime import datetime

from bot.domain.notices.inbound import Inbound, due_at, timers
from bot.files.company import load
from bot.identifiers import UserId
from tests.chat import SAMPLE_COMPANY

FILE = load(SAMPLE_COMPANY)
CALENDAR, ZONE = FILE.company.pace.calendar, FILE.now.tzinfo


def test_two_working_days_and_those_above_on_the_next() -> None:
    friday = datetime(2026, 11, 27, 16, 0, tzinfo=ZONE)
    due = due_at(friday, CALENDAR)
    assert due == datetime(2026, 12, 1, 17, 30, tzinfo=ZONE)
    item = Inbound("HF-1", "GG-1", "要补吗", UserId("zhangsan"), (UserId("zhengqun"),), friday, due)
    assert timers(item, CALENDAR) == {
        "remind": datetime(2026, 12, 1, 9, 30, tzinfo=ZONE),
        "over": due,
        "climb": datetime(2026, 12, 2, 9, 30, tzinfo=ZONE),
    }
