"""A page elsewhere can give its own name the address of this machine; the preview answers to none but its own."""

from collections.abc import Iterator
from http.client import HTTPConnection
from threading import Thread

import pytest

from site_builder.preview import make_server

HERE = ("localhost", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000")
ELSEWHERE = ("evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "192.168.1.2", "")


class Greeting:
    """A site of one answer."""

    def answer(self, path: str) -> tuple[int, str, bytes]:
        return 200, "text/plain", path.encode()


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """A server of it."""
    server = make_server(Greeting(), 0)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(("host", "status"), [(host, 200) for host in HERE] + [(host, 421) for host in ELSEWHERE])
def test_only_this_machine_is_answered_under_its_own_names(port: int, host: str, status: int) -> None:
    connection = HTTPConnection("127.0.0.1", port)
    connection.putrequest("GET", "/", skip_host=True)
    connection.putheader("Host", host)
    connection.endheaders()
    assert connection.getresponse().status == status
    connection.close()
