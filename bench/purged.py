"""`purged.…`: as `steady.…`, while a million messages and answers that are too old are thrown away.

If none of them went meanwhile, there is no figure.
"""

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import old, steady_figures
from bench.figures import Figure
from bench.trials import UntrustworthyError

EMPTY = "how many there were"


def figures(rows: int, seconds: float) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="qunwu-bench-") as place:
        file, gone = Path(place, "old.sqlite3"), list[int]()
        old.write(file, rows, age=old.TOO_OLD)

        @contextmanager
        def opened(folder: Path) -> Iterator[str]:
            with old.of(file)(folder) as url:
                yield url
                gone.append(2 * rows - old.left(Path(url.removeprefix("sqlite:///"))))

        def begin(url: str) -> None:
            asyncio.run(old.throw_away(url))

        yield from steady_figures.figures("purged.sqlite", opened, seconds=seconds, first=begin)
    if not gone[0]:
        raise UntrustworthyError("nothing was thrown away meanwhile")
    yield Figure("purged.rows", gone[0], "rows", EMPTY, gone[0] / (2 * rows), {"baseline_value": 2 * rows})
