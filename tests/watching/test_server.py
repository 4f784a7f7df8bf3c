from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from generator.errors import GeneratorError
from generator.watching.board import Board, State
from generator.watching.page import page
from generator.watching.reader import Shown
from generator.watching.server import Server

SVG = b"<svg><style>a{}@media(prefers-color-scheme:dark){a{}}</style></svg>"


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
def server(tmp_path: Path, board: Board) -> Iterator[Server]:
    root = tmp_path / "project"
    (root / "figures").mkdir(parents=True)
    (root / "figures" / "a.svg").write_bytes(SVG)
    (root / "figures" / "b.png").write_bytes(b"light")
    (root / "figures" / "b-dark.png").write_bytes(b"dark")
    (root / "secret.txt").write_bytes(b"secret")
    (tmp_path / "outside.svg").write_bytes(b"outside")
    board.put({"a": Shown("제목 <b>", "<p>글</p>")}, [], "")
    with Server(0, root, board, lambda state, name: page(state, name, "en")) as found:
        thread = Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield found
        found.shutdown()


def ask(server: Server, path: str, host: str | None = None) -> tuple[int, bytes, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    connection.request("GET", path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    found = answer.status, answer.read(), answer.headers["Cache-Control"] or ""
    connection.close()
    return found


def test_the_server_listens_on_this_machine_alone(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize("host", ["evil.example:80", "127.0.0.1.evil.example", "127.0.0.1:1", ""])
def test_names_of_other_pages_are_refused(server: Server, host: str) -> None:
    assert ask(server, "/state", host or "evil")[0] == 403


def test_a_page_names_its_post_and_hides_signs_of_html(server: Server) -> None:
    status, content, _ = ask(server, "/posts/a")
    assert status == 200
    assert b"<title>\xec\xa0\x9c\xeb\xaa\xa9 &lt;b&gt;</title>" in content
    assert b"[[" not in content
    assert b"http" not in content.replace(b"http-equiv", b"")


def test_the_file_s_name_of_a_post_leads_to_its_page(server: Server) -> None:
    assert ask(server, "/posts/a.md")[1] == ask(server, "/posts/a")[1]


def test_the_state_tells_what_checks_find_in_the_post(server: Server, board: Board) -> None:
    board.put({"a": Shown("a", "")}, [], "", {"a": ("a.md:1: wrong",), "b": ("b.md:1: wrong",)})
    assert json.loads(ask(server, "/state?post=a")[1])["findings"] == ["a.md:1: wrong"]


def test_the_state_tells_posts_problems_and_the_body(server: Server, board: Board) -> None:
    told = json.loads(ask(server, "/state?post=a")[1])
    assert told["posts"] == {"a": "제목 <b>"} and told["body"] == "<p>글</p>" and told["problems"] == []
    board.put({}, ["a is wrong"], "")
    told = json.loads(ask(server, "/state?post=a")[1])
    assert told["body"] is None and told["problems"] == ["a is wrong"]


def test_pictures_follow_the_colours_that_are_chosen(server: Server) -> None:
    assert ask(server, "/figures/a.svg?v=1")[1] == SVG
    assert b"a{}@media all{a{}}" in ask(server, "/figures/a.svg?v=1&theme=dark")[1]
    assert b"prefers" not in ask(server, "/figures/a.svg?v=1&theme=light")[1]
    assert ask(server, "/figures/b.png?theme=dark")[1] == b"dark"
    assert ask(server, "/figures/b.png?theme=light")[1] == b"light"


def test_a_picture_s_state_may_be_kept_and_all_else_is_asked_for_anew(server: Server) -> None:
    assert ask(server, "/figures/a.svg?v=1")[2] == "max-age=3600"
    assert ask(server, "/figures/a.svg")[2] == ask(server, "/state")[2] == ask(server, "/")[2] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/secret.txt",
        "/../outside.svg",
        "/%2e%2e/outside.svg",
        "/figures/none.svg",
        "/figures",
        "/%00.svg",
        f"/{'a' * 300}.png?theme=dark",
    ],
)
def test_nothing_but_the_project_s_pictures_is_given(server: Server, path: str) -> None:
    assert ask(server, path)[0] == 404


def test_news_come_as_they_happen(server: Server, board: Board) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    connection.request("GET", "/news")
    answer = connection.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream"
    assert answer.readline() == b"data: 1\n"
    board.put({}, [], "")
    assert (answer.readline(), answer.readline()) == (b"\n", b"data: 2\n")
    connection.close()


def test_a_port_that_is_taken_is_told(server: Server, tmp_path: Path, board: Board) -> None:
    with pytest.raises(
        GeneratorError, match=rf"port {server.server_port} cannot be used .*--port names another"
    ):
        Server(server.server_port, tmp_path, board, lambda state, name: "")


def test_the_same_state_is_no_news() -> None:
    board = Board()
    board.put({}, [], "")
    board.put({}, [], "")
    assert board.state == State(1, {}, (), "")
    assert board.wait(1, 0.01).number == 1
