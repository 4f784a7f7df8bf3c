from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.publishing.site import open_site


@pytest.mark.parametrize(
    ("config", "target"),
    [
        ("theme: jekyll-theme-chirpy\n", "chirpy"),
        ("remote_theme: mmistakes/minimal-mistakes\n", "minimal-mistakes"),
        ("theme: minima\n", "portable"),
        ("", "portable"),
    ],
)
def test_the_target_is_that_of_the_site_s_theme(tmp_path: Path, config: str, target: str) -> None:
    (tmp_path / "_config.yml").write_text(config, encoding="utf-8")
    assert open_site(tmp_path).target.name == target


def test_source_and_collections_folders_are_followed(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("source: docs\ncollections_dir: collections\n", encoding="utf-8")
    site = open_site(tmp_path)
    assert site.posts == tmp_path / "docs/collections/_posts"
    assert site.pictures == tmp_path / "docs/assets/img"


def test_a_folder_without_configuration_is_no_site(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match=r"_config\.yml: cannot be read: .* a Jekyll site has this file"):
        open_site(tmp_path)


@pytest.mark.parametrize("folder", ["..", "/", "../pictures", "_data", ".hidden", "a b", "img(1)", "100%"])
def test_pictures_go_where_jekyll_publishes_them(tmp_path: Path, folder: str) -> None:
    (tmp_path / "_config.yml").write_text("", encoding="utf-8")
    with pytest.raises(GeneratorError, match="--assets takes a folder that Jekyll publishes"):
        open_site(tmp_path, assets=folder)


@pytest.mark.parametrize("config", ["source: ../elsewhere\n", "collections_dir: /srv\n"])
def test_posts_outside_of_the_site_s_folder_are_told(tmp_path: Path, config: str) -> None:
    (tmp_path / "_config.yml").write_text(config, encoding="utf-8")
    with pytest.raises(GeneratorError, match=r"_config\.yml: keeps its posts outside of this folder"):
        open_site(tmp_path)


def test_github_is_no_jekyll_site(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("", encoding="utf-8")
    with pytest.raises(GeneratorError, match="publish as one of portable, chirpy, minimal-mistakes"):
        open_site(tmp_path, target="github")
