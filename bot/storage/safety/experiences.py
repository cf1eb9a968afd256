"""Experience that colleagues share; what its author wrote is kept beside what others read."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from bot.domain.safety.exchange.experience import Experience, ExperienceState
from bot.identifiers import FileId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.training import ExperiencePhotoRecord, ExperienceRecord, ExperienceVoteRecord


class ExperienceTable:
    async def add(self, experience: Experience, *, by: Act) -> None:
        await ExperienceRecord.create(
            number=experience.number,
            author=experience.author,
            text=experience.text,
            clean=experience.clean,
            written_at=by.at,
            near_miss=experience.near_miss,
            named=experience.named,
            state=experience.state,
            why="",
        )
        await trail.record(by, "experience.written", _subject(experience.number))

    async def get(self, number: str, now: datetime) -> Experience | None:
        row = await ExperienceRecord.get_or_none(number=number)
        return (await _experiences([row], now))[0] if row else None

    async def latest_of(self, author: UserId, state: ExperienceState, now: datetime) -> Experience | None:
        row = await ExperienceRecord.filter(author=author, state=state).order_by("-written_at", "-number").first()
        return (await _experiences([row], now))[0] if row else None

    async def change(self, experience: Experience, *, by: Act, **changes: Any) -> Experience:
        drafts = ExperienceRecord.filter(number=experience.number, state=ExperienceState.DRAFT)
        if await drafts.update(**changes):
            await trail.record(by, "experience.changed", _subject(experience.number), what=sorted(changes))
        return await self.get(experience.number, by.at) or experience

    async def settle(self, experience: Experience, state: ExperienceState, *, by: Act, why: str = "") -> bool:
        same = ExperienceRecord.filter(number=experience.number, state=experience.state)
        if not await same.update(state=state, reviewer=by.actor, settled_at=by.at, why=why):
            return False
        await trail.record(by, "experience.settled", _subject(experience.number), state=state.name)
        return True

    async def show(self, number: str, photo: FileId, *, by: Act) -> None:
        await ExperiencePhotoRecord.create(number=number, file=photo)
        await trail.record(by, "experience.photo", _subject(number))

    async def vote(self, number: str, user: UserId, *, by: Act) -> bool:
        if await ExperienceVoteRecord.filter(number=number, user=user).exists():
            return False
        await ExperienceVoteRecord.create(number=number, user=user, at=by.at)
        return True

    async def published(self, first: datetime, last: datetime, now: datetime) -> Sequence[Experience]:
        rows = ExperienceRecord.filter(state=ExperienceState.PUBLISHED, settled_at__gte=first, settled_at__lt=last)
        return await _experiences(await rows.order_by("-settled_at", "-number"), now)

    async def search(self, words: Sequence[str], now: datetime, *, most: int) -> Sequence[Experience]:
        rows = ExperienceRecord.filter(state=ExperienceState.PUBLISHED)
        for word in words:
            rows = rows.filter(clean__icontains=word)
        return await _experiences(await rows.order_by("-settled_at", "-number").limit(most), now)


async def _experiences(rows: Iterable[ExperienceRecord], now: datetime) -> list[Experience]:
    found = list(rows)
    numbers = [row.number for row in found]
    photos: dict[str, list[FileId]] = {}
    for photo in await ExperiencePhotoRecord.filter(number__in=numbers).order_by("id"):
        photos.setdefault(photo.number, []).append(FileId(photo.file))
    voted = await ExperienceVoteRecord.filter(number__in=numbers).values_list("number", flat=True)
    votes = [str(each) for each in voted]
    return [_experience(row, tuple(photos.get(row.number, ())), votes.count(row.number), now) for row in found]


def _experience(row: ExperienceRecord, photos: tuple[FileId, ...], useful: int, now: datetime) -> Experience:
    return Experience(
        number=row.number,
        author=UserId(row.author),
        text=row.text,
        clean=row.clean,
        written_at=row.written_at.astimezone(now.tzinfo),
        near_miss=row.near_miss,
        named=row.named,
        state=ExperienceState(row.state),
        reviewer=UserId(row.reviewer) if row.reviewer else None,
        settled_at=row.settled_at.astimezone(now.tzinfo) if row.settled_at else None,
        why=row.why,
        photos=photos,
        useful=useful,
    )


def _subject(number: str) -> str:
    return f"experience:{number}"
