"""What a version said and who confirmed it is kept while it holds, and afterwards as long as other notices are: what
somebody did is judged by the version of that day (S332)."""

from collections.abc import Collection

from bot.domain.policies.release import ended
from bot.services.approvals.kinds import Desk
from bot.services.policies.standing import all_published


async def kept_notices(desk: Desk) -> frozenset[str]:
    """The numbers of notices, and of who let them pass, that no retention deletes yet."""
    known = await all_published(desk)
    ends, before = ended(known), (desk.now - desk.company.notices.kept).date()
    kept = [each.notice for each in known if ends.get(each.release.number, desk.now.date()) >= before]
    requests = {each.approval.request for each in kept if each.approval and each.approval.request}
    return frozenset(each.number for each in kept) | requests


async def forget_releases(desk: Desk, held: Collection[str]) -> None:
    """Those whose notice is gone."""
    known = await desk.store.releases.all()
    notices = await desk.store.notices.several({each.notice for each in known}) if known else {}
    gone = [each.number for each in known if each.notice not in notices]
    if gone:
        await desk.store.releases.forget(gone, by=desk.act, held=held)
