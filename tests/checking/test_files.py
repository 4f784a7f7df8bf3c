"""``generator check`` of files that no template made."""

from __future__ import annotations

import json
import re
import resource
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checking.files import markdown_files
from generator.checking.registry import codes
from generator.cli import cli
from generator.running import run
from tests.projects import HEAVY, Outcome, Project, without

BAD = "---\ntitle: a\n---\n\nwords ![](a.png)\n"
FAULT = "the image a.png has no alt text; say what it shows (alt-text)"
# Other checks may find more in these posts.
ONLY = ("--only", "alt-text", "--only", "links", "--only", "switched-off")
# A comment that is idle is mended by taking it out.
IDLE = "<!-- check: off links: none are here -->\n\n"

Command = Callable[..., Outcome]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """The command in a folder that is no project."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    (tmp_path / "a.png").write_bytes(b"")

    def command(*arguments: str) -> Outcome:
        capfd.readouterr()
        return Outcome(run(cli, ["check", *arguments]), *capfd.readouterr())

    return command


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_a_file_anywhere_is_checked_and_its_findings_told_to_the_column(check: Command) -> None:
    write("post.md", BAD)
    done = check("--only", "alt-text", "post.md")
    assert (done.code, done.out) == (1, f"post.md:5:7: {FAULT}\n")
    assert done.err == "1 finding in 1 file looked at\n"


def test_a_file_without_fault_has_exit_code_0(check: Command) -> None:
    write("post.md", "# words\n")
    assert check("post.md") == Outcome(0, "", "0 findings in 1 file looked at\n")


def test_a_folder_stands_for_the_markdown_below_it_that_is_nobody_else_s(check: Command) -> None:
    for name in (
        "b.md",
        "a/c.markdown",
        "a/D.MD",
        "_site/x.md",
        "a/node_modules/x.md",
        "vendor/x.md",
        "x.txt",
    ):
        write(name, "")
    names = [path.as_posix() for path in markdown_files([Path("a/c.markdown"), Path()])]
    assert names == ["a/c.markdown", "b.md", "a/D.MD"]
    assert check(".").err == "0 findings in 3 files looked at\n"


def test_a_file_that_is_named_is_checked_wherever_it_lies(check: Command) -> None:
    write("vendor/x.md", BAD)
    assert check("vendor/x.md").code == 1


def test_what_is_wrong_with_one_file_hides_no_finding_of_another(check: Command) -> None:
    write("a.md", BAD)
    Path("b.md").write_bytes(b"\xff")
    write("c.md", BAD)
    done = check("a.md", "b.md", "c.md")
    assert done.code == 1
    assert done.out.count(FAULT) == 2
    assert done.err.startswith("b.md: is not UTF-8: byte 0xff in line 1; save it as UTF-8\n")


def test_a_template_is_no_post(check: Command) -> None:
    write("a.md.j2", "")
    assert check("a.md.j2").err.startswith("a.md.j2: is a template; ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["none.md"], "there is no file or folder none.md"),
        (["--off", "alt-txt", "."], "there is no check 'alt-txt'; did you mean alt-text?"),
        (["--only", "nothing", "."], "there is no check 'nothing'"),
        (["--diff", "--format", "json", "."], "--diff shows text"),
    ],
)
def test_a_wrong_command_line_has_exit_code_2(check: Command, arguments: list[str], words: str) -> None:
    done = check(*arguments)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def test_checks_are_left_out_or_chosen(check: Command) -> None:
    write("post.md", BAD + "[x](#none)\n")
    out = check("--off", "alt-text", "--off", "links", "post.md").out
    assert "(alt-text)" not in out
    assert "(links)" not in out
    assert check("--only", "links", "post.md").out == "post.md:6:5: there is no heading #none here (links)\n"


def test_settings_of_the_project_around_a_file_hold_for_it(check: Command) -> None:
    write("pyproject.toml", '[tool.generator.check]\noff = ["alt-text"]\n')
    write("deep/post.md", BAD)
    assert FAULT not in check("deep/post.md").out
    write("other/pyproject.toml", "[tool.generator]\n")
    write("other/post.md", BAD)
    assert FAULT in check("other/post.md").out
    write("wrong/pyproject.toml", '[tool.generator.check]\noff = ["alt"]\n')
    write("wrong/post.md", BAD)
    assert check("wrong/post.md").err.startswith("wrong/pyproject.toml: check.off has 'alt'; ")


def test_programs_get_json_and_sarif_with_or_without_findings(check: Command) -> None:
    write("post.md", BAD)
    (one,) = json.loads(check("--format", "json", *ONLY, "post.md").out)
    assert (one["line"], one["column"], one["end_line"], one["end_column"]) == (5, 7, 5, 17)
    assert (one["file"], one["check"], one["mends"]) == ("post.md", "alt-text", False)
    (run_,) = json.loads(check("--format", "sarif", *ONLY, "post.md").out)["runs"]
    assert [result["ruleId"] for result in run_["results"]] == ["alt-text"]
    write("post.md", "")
    assert json.loads(check("--format", "json", "post.md").out) == []
    assert json.loads(check("--format", "sarif", "post.md").out)["runs"][0]["results"] == []


def test_under_github_actions_findings_are_annotations(
    check: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    write("post.md", BAD)
    assert check(*ONLY, "post.md").out.startswith(
        "::error file=post.md,line=5,endLine=5,col=7,endColumn=17,title=alt-text::"
    )


def test_diff_shows_what_fix_would_change_and_changes_nothing(check: Command) -> None:
    path = write("post.md", IDLE + BAD.partition("\n\n")[2])
    before = path.read_bytes()
    done = check("--diff", *ONLY, "post.md")
    assert done.out.splitlines() == [
        "--- a/post.md",
        "+++ b/post.md",
        "@@ -1,3 +1 @@",
        f"-{IDLE.strip()}",
        "-",
        " words ![](a.png)",
    ]
    assert (done.code, done.err) == (1, "2 findings in 1 file looked at; --fix mends 1\n")
    assert path.read_bytes() == before


def test_git_can_apply_the_difference_and_gets_what_fix_writes(check: Command) -> None:
    path = write("post.md", f"a\r\n\r\n{IDLE}b\nlast")
    difference = check("--diff", *ONLY, "post.md").out
    before = path.read_bytes()
    assert check("--fix", "--diff", *ONLY, "post.md").out == difference
    fixed = path.read_bytes()
    path.write_bytes(before)
    subprocess.run(["git", "apply", "-"], input=difference.encode(), check=True)
    assert path.read_bytes() == fixed


def test_fix_mends_tells_what_is_left_and_does_nothing_the_second_time(check: Command) -> None:
    path = write("post.md", "\ufeffone\r\n\r\n" + IDLE + "words ![](a.png)\r\n")
    done = check("--fix", *ONLY, "post.md")
    assert path.read_bytes() == "\ufeffone\r\n\r\nwords ![](a.png)\r\n".encode()
    assert (done.code, done.out) == (1, f"post.md:3:7: {FAULT}\n")
    assert done.err == "1 mended; 1 finding in 1 file looked at\n"
    written = path.stat().st_ino
    assert check("--fix", *ONLY, "post.md").err == "0 mended; 1 finding in 1 file looked at\n"
    assert path.stat().st_ino == written


def test_a_mended_file_keeps_its_permissions_and_a_link_stays_one(check: Command) -> None:
    path = write("real.md", IDLE)
    path.chmod(0o600)
    Path("link.md").symlink_to("real.md")
    assert check("--fix", *ONLY, "link.md").code == 0
    assert Path("link.md").is_symlink()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_text(encoding="utf-8") == ""


@pytest.mark.parametrize("name", ["posts/a.md", "posts/chirpy/a.md"])
def test_a_post_that_a_template_makes_is_not_mended(check: Command, name: str) -> None:
    path = write(name, IDLE)
    write("posts/a.md.j2", IDLE)
    done = check("--fix", *ONLY, name)
    assert done.code == 1
    assert done.err.startswith(f"{name}: is made by its template; mend a.md.j2 instead\n")
    assert path.read_text(encoding="utf-8") == IDLE


def test_without_files_fix_refuses_to_mend_what_templates_make(built: Project) -> None:
    for option in ("--fix", "--diff"):
        done = built.run("check", option)
        assert done.code == 1
        assert "made by templates; mend those" in done.err


def test_a_site_is_checked_whole_and_named_findings_are_of_its_posts(check: Command) -> None:
    write("blog/_config.yml", "theme: jekyll-theme-chirpy\n")
    write("blog/_posts/2025-01-01-a.md", BAD)
    write("blog/README.md", BAD.partition("\n\n")[2])
    done = check("--site", "blog", "--only", "alt-text")
    assert done.out == f"blog/_posts/2025-01-01-a.md:5:7: {FAULT}\n"
    assert done.err == "1 finding in 1 file looked at\n"


def test_a_folder_without_config_is_no_site(check: Command) -> None:
    done = check("--site", ".")
    assert done.code == 1
    assert "_config.yml: cannot be read: No such file or directory; a Jekyll site has this file" in done.err


def test_a_site_around_a_file_that_cannot_be_read_is_told_once_and_the_files_are_checked(
    check: Command,
) -> None:
    write("_config.yml", "a: [\n")
    write("a.md", BAD)
    write("b.md", BAD)
    done = check("a.md", "b.md")
    assert done.err.count("_config.yml:2: is no YAML: ") == 1
    assert done.out.count(FAULT) == 2


def test_explain_tells_what_a_check_wants_and_how_to_leave_it_out(check: Command) -> None:
    out = check("--explain", "alt-text").out
    assert out.startswith("alt-text\n\nEvery image says in words what it shows.\n")
    assert "<!-- check: off alt-text: reason -->" in out
    assert "--off orphans" in check("--explain", "orphans").out
    done = check("--explain", "alttext")
    assert (done.code, done.out) == (2, "")
    assert "did you mean alt-text? generator check --explain names all" in done.err


def test_explanations_have_no_marks_of_code_and_leave_examples_as_they_are(check: Command) -> None:
    for code in codes():
        out = check("--explain", code).out
        words = [line for line in out.splitlines() if not line.startswith("    ")]
        assert not re.search(r"(?<!`)``(?!`)", "\n".join(words))
        assert max(map(len, words)) <= 100
    assert "    ```python\n    print(1)\n    ```\n" in check("--explain", "unclosed-fence").out


def test_explain_alone_and_list_name_every_check(check: Command, project: Project) -> None:
    out = check("--explain").out
    assert re.search("^alt-text +Every image says in words what it shows.$", out, re.MULTILINE)
    assert tuple(line.split()[0] for line in out.splitlines()) == codes()
    assert project.run("list", "--checks").out == out


def processor_time() -> float:
    """What the processes that were waited for took, in seconds; other work on the machine does not count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.slow
def test_a_post_with_a_hundred_formulas_is_checked_at_once_without_heavy_libraries(project: Project) -> None:
    text = "Let $x_i = 3$ be [there](#x).\n\n" * 100 + "# x\n"
    (project.root / "post.md").write_text(text, encoding="utf-8")
    times = []
    for _ in range(3):
        before = processor_time()
        done = project.apart("check", "post.md", before=without(*HEAVY, "numpy", "jinja2"))
        times.append(processor_time() - before)
        assert done.err.endswith("in 1 file looked at\n")
    assert min(times) < 0.5, "it takes 0.3 s or less where this was measured"


def test_a_readme_without_front_matter_is_no_page_of_jekylls(check: Command) -> None:
    words = (
        '# Tool\n\n<img src="https://a.kr/b.png" width="200" alt="The window of the tool">\n\n`{{ x }}` | b\n'
    )
    write("README.md", words)
    write("README.ko.md", words)
    assert check("README.md", "README.ko.md").out == ""
    write("README.md", f"---\ntitle: Tool\n---\n\n{words}")
    assert "(liquid)" in check("README.md").out
