from __future__ import annotations

from tests.projects import Project


def test_clean_alone_removes_what_an_interrupted_run_left_and_nothing_else(built: Project) -> None:
    (built.figures / "trained").mkdir()
    left = [
        built.figures / ".pooling.png.77.tmp",
        built.figures / "trained" / ".x.npz.7.tmp",
        built.posts / ".a.7.tmp",
    ]
    for path in left:
        path.write_bytes(b"half")
    (built.figures / "old.png").write_bytes(b"no post asks for me")
    with built.changes() as changed:
        done = built.run("clean")
    assert done.code == 0
    assert changed == {path.relative_to(built.root).as_posix() for path in left}
    assert done.out.count("removed ") == 3


def test_orphans_go_with_their_entries_and_what_posts_ask_for_stays(built: Project) -> None:
    built.change("films", ", stride=2", "")
    (built.figures / "old.png").write_bytes(b"no post asks for me")
    (built.figures / "notes.txt").write_text("mine", encoding="utf-8")
    built.run("build")
    done = built.run("clean", "--orphans")
    assert done.code == 0
    left = {path.name for path in built.figures.iterdir()}
    assert left == {
        "manifest.json",
        "notes.txt",
        *(
            f"{stem}{ending}"
            for stem in ("convolution", "pooling")
            for ending in (".svg", ".png", "-dark.png")
        ),
    }
    assert "convolution-stride-2" not in (built.figures / "manifest.json").read_text(encoding="utf-8")
    assert built.run("check").code == 0


def test_files_of_a_format_that_is_no_longer_made_are_orphans(built: Project) -> None:
    built.settings('[tool.generator]\ndata = "digits"\nformats = ["svg"]\n')
    built.run("build")
    built.run("clean", "--orphans")
    assert {path.suffix for path in built.figures.iterdir()} == {".json", ".svg"}
    assert built.run("check").code == 0


def test_orphans_stay_while_a_template_fails_for_nobody_knows_what_it_asks_for(built: Project) -> None:
    built.change("films", "stride=2", "stride=")
    with built.changes() as changed:
        done = built.run("clean", "--orphans")
    assert done.code == 1
    assert done.err.startswith("posts/films.md.j2:12: ")
    assert not changed


def test_all_pictures_go_only_where_asked_for_and_come_back_the_same(built: Project) -> None:
    (built.figures / "trained").mkdir()
    (built.figures / "trained" / "paper-digits.npz").write_bytes(b"kept")
    before = built.files()
    assert built.run("clean", "--pictures").code == 0
    assert {path.name for path in built.figures.iterdir()} == {"manifest.json", "trained"}
    (built.figures / "trained" / "paper-digits.npz").unlink()
    before.pop("figures/trained/paper-digits.npz")
    built.run("build")
    assert built.files() == before


def test_posts_and_templates_are_never_removed(built: Project) -> None:
    posts = {name: content for name, content in built.files().items() if name.startswith("posts/")}
    built.run("clean", "--orphans", "--pictures")
    assert {name: content for name, content in built.files().items() if name.startswith("posts/")} == posts
