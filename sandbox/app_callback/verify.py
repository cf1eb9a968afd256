"""Saving a callback address: GET with an encrypted echostr, the bare text must come back within a second (D-90930)."""

from aiohttp import ClientError, ClientTimeout
from yarl import URL

from sandbox.app_callback.address import Address
from sandbox.world import World


def signed_url(address: Address, timestamp: str, nonce: str, cipher: str) -> URL:
    """The address with the query that signs `cipher`."""
    signature = address.envelope.sign(timestamp, nonce, cipher)
    return URL(address.url).update_query(msg_signature=signature, timestamp=timestamp, nonce=nonce)


async def verify(world: World, address: Address) -> str:
    """Why it failed, or an empty string."""
    echo = str(world.next_id())
    timestamp, nonce = str(int(world.clock.seconds())), world.code()[:10]
    cipher = address.envelope.seal(echo)
    url = signed_url(address, timestamp, nonce, cipher).update_query(echostr=cipher)
    timeout = ClientTimeout(total=world.settings.verify_timeout)
    try:
        async with world.http.get(url, timeout=timeout, allow_redirects=False) as response:
            body = await response.text()
            status = response.status
    except (TimeoutError, ClientError, ValueError) as error:
        return f"no answer within {world.settings.verify_timeout:g} s: {type(error).__name__}"
    if status != 200:
        return f"answered HTTP {status} instead of 200"
    return "" if body == echo else "did not answer with the bare decrypted echostr"
