from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.painting.document import grounded
from tests.projects import Project

Site = Callable[[str], Path]
FILMS_PAGE, POOLING_PAGE = "_posts/2026-01-05-films.md", "_posts/2026-01-07-pooling.md"


def files(root: Path) -> dict[str, bytes]:
    paths = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def publish(project: Project, root: Path, *options: str) -> tuple[int, str, str]:
    done = project.run("publish", "--to", str(root), *options)
    return done.code, done.out, done.err


def test_posts_and_the_pictures_that_they_show_arrive(dated: Project, site: Site) -> None:
    root = site("chirpy")
    before = files(root)
    code, out, _ = publish(dated, root)
    after = files(root)
    assert code == 0
    assert out.splitlines()[-1] == "5 files written, 0 kept, target: chirpy"
    assert after.keys() - before.keys() == {
        FILMS_PAGE,
        POOLING_PAGE,
        "assets/img/convolution.svg",
        "assets/img/convolution-stride-2.svg",
        "assets/img/pooling.svg",
        ".generator.json",
    }
    assert {name: after[name] for name in before} == before
    assert after["assets/img/convolution.svg"] == grounded((dated.figures / "convolution.svg").read_bytes())
    assert b"](/assets/img/convolution.svg){: width=" in after[FILMS_PAGE]


def test_pictures_bring_the_ground_that_the_page_may_lack(dated: Project, site: Site) -> None:
    root = site("minimal-mistakes")
    publish(dated, root)
    (picture,) = root.rglob("convolution.svg")
    drawn = (dated.figures / "convolution.svg").read_bytes()
    assert picture.read_bytes() == grounded(drawn) != drawn


def test_a_second_time_writes_nothing(dated: Project, site: Site) -> None:
    root = site("portable")
    publish(dated, root)
    times = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    code, out, _ = publish(dated, root)
    assert (code, out) == (0, "0 files written, 5 kept, target: portable\n")
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == times


def test_a_changed_sentence_changes_one_post_alone(dated: Project, site: Site) -> None:
    root = site("chirpy")
    publish(dated, root)
    dated.change("pooling", "one number", "only one number")
    assert publish(dated, root)[1].splitlines() == [
        f"wrote {POOLING_PAGE}",
        "1 file written, 4 kept, target: chirpy",
    ]


def test_what_is_stale_is_built_first(dated: Project, site: Site) -> None:
    root = site("chirpy")
    dated.change("2026-01-05-films", 'figure("convolution")', 'figure("convolution", size=6)')
    assert publish(dated, root)[0] == 0
    assert (root / "assets/img/convolution-size-6.svg").read_bytes() == grounded(
        (dated.figures / "convolution-size-6.svg").read_bytes()
    )


def test_a_dry_run_lists_and_touches_nothing(dated: Project, site: Site) -> None:
    root = site("chirpy")
    dated.change("2026-01-05-films", 'figure("convolution")', 'figure("convolution", size=6)')
    before = files(root)
    with dated.changes() as changed:
        code, out, _ = publish(dated, root, "--dry-run")
    assert code == 0 and not changed and files(root) == before
    assert "would write assets/img/convolution-size-6.svg" in out.splitlines()
    assert out.splitlines()[-1] == "5 files to write, 0 kept, target: chirpy"


@pytest.mark.parametrize("name", [FILMS_PAGE, "assets/img/convolution.svg"])
def test_somebody_else_s_file_is_left_alone_and_told(dated: Project, site: Site, name: str) -> None:
    root = site("chirpy")
    (root / name).parent.mkdir(parents=True)
    (root / name).write_text("mine", encoding="utf-8")
    code, out, err = publish(dated, root)
    assert code == 1
    assert f"{name}: is there, and generator did not write it; rename or move it" in err
    assert out.splitlines()[-1] == "4 files written, 0 kept, 1 left alone, target: chirpy"
    assert (root / name).read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("theirs", ["a folder", "a link that leads nowhere"])
