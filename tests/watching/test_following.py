from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from generator.building import wishes
from generator.building.opening import open_settings
from generator.watching.board import Board
from generator.watching.changes import Changes, folders, meaning
from generator.watching.following import Follower
from generator.watching.session import Session
from tests.projects import Project


def save(follower: Follower, *templates: Path) -> None:
    follower.take(Changes(frozenset(path.resolve() for path in templates)))


def template(project: Project, name: str) -> Path:
    return project.posts / f"{name}.md.j2"


def test_all_posts_are_shown_at_the_beginning(follower: Follower) -> None:
    state = follower.board.state
    assert list(state.posts) == ["films", "pooling"]
    assert state.posts["pooling"].title == "Pooling"
    assert "/figures/pooling.svg?v=" in state.posts["pooling"].body
    assert state.problems == ()


def test_a_saved_sentence_is_shown_and_written(follower: Follower, built: Project) -> None:
    number = follower.board.state.number
    built.change("pooling", "one number", "only one number")
    save(follower, template(built, "pooling"))
    state = follower.board.state
    assert state.number == number + 1 and state.latest == "pooling"
    assert "only one number" in state.posts["pooling"].body
    assert "only one number" in (built.posts / "pooling.md").read_text(encoding="utf-8")


def test_one_saved_template_fills_no_other_and_computes_no_known_drawing(
    follower: Follower, built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled: list[str] = []
    fill = wishes.posts.fill
    monkeypatch.setattr(
        wishes.posts, "fill", lambda path, **given: (filled.append(path.name), fill(path, **given))[1]
    )
    drawn = dict(follower.session.workshop.drawn)
    built.change("films", "보폭을", "걸음을")
    save(follower, template(built, "films"))
    assert filled == ["films.md.j2"]
    assert follower.session.workshop.drawn == drawn


def test_only_what_is_stale_is_drawn(follower: Follower, built: Project, told: list[str]) -> None:
    built.change("films", "stride=2", "stride=2, size=6")
    with built.changes() as changed:
        save(follower, template(built, "films"))
    assert changed == {
        "figures/convolution-size-6-stride-2.svg",
        "figures/convolution-size-6-stride-2.png",
        "figures/convolution-size-6-stride-2-dark.png",
        "figures/manifest.json",
        "posts/films.md",
    }
    assert "convolution-size-6-stride-2.svg?v=none" not in follower.board.state.posts["films"].body


def test_a_mistake_is_shown_and_told_and_the_next_save_goes_on(
    follower: Follower, built: Project, told: list[str]
) -> None:
    before = follower.board.state.posts["pooling"]
    built.change("pooling", "one number", "<@ nothing @>")
    save(follower, template(built, "pooling"))
    state = follower.board.state
    assert len(state.problems) == 1 and "pooling.md.j2:6: nothing is called 'nothing'" in state.problems[0]
    assert state.problems[0] in told
    assert state.posts["pooling"] == before
    built.change("pooling", "<@ nothing @>", "a number")
    save(follower, template(built, "pooling"))
    assert follower.board.state.problems == ()
    assert "a number" in follower.board.state.posts["pooling"].body


def test_a_crash_of_the_program_itself_is_shown_and_gone_with_the_next_save(
    follower: Follower, built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Session, "fill", lambda *_: 1 / 0)
        save(follower, template(built, "pooling"))
    assert follower.board.state.problems == ("ZeroDivisionError: division by zero",)
    save(follower, template(built, "pooling"))
    assert follower.board.state.problems == ()


def test_a_picture_with_two_meanings_is_told_whichever_post_is_saved(
    follower: Follower, built: Project
) -> None:
    built.change("films", 'figure("convolution")', 'figure("convolution", name="pooling")')
    save(follower, template(built, "films"))
    assert "asks for 'pooling' with other content than" in follower.board.state.problems[0]


def test_a_picture_that_a_faulty_post_asks_for_too_is_drawn(follower: Follower, built: Project) -> None:
    line = '<@ figure("pooling", kind="average") @>'
    built.change("films", "보폭을", f"{line}\n\n<@ nothing @>")
    save(follower, template(built, "films"))
    built.change("pooling", "The window", f"{line}\n\nThe window")
    save(follower, template(built, "pooling"))
    assert list(built.figures.glob("pooling*average*.svg"))


def test_new_and_deleted_templates_are_followed(follower: Follower, built: Project) -> None:
    new = built.post("another", "---\ntitle: New\n---\n\nHello\n")
    save(follower, new)
    assert list(follower.board.state.posts) == ["another", "films", "pooling"]
    new.unlink()
    save(follower, new)
    assert list(follower.board.state.posts) == ["films", "pooling"]


def test_a_mistake_in_the_settings_keeps_the_old_ones(follower: Follower, built: Project) -> None:
    text = (built.root / "pyproject.toml").read_text(encoding="utf-8")
    built.settings(text + 'colour = "red"\n')
    follower.take(Changes(everything=True))
    assert "has no setting 'colour'" in follower.board.state.problems[0]
    built.change("pooling", "one number", "only one number")
    save(follower, template(built, "pooling"))
    assert "only one number" in follower.board.state.posts["pooling"].body
    assert "has no setting 'colour'" in follower.board.state.problems[0]
    built.settings(text)
    follower.take(Changes(everything=True))
    assert follower.board.state.problems == ()


def test_new_settings_touch_everything(follower: Follower, built: Project) -> None:
    built.settings('[tool.generator]\ndata = "digits"\nformats = ["svg"]\ntargets = ["chirpy"]\n')
    follower.take(Changes(everything=True))
    assert "{: width=" in (built.posts / "pooling.md").read_text(encoding="utf-8")
    assert "{:" not in follower.board.state.posts["pooling"].body


def test_the_program_s_own_code_asks_for_a_new_start(follower: Follower, told: list[str]) -> None:
    follower.take(Changes(program=True))
    assert told[-1].startswith("the program itself has changed")


def test_what_a_saved_file_means(follower: Follower, built: Project) -> None:
    settings = follower.session.settings
    post = settings.posts / "a.md.j2"
    assert meaning(settings, [post]) == Changes(frozenset({post}))
    assert meaning(settings, [settings.root / "pyproject.toml"]) == Changes(everything=True)
    assert meaning(settings, [settings.trained / "paper-digits.npz"]) == Changes(everything=True)
    assert meaning(settings, [Path(wishes.__file__)]) == Changes(program=True)
    built.settings('[tool.generator.models]\nmine = "models/mine.py:build"\n')
    mine = follower.reopen()
    assert meaning(mine, [mine.root / "models" / "mine.py"]) == Changes(everything=True)
    for name in ("posts/a.md", "figures/a.svg", "posts/.a.md.j2.swp", "posts/sub/a.md.j2", "notes.txt"):
        assert meaning(settings, [settings.root / name]) == Changes()
    assert {settings.root, settings.posts, Path(wishes.__file__).parent} <= folders(settings)


def test_what_checks_find_is_shown_and_told_after_the_post_and_gone_when_it_is_mended(
    follower: Follower, built: Project, told: list[str]
) -> None:
    built.change("pooling", "one number", "![](nothing.png) \\alpha")
    save(follower, template(built, "pooling"))
    first = follower.board.state
    assert "alpha" in first.posts["pooling"].body
    follower.take(Changes())
    last = follower.board.state
    assert first.findings == {}
    assert [each.rpartition(" ")[2] for each in last.findings["pooling"]] == [
        "(alt-text)",
        "(image-file)",
        "(bare-tex)",
    ]
    assert last.findings["pooling"][0].startswith("posts/pooling.md:6:18: ")
    assert set(last.findings["pooling"]) <= set(told)
    built.change("pooling", "![](nothing.png) \\alpha", "one number")
    save(follower, template(built, "pooling"))
    follower.take(Changes())
    assert follower.board.state.findings == {}


def test_a_post_that_failed_is_not_told_as_written(
    follower: Follower, built: Project, told: list[str]
) -> None:
    built.change("pooling", "one number", "<@ nothing @>")
    save(follower, template(built, "pooling"))
    assert told[-1].endswith("pooling.md.j2: not written")


def test_the_page_opens_with_the_post_that_was_saved_last(built: Project) -> None:
    os.utime(template(built, "films"), (1e9, 1e9))
    found = Follower(lambda: open_settings(built.root, None), Board(), lambda line: None)
    found.begin()
    assert found.board.state.latest == "pooling"


def test_pictures_keep_their_place_before_they_are_there(follower: Follower) -> None:
    assert re.search(
        r'<img width="\d+" height="\d+" src="/figures/pooling.svg', follower.board.state.posts["pooling"].body
    )
