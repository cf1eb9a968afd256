"""Why a database can't be used and what to do about it, in Chinese: for `qunwu run`, which refuses, and the doctor."""

import errno
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is so, and the next step; both without the final 。"""

    says: str
    advice: str


READ_ONLY: Final = Trouble("只能读，不能写", "改文件和目录的所有者，让运行机器人的用户能写；只读的磁盘要重新挂载")
NOT_OWNER: Final = Trouble("这个用户没有权限", "把数据库的所有者改成它：ALTER DATABASE … OWNER TO …")
_PASSWORD: Final = Trouble(
    "PostgreSQL 不认这个用户名或密码", "核对 [database] url 里的用户名和密码，看 pg_hba.conf 是否放行"
)
_SERVER_SAYS: Final = {  # by PostgreSQL's error codes
    "28P01": _PASSWORD,
    "28000": _PASSWORD,
    "3D000": Trouble("PostgreSQL 里没有这个数据库", "运行 createdb --owner 用户名 数据库名"),
    "42501": NOT_OWNER,
    "53300": Trouble("PostgreSQL 的连接数用完了", "调大 max_connections；每个进程最多用 20 个连接"),
    "57P03": Trouble("PostgreSQL 正在启动或恢复", "过一会儿再试"),
    "25006": Trouble("连到的是只读的备库", "把 [database] url 改成主库的地址"),
}
_OF_THE_VALUE: Final = ("22", "23", "54")  # classes of PostgreSQL's error codes: data, constraints, limits
# The connection broke; the server stops, was killed, isn't up yet, or has no place left, as while it keeps those of the
# connections that the network lost.
_OF_THE_CONNECTION: Final = ("08", "57P", "53300")
_CLOSED: Final = "InterfaceError"  # asyncpg's, of a connection that is closed
_DRIVER_SAYS: Final = {  # SQLite's words
    "not a database": Trouble("文件不是 SQLite 数据库，或已损坏", "改 [database] url，或从备份恢复"),
    "malformed": Trouble("文件不是 SQLite 数据库，或已损坏", "改 [database] url，或从备份恢复"),
    "is locked": Trouble("另一个程序一直占着写锁", "看是否有别的程序打开了这个文件；SQLite 只能给一个机器人用"),
    "readonly": READ_ONLY,
    "read-only": READ_ONLY,
}


def trouble(error: BaseException) -> Trouble | None:
    """None for what is no trouble of a database's."""
    deepest_first = list(_causes(error))[::-1]
    for cause in deepest_first:
        if known := _SERVER_SAYS.get(getattr(cause, "sqlstate", None) or ""):
            return known
        if known := next((known for words, known in _DRIVER_SAYS.items() if words in str(cause).lower()), None):
            return known
    return next((_of_the_system(cause) for cause in deepest_first if isinstance(cause, OSError)), None)


def is_refused(error: BaseException) -> bool:
    """The database is there and won't have this very value, now or later; anything else may pass."""
    causes = list(_causes(error))
    states = [str(getattr(cause, "sqlstate", None) or "") for cause in causes]
    return any(isinstance(cause, ValueError) for cause in causes) or any(
        state.startswith(_OF_THE_VALUE) for state in states
    )


def is_away(error: BaseException) -> bool:
    """The database could not be asked, or broke off: the same may pass in a moment."""
    return any(
        isinstance(cause, OSError | TimeoutError)
        or str(getattr(cause, "sqlstate", None) or "").startswith(_OF_THE_CONNECTION)
        or type(cause).__name__ == _CLOSED
        for cause in _causes(error)
    )


def _of_the_system(error: OSError) -> Trouble:
    if error.filename is None:
        return Trouble(f"连不上 PostgreSQL（{type(error).__name__}）", "看它是否在运行，地址和端口对不对")
    match error.errno:
        case errno.ENOENT:
            return Trouble(f"没有 {error.filename} 所在的目录", "建好目录，或改 [database] url")
        case errno.EISDIR:
            return Trouble(f"{error.filename} 是目录，不是文件", "改 [database] url")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return READ_ONLY
    return Trouble(f"打不开 {error.filename}（{error.strerror}）", "看磁盘和 [database] url")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """What is behind what the ORM says."""
    while error:
        yield error
        error = error.__cause__ or error.__context__
