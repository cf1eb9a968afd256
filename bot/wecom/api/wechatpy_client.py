"""wechatpy's method classes over our own transport: token, time-outs and errors are those of `rest`.

For the many office calls that are one request each, `await client.oa.get_approval_info(…)` beats writing them again.
wechatpy knows nothing of async: a method that takes a field out of the answer itself (`res["chat_info"]`, some ten)
takes it out of a `Pending`, which is awaited later. Uploads are not its business.
"""

from collections.abc import Awaitable, Callable, Generator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from bot.wecom.api.answers import Answer

if TYPE_CHECKING:
    from wechatpy.work import WeChatClient


class Caller(Protocol):
    """`Rest`, as far as it is needed here."""

    async def call(
        self, secret: str, method: str, path: str, *, params: Mapping[str, str] | None = None, json: object = None
    ) -> Answer: ...


class Pending(Awaitable[Any]):
    """An answer that is still to be asked for; a field of it is one too."""

    def __init__(self, ask: Callable[[], Awaitable[Any]]) -> None:
        self._ask = ask

    def __await__(self) -> Generator[Any, None, Any]:
        return self._ask().__await__()

    def __getitem__(self, key: str) -> "Pending":
        async def ask() -> Any:
            return (await self)[key]

        return Pending(ask)


def wechatpy_client(caller: Caller, secret: str) -> "WeChatClient":
    """A client whose methods return awaitables. Raises CallError where wechatpy would raise its own.

    wechatpy is imported with the first one: it costs 0.2 s and 30 MB, and not every company needs it.
    """
    from wechatpy.work import WeChatClient

    class AsyncWeChatClient(WeChatClient):  # type: ignore[misc]
        def _request(self, method: str, url_or_endpoint: str, **wish: Any) -> Pending:
            params = {name: str(value) for name, value in (wish.get("params") or {}).items()}
            processed = wish.get("result_processor") or _as_it_is
            if wish.get("files"):
                raise NotImplementedError("uploads do not go this way")

            async def ask() -> Any:
                return processed(
                    await caller.call(secret, method.upper(), url_or_endpoint, params=params, json=wish.get("data"))
                )

            return Pending(ask)

        @property
        def access_token(self) -> str:
            raise AttributeError("tokens belong to rest")  # wechatpy would fetch one here, and block the loop

    # Neither its session nor its secret is ever used.
    client = AsyncWeChatClient("", "")
    client._http.close()
    return client


def _as_it_is(answer: Answer) -> Answer:
    return answer