def test_what_is_no_file_is_left_alone_too(dated: Project, site: Site, theirs: str) -> None:
    root = site("chirpy")
    place = root / FILMS_PAGE
    place.parent.mkdir(parents=True)
    if theirs == "a folder":
        place.mkdir()
    else:
        place.symlink_to(root / "nowhere")
    code, out, err = publish(dated, root)
    assert code == 1 and f"{FILMS_PAGE}: is there, and generator did not write it" in err
    assert out.splitlines()[-1] == "4 files written, 0 kept, 1 left alone, target: chirpy"
    assert not place.is_file()


def test_a_file_with_the_very_same_bytes_is_taken_over(dated: Project, site: Site) -> None:
    root = site("chirpy")
    publish(dated, root)
    (root / ".generator.json").unlink()
    assert publish(dated, root)[1] == "0 files written, 5 kept, target: chirpy\n"
    dated.change("pooling", "one number", "only one number")
    assert publish(dated, root)[0] == 0


def test_a_post_edited_in_the_site_is_left_alone_until_it_is_deleted(dated: Project, site: Site) -> None:
    root = site("chirpy")
    publish(dated, root)
    (root / POOLING_PAGE).write_text("edited", encoding="utf-8")
    for _ in range(2):
        code, _, err = publish(dated, root)
        assert code == 1
        assert f"{POOLING_PAGE}: was changed by hand since it was published" in err
        assert "into pooling.md.j2, delete the file" in err
        assert (root / POOLING_PAGE).read_text(encoding="utf-8") == "edited"
    (root / POOLING_PAGE).unlink()
    assert publish(dated, root)[1].splitlines()[0] == f"wrote {POOLING_PAGE}"


def test_what_no_template_asks_for_is_told_and_goes_with_prune(dated: Project, site: Site) -> None:
    root = site("chirpy")
    publish(dated, root)
    (dated.posts / "2026-01-05-films.md.j2").unlink()
    code, out, _ = publish(dated, root)
    assert code == 0
    assert f"{FILMS_PAGE} is needed no more; --prune removes it" in out.splitlines()
    assert (root / FILMS_PAGE).is_file()
    code, out, _ = publish(dated, root, "--prune")
    assert out.splitlines()[-1] == "0 files written, 2 kept, 3 removed, target: chirpy"
    assert not (root / FILMS_PAGE).exists()
    assert not (root / "assets/img/convolution.svg").exists()
    assert publish(dated, root)[1] == "0 files written, 2 kept, target: chirpy\n"


def test_a_picture_that_another_post_shows_stays(dated: Project, site: Site) -> None:
    root = site("chirpy")
    dated.change("pooling", "<@ figure", "![again](../figures/convolution.svg)\n\n<@ figure")
    publish(dated, root)
    (dated.posts / "2026-01-05-films.md.j2").unlink()
    publish(dated, root, "--prune")
    assert (root / "assets/img/convolution.svg").is_file()
    assert not (root / "assets/img/convolution-stride-2.svg").exists()


def test_an_edited_post_is_not_pruned(dated: Project, site: Site) -> None:
    root = site("chirpy")
    publish(dated, root)
    (root / FILMS_PAGE).write_text("edited", encoding="utf-8")
    (dated.posts / "2026-01-05-films.md.j2").unlink()
    _, _, err = publish(dated, root, "--prune")
    assert f"{FILMS_PAGE}: is needed no more, but was changed by hand" in err
    assert (root / FILMS_PAGE).is_file()


def test_one_post_alone_leaves_the_others_as_they_are(dated: Project, site: Site) -> None:
    root = site("chirpy")
    publish(dated, root)
    dated.change("pooling", "one number", "only one number")
    dated.change("2026-01-05-films", "보폭을", "보폭까지")
    out = publish(dated, root, "pooling", "--prune")[1]
    assert out.splitlines() == [f"wrote {POOLING_PAGE}", "1 file written, 1 kept, target: chirpy"]


