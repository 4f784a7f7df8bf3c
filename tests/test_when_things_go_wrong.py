"""Whatever goes wrong ends with one sentence that names file and place, and with nothing half-written.

The exit code is 1, for Ctrl-C 130; no traceback; what was fine is written; the old picture is still there.
"""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from generator import atomic
from generator.learning import data_files, download
from generator.learning.download import Mirror
from tests.projects import FILMS, POOLING, POOLING_LINE, SECOND_FIGURE_LINE, Outcome, Project

OwnFigure = Callable[[str, str], None]

PICTURES = {
    f"figures/{stem}{ending}"
    for stem in ("convolution", "convolution-stride-2", "pooling")
    for ending in (".svg", ".png", "-dark.png")
}


def one_sentence(done: Outcome, *words: str) -> str:
    """The only sentence of a command that failed."""
    assert done.code == 1, done.err
    assert len(done.sentences) == 1, done.err
    (sentence,) = done.sentences
    assert "Traceback" not in done.err + done.out
    assert "mistake of the program itself" not in sentence
    for word in words:
        assert word in sentence
    return sentence


def is_sound(project: Project) -> None:
    """Nothing is half-written: no temporary file, and every file is what the manifest says."""
    assert project.left_behind() == []
    manifest = project.figures / "manifest.json"
    entries = json.loads(manifest.read_text(encoding="utf-8"))["pictures"] if manifest.is_file() else {}
    for name, content in project.files().items():
        if name.endswith(".svg"):
            assert content.endswith(b"</svg>\n")
        if name.endswith(".png"):
            assert content.endswith(b"IEND\xaeB`\x82")
    for entry in entries.values():
        for name, digest in entry["files"].items():
            assert digest_on_disk(project.figures / name) == digest


def digest_on_disk(path: Path) -> str:
    from generator.building.stamps import digest_of

    return digest_of(path.read_bytes())


# A figure that raises.


RAISING = '''
@figure
def raising(*, at: int = 0) -> Drawing:
    """Raises."""
    numbers = [1, 2, 3]
    return Drawing(numbers[at], 10, (Frame(()),), "A figure that cannot be drawn", "Nothing")
'''


def test_a_figure_that_raises_is_told_with_its_post_and_line_and_all_others_are_drawn(
    project: Project, own_figure: OwnFigure
) -> None:
    own_figure("raising", RAISING)
    project.post("bad", 'One.\n\n<@ figure("raising", at=7) @>\n\n<@ figure("convolution", size=4) @>\n')
    done = project.run("build")
    one_sentence(done, "posts/bad.md.j2:3: the figure raising fails with IndexError: list index out of range")
    assert PICTURES | {"figures/convolution-size-4.svg"} < project.files().keys()
    assert (project.posts / "films.md").is_file()
    assert not (project.posts / "bad.md").exists()
    is_sound(project)


def test_debug_shows_where_a_figure_raises(project: Project, own_figure: OwnFigure) -> None:
    own_figure("raising", RAISING)
    project.post("bad", '<@ figure("raising", at=7) @>\n')
    for arguments in (["build", "bad"], ["check"]):
        done = project.run("--debug", *arguments)
        assert done.code == 1
        if arguments[0] == "build":
            assert "Traceback" in done.err
            assert "in raising\n    return Drawing(numbers[at]" in done.err


def test_a_figure_that_raises_by_itself_is_told_too(
    project: Project, own_figure: OwnFigure, tmp_path: Path
) -> None:
    own_figure("raising", RAISING)
    done = project.run("draw", "raising", "at=3", "--to", str(tmp_path / "out"))
    one_sentence(done, "the figure raising fails with IndexError")
    assert not (tmp_path / "out").exists()


