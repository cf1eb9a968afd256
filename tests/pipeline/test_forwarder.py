"""The address in front of several processes takes turns, and passes by who does not listen."""

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

from tests.pipeline.forwarder import forwarding
from tests.pipeline.processes import free_port


@contextmanager
def echo(name: bytes) -> Iterator[int]:
    """Answers what it is told, its name before it, connection by connection."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    client, _ = listening.accept()
                    with client:
                        while data := client.recv(100):
                            client.sendall(name + data)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()


def ask(port: int, words: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
        client.sendall(words)
        return client.recv(100)


def test_connections_go_to_each_in_turn() -> None:
    with echo(b"one ") as one, echo(b"two ") as two, forwarding([one, two]) as door:
        assert [ask(door, b"hi") for _ in range(4)] == [b"one hi", b"two hi", b"one hi", b"two hi"]


def test_who_is_away_is_passed_by() -> None:
    with echo(b"two ") as two, forwarding([free_port(), two]) as door:
        assert [ask(door, b"hi") for _ in range(3)] == [b"two hi"] * 3


def test_where_nobody_listens_the_connection_ends() -> None:
    with forwarding([free_port(), free_port()]) as door, ExitStack() as stack:
        client = stack.enter_context(socket.create_connection(("127.0.0.1", door), timeout=5))
        assert client.recv(1) == b""


def test_the_end_of_one_side_is_the_end_of_the_other() -> None:
    with (
        echo(b"") as server,
        forwarding([server]) as door,
        socket.create_connection(("127.0.0.1", door), timeout=5) as client,
    ):
        client.sendall(b"x")
        assert client.recv(1) == b"x"
        client.shutdown(socket.SHUT_WR)
        assert client.recv(1) == b""
