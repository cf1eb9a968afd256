"""Certificates of what was deleted: each hangs on the one before, by the number of the last entry that it counted.

个人信息保护法 art. 47 wants it deleted, 网络数据安全管理条例 art. 12 that it can be shown.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

from tortoise.expressions import Q

from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.operating import Trail

SUBJECT: Final = "retention"
CHANGE: Final = "retention.certified"
_GONE: Final = (".forgotten", "leave_proof.deleted", "trail.erased")
Entry = tuple[int, str, Any]


async def certify(by: Act) -> None:
    last = await Trail.filter(subject=SUBJECT, action__endswith=f":{CHANGE}").order_by("-id").first()
    since = int(last.details["upto"]) if last else 0
    newest = await Trail.all().order_by("-id").first()
    upto = int(newest.id) if newest else since
    entries = await _deletions(since, upto)
    about = {"classes": dict(counted(entries)), "entries": len(entries), "digest": digest(entries)}
    await trail.record(by, CHANGE, SUBJECT, since=since, upto=upto, **about)


def counted(entries: Iterable[Entry]) -> Counter[str]:
    """How many rows or people of each class went; an entry that gives no number is one."""
    found: Counter[str] = Counter()
    for _, action, details in entries:
        numbers = [each for each in (details or {}).values() if isinstance(each, int) and not isinstance(each, bool)]
        found[action.partition(":")[2]] += sum(numbers) or 1
    return found


def digest(entries: Sequence[Entry]) -> str:
    """SHA-256 of the entries' numbers and what each says was done: whoever has the trail can work it out again."""
    said = [[number, action.partition(":")[2]] for number, action, _ in entries]
    return hashlib.sha256(json.dumps(said, separators=(",", ":")).encode()).hexdigest()


async def _deletions(since: int, upto: int) -> Sequence[Entry]:
    ends = Q()
    for end in _GONE:
        ends |= Q(action__endswith=end)
    rows = Trail.filter(ends, id__gt=since, id__lte=upto).order_by("id")
    return [
        (int(id_), str(action), details) for id_, action, details in await rows.values_list("id", "action", "details")
    ]