def test_another_project_s_files_are_neither_pruned_nor_replaced(dated: Project, site: Site) -> None:
    root = site("chirpy")
    publish(dated, root)
    record = root / ".generator.json"
    record.write_text(record.read_text(encoding="utf-8").replace('"blog"', '"other"'), encoding="utf-8")
    dated.change("pooling", "one number", "only one number")
    (dated.posts / "2026-01-05-films.md.j2").unlink()
    code, _, err = publish(dated, root, "--prune")
    assert code == 1
    assert f"{POOLING_PAGE}: was published by the project 'other'" in err
    assert (root / FILMS_PAGE).is_file()


def test_mistakes_in_a_post_leave_the_site_as_it_was(dated: Project, site: Site) -> None:
    root = site("chirpy")
    before = files(root)
    dated.change("pooling", "one number", "<@ nothing @> number")
    code, _, err = publish(dated, root)
    assert code == 1 and files(root) == before
    assert "pooling.md.j2:7: nothing is called 'nothing'" in err
    assert "nothing was published" in err


def test_a_post_without_a_date_is_told_where_one_goes(dated: Project, site: Site) -> None:
    (dated.posts / "pooling.md.j2").write_text("---\ntitle: x\n---\nx\n", encoding="utf-8")
    code, _, err = publish(dated, site("chirpy"))
    assert code == 1
    assert "pooling.md.j2: says no date, which Jekyll wants in a post's name" in err


def test_raster_pictures_come_as_the_post_shows_them(dated: Project, site: Site) -> None:
    root = site("chirpy")
    dated.change("pooling", 'name="pooling"', 'name="pooling", format="png"')
    publish(dated, root, "pooling")
    names = {path.name for path in (root / "assets/img").iterdir()}
    assert names == {"pooling.png", "pooling-dark.png"}


def test_the_assets_folder_can_be_named(dated: Project, site: Site) -> None:
    root = site("minimal-mistakes")
    publish(dated, root, "--assets", "/images/cnn/")
    assert (root / "images/cnn/convolution.svg").is_file()
    assert 'image_path="/images/cnn/convolution.svg"' in (root / FILMS_PAGE).read_text(encoding="utf-8")


def test_chirpy_s_media_subpath_is_left_out_of_addresses(dated: Project, site: Site) -> None:
    root = site("chirpy")
    dated.change("pooling", "lang: en\n", "lang: en\nmedia_subpath: /assets/\n")
    publish(dated, root, "pooling")
    assert "](/img/pooling.svg)" in (root / POOLING_PAGE).read_text(encoding="utf-8")
    assert (root / "assets/img/pooling.svg").is_file()


def test_a_media_subpath_elsewhere_is_told(dated: Project, site: Site) -> None:
    dated.change("pooling", "lang: en\n", "lang: en\nmedia_subpath: /pictures/cnn\n")
    code, _, err = publish(dated, site("chirpy"))
    assert code == 1
    assert "pooling.md.j2:4: media_subpath stands before every picture" in err
    assert "publish with --assets pictures/cnn" in err


def test_addresses_written_by_hand_lead_into_the_site(dated: Project, site: Site) -> None:
    root = site("portable")
    hand = "![a](../figures/convolution.svg) `../figures/convolution.svg` ![b](../figures/none.svg)\n"
    dated.change("pooling", "lang: en\n", "lang: en\nimage: /figures/convolution.png\n")
    dated.change("pooling", "The window keeps", f"{hand}\nThe window keeps")
    publish(dated, root, "pooling")
    text = (root / POOLING_PAGE).read_text(encoding="utf-8")
    assert (
        "![a]({{ site.baseurl }}/assets/img/convolution.svg) `../figures/convolution.svg` "
        "![b](../figures/none.svg)"
    ) in text
    assert "image: /assets/img/convolution.png" in text
    assert (root / "assets/img/convolution.png").is_file()


