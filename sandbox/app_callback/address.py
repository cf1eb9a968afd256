"""The address where the app hears from WeCom, and the GET check that saving it takes (D-90930)."""

from dataclasses import dataclass

from sandbox.crypto import Envelope


@dataclass(frozen=True, slots=True)
class Address:
    """A callback address as the console keeps it."""

    url: str
    token: str
    encoding_aes_key: str
    receive_id: str

    @property
    def envelope(self) -> Envelope:
        return Envelope(self.token, self.encoding_aes_key, self.receive_id)


@dataclass(slots=True)
class AppChannel:
    """`address` None: nobody listens, messages to the app go nowhere."""

    address: Address | None = None
