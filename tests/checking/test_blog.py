from __future__ import annotations

from pathlib import Path

import pytest

from generator.checking.blog import Blog, find_blog, read
from generator.checking.blog_posts import posts_of
from generator.errors import GeneratorError


def write(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("files", "theme"),
    [
        ({"_config.yml": "theme: jekyll-theme-chirpy\n"}, "chirpy"),
        ({"_config.yml": "theme: minimal-mistakes-jekyll"}, "minimal-mistakes"),
        ({"_config.yml": 'remote_theme: "mmistakes/minimal-mistakes@4.26.2"'}, "minimal-mistakes"),
        ({"_config.yml": "remote_theme: cotes2020/jekyll-theme-chirpy"}, "chirpy"),
        ({"_config.yml": "theme: minima", "Gemfile": "gem 'jekyll-theme-chirpy'"}, ""),
        ({"_config.yml": "title: a", "Gemfile": 'gem "jekyll-theme-chirpy", "~> 7.0"\n'}, "chirpy"),
        ({"_config.yml": "title: a", "Gemfile": '# gem "jekyll-theme-chirpy"\ngem "jekyll"\n'}, ""),
        ({"_config.yml": "title: a", "jekyll-theme-chirpy.gemspec": ""}, "chirpy"),
        ({"_config.yml": "minimal_mistakes_skin: dark", "Gemfile": ""}, "minimal-mistakes"),
        ({"_config.yml": "", "minimal-mistakes-jekyll.gemspec": ""}, "minimal-mistakes"),
        ({"_config.yml": "# nothing\n"}, ""),
    ],
)
def test_the_theme_is_told_by_settings_gems_or_the_theme_s_own_files(
    tmp_path: Path, files: dict[str, str], theme: str
) -> None:
    assert read(write(tmp_path, **files)).theme == theme


def test_settings_are_read_as_yaml(tmp_path: Path) -> None:
    root = write(tmp_path, **{"_config.yml": "title: 블로그\nexclude: [a, b]\nurl: ''\n"})
    assert read(root).config == {"title": "블로그", "exclude": ["a", "b"], "url": ""}


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("title: a\nurl: [\n", "is no YAML: ", 3),
        ("title: a\n\turl: b\n", "is no YAML: ", 2),
        ("- a\n- b\n", "holds no settings", None),
        ("a: !!python/object:os.system x\n", "is no YAML: could not determine a constructor", 1),
    ],
)
def test_settings_that_cannot_be_read_are_a_sentence(
    tmp_path: Path, text: str, message: str, line: int | None
) -> None:
    with pytest.raises(GeneratorError, match=message) as refused:
        read(write(tmp_path, **{"_config.yml": text}))
    assert (refused.value.file, refused.value.line) == (tmp_path / "_config.yml", line)


def test_a_folder_that_is_no_site_says_what_one_has(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="a Jekyll site has this file in its folder"):
        read(tmp_path)


def test_the_site_of_a_post_is_found_upwards(tmp_path: Path) -> None:
    root = write(tmp_path / "blog", **{"_config.yml": "title: a", "_posts/deep/2025-01-01-a.md": ""})
    found = find_blog(root / "_posts" / "deep" / "2025-01-01-a.md")
    assert found is not None
    assert found.root == root
    assert find_blog(tmp_path / "alone.md") is None


def test_posts_drafts_pages_and_collections_are_its_posts_and_nothing_else_is(tmp_path: Path) -> None:
    page = "---\ntitle: a\n---\n"
    wanted = {
        "_posts/2025-01-01-a.md": "no front matter",
        "_posts/series/2025-01-02-b.markdown": page,
        "_drafts/c.md": "",
        "news/_posts/2025-01-03-d.md": page,
        "things/_recipes/e.md": "",
        "about.md": "\ufeff" + page,
        "pages/f.md": page.replace("\n", "\r\n"),
    }
    others = {
        "README.md": "# no page",
        "_includes/g.md": page,
        "_site/h.md": page,
        "node_modules/x/i.md": page,
        "vendor/bundle/j.md": page,
        ".github/k.md": page,
        "docs/l.md": page,
        "_posts/m.txt": page,
        "things/_other/n.md": page,
    }
    config = "collections:\n  recipes:\n    output: true\ncollections_dir: things\nexclude: [docs/]\n"
    root = write(tmp_path, **{"_config.yml": config}, **wanted, **others)
    assert {path.relative_to(root).as_posix() for path in posts_of(read(root))} == wanted.keys()


def test_a_site_without_posts_has_none(tmp_path: Path) -> None:
    assert posts_of(Blog(tmp_path)) == []