def test_a_figure_that_cannot_be_painted_keeps_its_old_picture_and_the_others_are_drawn(
    built: Project, own_figure: OwnFigure, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.building import build as building

    def paint(stem: str, *rest: object) -> object:
        if stem == "pooling":
            raise KeyError("no such ink")
        return painting(stem, *rest)  # type: ignore[arg-type]

    painting = building.paint
    monkeypatch.setattr(building, "paint", paint)
    old = (built.figures / "pooling.svg").read_bytes()
    built.change("pooling", '"pooling", name', '"pooling", kind="min", name')
    built.change("films", "stride=2", "stride=2, padding=1")
    done = built.run("build")
    one_sentence(
        done, f"posts/pooling.md.j2:{POOLING_LINE}: pooling cannot be painted: KeyError: 'no such ink'"
    )
    assert (built.figures / "pooling.svg").read_bytes() == old
    assert (built.figures / "convolution-stride-2-padding-1.png").is_file()
    is_sound(built)


# A full disk.


def fails_with(monkeypatch: pytest.MonkeyPatch, number: int, after: int = 0) -> list[str]:
    """From the file number ``after`` on, half of each file is written and then this error comes."""
    names: list[str] = []

    def write(path: Path, data: bytes) -> None:
        names.append(path.name)
        if len(names) <= after:
            return writing(path, data)
        path.write_bytes(data[: len(data) // 2])
        raise OSError(number, os.strerror(number), str(path))

    writing = atomic._write
    monkeypatch.setattr(atomic, "_write", write)
    return names


def test_a_full_disk_is_told_once_with_the_file_and_what_was_written_stays(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    fails_with(monkeypatch, errno.ENOSPC, after=4)
    done = project.run("build")
    one_sentence(done, "figures/convolution-stride-2.png: cannot be written: the disk is full")
    monkeypatch.undo()
    monkeypatch.chdir(project.root)
    assert (project.figures / "convolution-dark.png").is_file()
    is_sound(project)
    assert project.run("build").code == 0
    assert project.run("check").code == 0


def test_a_full_disk_leaves_the_old_picture_and_the_old_post(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    built.change("pooling", '"pooling", name', '"pooling", kind="min", name')
    fails_with(monkeypatch, errno.ENOSPC)
    with built.changes() as changed:
        one_sentence(built.run("build"), "figures/pooling.svg: cannot be written: the disk is full")
    assert not changed
    is_sound(built)


def test_a_file_that_grows_too_large_for_the_system_is_told(project: Project) -> None:
    limit = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))"
    done = project.apart("build", "pooling", before=limit, environment={"PYTHONDONTWRITEBYTECODE": "1"})
    one_sentence(done, "figures/pooling.", "cannot be written: File too large")
    is_sound(project)


def test_a_device_without_room_is_told(project: Project, tmp_path: Path) -> None:
    to = tmp_path / "out"
    to.mkdir()
    (to / f".pooling.svg.{os.getpid()}.tmp").symlink_to("/dev/full")
    done = project.run("draw", "pooling", "--format", "svg", "--to", str(to))
    one_sentence(done, "pooling.svg: cannot be written: the disk is full")
    assert list(to.iterdir()) == []


# Ctrl-C.


def test_ctrl_c_ends_with_130_and_one_sentence_and_the_next_build_goes_on(project: Project) -> None:
    project.settings('[tool.generator]\ndata = "digits"\n')
    code = "import sys; sys.argv[0] = 'generator'; from generator.cli import main; main()"
    running = subprocess.Popen(
        [sys.executable, "-u", "-c", code, "build"],
        cwd=project.root,
        stderr=subprocess.PIPE,
        text=True,
        # Where the tests run in the background of a shell, Ctrl-C is switched off for all that they start.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert running.stderr is not None
    assert running.stderr.readline().startswith("convolution: ")
    assert running.stderr.readline().startswith("convolution-stride-2: ")
    time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert err.strip() == "stopped; what was finished is written, nothing is half-written"
    is_sound(project)
    assert (project.figures / "convolution.gif").is_file()
    assert (
        "convolution"
        in json.loads((project.figures / "manifest.json").read_text(encoding="utf-8"))["pictures"]
    )


def test_ctrl_c_while_a_file_is_written_leaves_the_old_one(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(path: Path, data: bytes) -> None:
        path.write_bytes(data[:10])
        raise KeyboardInterrupt

    built.change("pooling", '"pooling", name', '"pooling", kind="min", name')
    monkeypatch.setattr(atomic, "_write", write)
    with built.changes() as changed:
        done = built.run("build")
    assert done.code == 130
    assert not changed
    is_sound(built)


# Damaged files.


@pytest.mark.parametrize("damage", ["garbage", "cut", "empty", "other"])
def test_a_damaged_network_is_told_with_its_file_and_the_command_that_makes_it_anew(
    project: Project, damage: str
) -> None:
    path = project.figures / "trained" / "paper-digits.npz"
    path.parent.mkdir(parents=True)
    np.savez(path, weights=np.zeros(1000))
    content = path.read_bytes()
    path.write_bytes(
        {"garbage": b"garbage" * 99, "cut": content[:300], "empty": b"", "other": content}[damage]
    )
    before = path.read_bytes()
    project.post("words", "\n<@ trained.test_accuracy | percent @>\n")
    done = project.run("build")
    one_sentence(done, "figures/trained/paper-digits.npz: ", "damaged", "generator train")
    assert path.read_bytes() == before
    assert project.files().keys() > PICTURES
    assert (project.posts / "films.md").is_file()


@pytest.mark.parametrize("command", ["build", "check", "why", "clean"])
def test_a_damaged_manifest_is_told_with_what_to_do_and_nothing_is_touched(
    built: Project, command: str
) -> None:
    manifest = built.figures / "manifest.json"
    manifest.write_bytes(manifest.read_bytes()[:500])
    arguments = {"why": ["why", "pooling"], "clean": ["clean", "--orphans"]}.get(command, [command])
    with built.changes() as changed:
        one_sentence(built.run(*arguments), "figures/manifest.json: is damaged", "generator build")
    assert not changed
    manifest.unlink()
    assert built.run("build").code == 0
    assert built.run("check").code == 0


def test_a_damaged_picture_is_found_by_check_and_drawn_again_by_build(built: Project) -> None:
    picture = built.figures / "pooling-dark.png"
    content = picture.read_bytes()
    picture.write_bytes(content[: len(content) // 2])
    done = built.run("check")
    assert done.code == 1
    assert f"posts/pooling.md.j2:{POOLING_LINE}: pooling-dark.png is not what was drawn" in done.out
    assert built.run("build").code == 0
    assert picture.read_bytes() == content


# Templates.


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("\n\n<@ figure(\"pooling\", @>\n", (":3: the template's syntax",)),
        ("\n<!--% if true %-->\n", ("bad.md.j2:", "the template's syntax")),
        ("\n\n\n<@ lenet.paper.C9.field @>\n", (":4: ", "'C9'", "C1, S2, C3")),
        ("<@ accurracy @>\n", (":1: nothing is called 'accurracy'",)),
        ("\n<@ figure(\"convolutoin\") @>\n", (":2: ", "'convolutoin'", "did you mean convolution")),
        ("\n<@ figure(\"pooling\", kernel=2) @>\n", (":2: pooling has no parameter 'kernel'", "size=2")),
        ("\n<@ figure(\"pooling\", size=\"two\") @>\n", (":2: pooling: size is 'two'", "a whole number")),
        ("\n<@ figure(\"convolution\", size=3, kernel=5) @>\n", (":2: a kernel of 5", "the input of 3")),
        ("\n<@ figure(\"convolution\", stride=0) @>\n", (":2: stride is 0; it must be at least 1",)),
        ("\n<@ figure(\"convolution\", size=60) @>\n", (":2: the figure would be", "lower size")),
        ("\n<@ 1 / 0 @>\n", (":2: ZeroDivisionError",)),
        ("\n<@ display(equations.receptive_field(\"paper\", \"C9\")) @>\n", (":2: ", "C9", "C1, S2, C3")),
        ("---\nlang: fr\n---\n", (":2: lang is 'fr'", "ko and en")),
        ("a\r\nb\n", ("bad.md.j2: the template mixes line ends",)),
    ],
)  # fmt: skip
def test_a_mistake_in_a_template_is_told_with_its_line_and_the_other_posts_are_done(
    project: Project, body: str, words: tuple[str, ...]
) -> None:
    project.settings('[tool.generator]\ndata = "digits"\nformats = ["svg"]\n')
    (project.posts / "bad.md.j2").write_bytes(body.encode())
    (project.posts / "bad.md").write_text("the old post\n", encoding="utf-8")
    done = project.run("build")
    sentence = one_sentence(done, *words)
    assert sentence.startswith("posts/bad.md.j2:")
    assert (project.posts / "bad.md").read_text(encoding="utf-8") == "the old post\n"
    assert {"posts/films.md", "posts/pooling.md", "figures/pooling.svg"} < project.files().keys()
    is_sound(project)


def test_a_template_that_is_not_utf_8_is_told(project: Project) -> None:
    (project.posts / "bad.md.j2").write_bytes("합성곱".encode("euc-kr"))
    one_sentence(
        project.run("build"), "posts/bad.md.j2: the template cannot be read: it is not UTF-8 at byte 0"
    )


def test_two_posts_asking_for_one_name_with_other_content_are_named_and_the_first_is_kept(
    built: Project,
) -> None:
    built.change("films", "stride=2", 'stride=2, name="pooling"')
    old = (built.posts / "pooling.md").read_bytes()
    done = built.run("build")
    sentence = one_sentence(done, f"posts/pooling.md.j2:{POOLING_LINE}: ", "'pooling'", "name=")
    assert f"posts/films.md.j2:{SECOND_FIGURE_LINE}" in sentence
    assert (built.posts / "pooling.md").read_bytes() == old
    is_sound(built)


# A font without a glyph.


DUCK = '''
@figure
def duck(*, words: str = "duck") -> Drawing:
    """A word."""
    return Drawing(700, 40, (Frame((Label(350, 20, words, 15),)),), "One word in the middle", "A word")
'''


@pytest.mark.parametrize("letter", ["🦆", "鴨"])
def test_a_letter_that_the_font_lacks_is_named_with_the_post_and_the_old_picture_stays(
    project: Project, own_figure: OwnFigure, letter: str
) -> None:
    own_figure("duck", DUCK)
    project.post("bad", '\n<@ figure("duck", words="duck", name="bird") @>\n')
    assert project.run("build").code == 0
    old = (project.figures / "bird.svg").read_bytes()
    project.post("bad", f'\n<@ figure("duck", words="a {letter}", name="bird") @>\n')
    done = project.run("build")
    one_sentence(done, "posts/bad.md.j2:2: ", "no glyph for", letter, f"U+{ord(letter):04X}")
    assert (project.figures / "bird.svg").read_bytes() == old
    is_sound(project)


# No network.


@pytest.fixture
def no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every cache is empty, and every address is a port at which nobody listens."""
    nowhere = {
        name: tuple(Mirror("http://127.0.0.1:9/", mirror.files) for mirror in mirrors)
        for name, mirrors in download.MIRRORS.items()
    }
    monkeypatch.setattr(download, "MIRRORS", nowhere)
    monkeypatch.setattr(data_files, "keras_cache", lambda: tmp_path / "keras")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    return tmp_path / "cache"


def test_without_a_network_auto_means_the_embedded_digits_and_one_line_says_so(
    project: Project, no_network: Path
) -> None:
    project.settings('[tool.generator]\nformats = ["svg"]\n')
    started = time.monotonic()
    done = project.run("build")
    assert time.monotonic() - started < 20
    assert done.code == 0
    (line,) = [line for line in done.sentences if line]
    assert line.startswith("data: scikit-learn's handwritten digits, because")
    assert "data: digits" in done.out
    kept = [path.name for path in no_network.rglob("*") if path.is_file()]
    assert all(name.startswith(("outlines-", "build-")) for name in kept)


def test_without_a_network_a_named_data_set_is_told_at_the_line_that_needs_it(
    project: Project, no_network: Path
) -> None:
    project.post("digits", '\n\n<@ figure("digit_samples") @>\n')
    done = project.run("build", "--data", "mnist")
    one_sentence(done, "posts/digits.md.j2:3: 'mnist' cannot be downloaded", "127.0.0.1: no connection")
    assert project.files().keys() > PICTURES
    kept = [path.name for path in no_network.rglob("*") if path.is_file()]
    assert all(name.startswith(("outlines-", "build-")) for name in kept)


def test_a_folder_of_data_that_does_not_exist_is_told(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GENERATOR_DATA", "/nowhere/at/all")
    one_sentence(project.run("build", "--data", "auto"), "/nowhere/at/all: does not exist")


# A read-only folder. Tests may run as root, whom permissions do not hinder.


def test_a_read_only_folder_is_told_once_with_the_file(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    built.post("films", FILMS.replace("stride=2", "stride=3"))
    built.post("pooling", POOLING.replace('"pooling", name', '"pooling", kind="min", name'))
    fails_with(monkeypatch, errno.EROFS)
    with built.changes() as changed:
        one_sentence(
            built.run("build"), "figures/convolution-stride-3.svg: cannot be written: Read-only file system"
        )
    assert not changed


def test_a_file_in_the_place_of_the_folder_is_told(project: Project) -> None:
    project.figures.write_text("not a folder", encoding="utf-8")
    one_sentence(project.run("build"), "figures")
    assert project.figures.read_text(encoding="utf-8") == "not a folder"


def test_a_folder_that_nothing_can_be_written_into_is_told_by_draw(project: Project, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = project.run("draw", "pooling", "--to", str(tmp_path / "file" / "below"))
    one_sentence(done, "file/below/pooling.svg: cannot be written: Not a directory")


def test_a_read_only_folder_of_posts_is_told_and_the_pictures_are_drawn(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(path: Path, data: bytes) -> None:
        if "posts" in path.parts:
            raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        writing(path, data)

    writing = atomic._write
    monkeypatch.setattr(atomic, "_write", write)
    one_sentence(project.run("build"), "posts/films.md: cannot be written: Permission denied")
    assert project.files().keys() > PICTURES
    is_sound(project)


# What is not installed.


def test_a_library_that_is_not_installed_is_named_with_the_way_to_install_it(project: Project) -> None:
    from tests.projects import DRAWING, without

    done = project.apart("build", before=without(*DRAWING))
    one_sentence(done, "pip install", "generator[")
    is_sound(project)
