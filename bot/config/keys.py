"""Keys of 32 bytes in base64, one a line: the first one closes, all open, so that a new key goes before the old."""

from typing import Annotated

from pydantic import AfterValidator

from bot.config.sections import Secret
from bot.storage.privacy.key_file import HOW, read_key


def keys_of(secret: Secret | None) -> tuple[bytes, ...]:
    """Raises ValueError, for none at all too."""
    if secret is None:
        return ()
    if keys := tuple(map(read_key, secret.get_secret_value().split())):
        return keys
    raise ValueError("no key")


def _of_32_bytes(secret: Secret) -> Secret:
    try:
        keys_of(secret)
    except ValueError:
        raise ValueError(f"要是 32 字节的 base64，一行一个。{HOW}") from None
    return secret


Keys = Annotated[Secret, AfterValidator(_of_32_bytes)]