def test_the_record_names_files_digests_and_templates(dated: Project, site: Site) -> None:
    root = site("chirpy")
    publish(dated, root)
    entries = json.loads((root / ".generator.json").read_text(encoding="utf-8"))["files"]
    assert list(entries) == sorted(entries)
    assert entries["assets/img/convolution.svg"]["templates"] == ["2026-01-05-films.md.j2"]
    assert str(root) not in (root / ".generator.json").read_text(encoding="utf-8")


OUTSIDE = '{"files": {"../mine.md": {"digest": "", "project": "", "templates": []}}}'


@pytest.mark.parametrize("record", ['{"files": 3}', OUTSIDE, OUTSIDE.replace("..", "")])
def test_a_damaged_record_stops_before_anything_is_written(dated: Project, site: Site, record: str) -> None:
    root = site("chirpy")
    (root / ".generator.json").write_text(record, encoding="utf-8")
    before = files(root)
    code, _, err = publish(dated, root)
    assert code == 1 and "is damaged" in err and files(root) == before


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "title: Pooling",
            "title: CNN: pooling",
            'md.j2:2: YAML cannot read this value; type title: "CNN: p',
        ),
        ("The window", "{% if page.math %} The window", "md.j2:7: {% if page.math %} has no end, and Liquid"),
        ("2026-01-07 09:00:00", "2026-13-07 09:00:00", "md.j2:4: there is no day 2026-13-07"),
        ("The window", "The window {{ that", "md.j2:7: Liquid finds no end of {{ that"),
    ],
)
def test_a_post_that_would_stop_jekyll_stays_out_and_the_others_go_on(
    dated: Project, site: Site, old: str, new: str, told: str
) -> None:
    root = site("chirpy")
    dated.change("pooling", old, new)
    code, out, err = publish(dated, root)
    assert code == 1
    assert f"pooling.{told}" in err
    assert [path.name for path in (root / "_posts").iterdir()] == ["2026-01-05-films.md"]
    assert out.splitlines()[-1] == "3 files written, 0 kept, target: chirpy"


def test_a_published_post_stays_as_it_was_while_its_template_would_stop_jekyll(
    dated: Project, site: Site
) -> None:
    root = site("chirpy")
    publish(dated, root)
    before = files(root)
    dated.change("pooling", "The window", "{% if page.math %} The window")
    assert publish(dated, root, "--prune")[0] == 1
    assert files(root) == before


def test_a_link_to_no_post_is_told_and_one_to_a_post_of_the_same_publication_is_not(
    dated: Project, site: Site
) -> None:
    dated.change("2026-01-05-films", "보폭을", "{% post_url 2026-01-07-pooling %} 보폭을")
    dated.change("pooling", "The window", "{% post_url 2026-01-05-fims %} The window")
    code, _, err = publish(dated, site("chirpy"))
    assert code == 1
    assert "pooling.md.j2:7: there is no post 2026-01-05-fims, and Jekyll stops the build on it" in err
    assert "films.md.j2" not in err


def test_what_else_the_checks_find_is_counted_in_one_line(dated: Project, site: Site) -> None:
    root = site("chirpy")
    dated.change("pooling", "The window", "![](/nothing.png) The window")
    code, _, err = publish(dated, root)
    assert code == 0
    (line,) = [line for line in err.splitlines() if "tells them" in line]
    assert line.startswith("3 findings; generator check ") and line.count(".md") == 1
    checked = dated.run("check", str(root / POOLING_PAGE))
    assert checked.err.startswith("3 findings")


@pytest.mark.parametrize("wrong", ["nothing", "--target=nothing"])
def test_a_post_or_target_that_there_is_not_is_a_wrong_command_line(
    dated: Project, site: Site, wrong: str
) -> None:
    root = site("chirpy")
    before = files(root)
    code, out, err = publish(dated, root, wrong)
    assert (code, out) == (2, "") and "'nothing'" in err and files(root) == before
