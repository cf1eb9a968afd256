"""How backups stand, in a sentence or two."""

from bot.domain.upkeep.backups import Backup, BackupState
from bot.services.upkeep.backing_up import how_it_stands
from tests.chat import Chat


async def test_the_last_one_failed_and_another_is_being_made(chat: Chat) -> None:
    class Desk:
        now, company = chat.clock.now(), chat.core.book.company()

    good = Backup("BF-1", Desk.now, state=BackupState.MADE, taken_at=Desk.now, size=61_400, copied=False)
    bad = Backup("BF-2", Desk.now, state=BackupState.FAILED, problem="磁盘满了")
    said = how_it_stands([bad, good], Desk)  # type: ignore[arg-type]
    assert said.startswith("最近一次 10:00，61 KB，没能另存一份；留着 1 份。还没有演练过恢复。")
    assert "最近一次（10:00）没有成功：磁盘满了。" in said
    assert "BF-3 正在备份。" in how_it_stands([Backup("BF-3", Desk.now), good], Desk)  # type: ignore[arg-type]
