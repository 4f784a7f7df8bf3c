from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.writing import values
from generator.writing.placed import Placed
from generator.writing.posts import Filled, fill, language_of
from generator.writing.request import Options

FRONT = "---\ntitle: 합성곱\nlang: ko\nmath: true\n---\n"


def place(figure: str, parameters: Mapping[str, object], options: Options) -> Placed:
    if figure != "convolution":
        raise GeneratorError(f"there is no figure {figure!r}; did you mean convolution?")
    for name in parameters:
        if name != "stride":
            raise GeneratorError(f"convolution has no parameter {name!r}; it takes stride")
    stem = options.name or "-".join(["convolution", *(f"{k}-{v}" for k, v in parameters.items())])
    alt, caption = "5×5 입력 위를 커널이 움직인다", "스트라이드 1"
    return Placed(
        figure, stem, 700, 300, options.alt or alt, options.caption or caption, ("svg", "png", "gif"), True
    )


def filled(tmp_path: Path, body: str, target: str = "portable", front: str = FRONT) -> Filled:
    template = tmp_path / "post.md.j2"
    template.write_bytes((front + body).encode())
    tree = values.tree(trained=_no_model, data="digits", language="ko")
    return fill(template, place=place, values=tree, target=target)


def _no_model(network: str) -> values.Trained:
    raise GeneratorError("there is no trained model here; generator train makes it", file=f"{network}.npz")


def test_a_post_begins_with_its_front_matter_unchanged(tmp_path: Path) -> None:
    front = "---\ntitle: '<@ x @> {{ y }}'\nlang: en\n---\n"
    post = filled(tmp_path, "Hello.\n", front=front)
    assert post.text == front + "Hello.\n"
    assert post.language == "en"


def test_the_language_comes_from_the_front_matter_then_from_the_caller_then_is_korean(tmp_path: Path) -> None:
    template = tmp_path / "post.md.j2"
    template.write_text("Words.\n", encoding="utf-8")
    assert fill(template, place=place, values={}, target="portable").language == "ko"
    assert fill(template, place=place, values={}, target="portable", language="en").language == "en"
    template.write_text('---\nlang: "en"\n---\nWords.\n', encoding="utf-8")
    assert fill(template, place=place, values={}, target="portable", language="ko").language == "en"
    assert language_of(template) == "en"


def test_a_language_that_figures_do_not_speak_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match=r"post\.md\.j2:2: lang is 'fr'; .* ko and en"):
        filled(tmp_path, "x\n", front="---\nlang: fr\n---\n")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_line_ends_stay_as_they_are(tmp_path: Path, line_end: str) -> None:
    text = f"---{line_end}lang: ko{line_end}---{line_end}글{line_end}{line_end}<@ 1 + 1 @>{line_end}"
    post = filled(tmp_path, text, front="")
    assert post.text == text.replace("<@ 1 + 1 @>", "2")


def test_mixed_line_ends_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="mixes line ends"):
        filled(tmp_path, "a\r\nb\n")


def test_what_liquid_jinja_and_tex_use_passes_through(tmp_path: Path) -> None:
    body = (
        "{% raw %}{{ x }}{% endraw %} {# no comment #} [[ a ]] $e^{ {x} }$ `{{ y }}` # line\n"
        "{: .light }\n\n```python\nf'{x}' # {% if %}\n```\n\n\t탭과 공백  \n<!-- a remark -->\n## a ##\n"
    )
    assert filled(tmp_path, body).text == FRONT + body


def test_a_missing_final_line_end_stays_missing(tmp_path: Path) -> None:
    assert filled(tmp_path, "끝").text == FRONT + "끝"


def test_values_and_filters_print_numbers(tmp_path: Path) -> None:
    body = (
        "<@ lenet.paper.C3.field @> <@ lenet.post.parameters | thousands @> "
        "<@ 0.98715 | percent @> <@ 0.5 | percent(digits=0) @>\n"
    )
    assert filled(tmp_path, body).text == FRONT + "14 82,826 98.72 % 50 %\n"


def test_figures_become_images_and_requests(tmp_path: Path) -> None:
    body = '글\n\n<@ figure("convolution") @>\n\n<@ figure("convolution", stride=2, name="my-stride") @>\n'
    post = filled(tmp_path, body)
    assert post.text == FRONT + (
        "글\n\n![5×5 입력 위를 커널이 움직인다](../figures/convolution.svg)  \n*스트라이드 1*\n\n"
        "![5×5 입력 위를 커널이 움직인다](../figures/my-stride.svg)  \n*스트라이드 1*\n"
    )
    assert [(r.figure, dict(r.parameters), r.name, r.line) for r in post.requests] == [
        ("convolution", {}, "convolution", 8),
        ("convolution", {"stride": 2}, "my-stride", 10),
    ]


def test_a_call_is_found_inside_blocks_and_over_several_lines(tmp_path: Path) -> None:
    body = (
        "<!--% for stride in (1, 2) %-->\n"
        "<@ figure(\n  'convolution',\n  stride=stride,\n) @>\n\n<!--% endfor %-->\n"
        "<!--% if true %-->\n<!--% set unused = 1 %-->\n<@ figure('convolution') @>\n<!--% endif %-->\n"
    )
    assert [request.line for request in filled(tmp_path, body).requests] == [7, 7, 15]


def test_a_figure_in_a_branch_not_taken_is_not_asked_for(tmp_path: Path) -> None:
    assert filled(tmp_path, "<!--% if false %--><@ figure('nothing') @><!--% endif %-->\n").requests == ()


def test_blocks_get_the_blank_lines_that_they_need(tmp_path: Path) -> None:
    body = (
        "글\n<@ display('a=b') @>  \n글\n<@ display(['c', 'd']) @>\n"
        "<@ figure('convolution', caption='') @>\n글\n"
    )
    image = "![5×5 입력 위를 커널이 움직인다](../figures/convolution.svg)"
    expected = f"글\n\n$$a=b$$\n\n글\n\n$$c$$\n\n$$d$$\n\n{image}\n\n글\n"
    assert filled(tmp_path, body).text == FRONT + expected


def test_blocks_stand_in_quotes_and_figures_in_lists(tmp_path: Path) -> None:
    body = "> 글\n>\n> <@ display('a=b') @>\n\n- 항목\n\n  <@ figure('convolution') @>\n"
    image = "![5×5 입력 위를 커널이 움직인다](../figures/convolution.svg)  "
    assert filled(tmp_path, body).text == FRONT + (
        f"> 글\n>\n> $$a=b$$\n\n- 항목\n\n  {image}\n  *스트라이드 1*\n"
    )


def test_strings_mean_the_backslashes_that_they_show(tmp_path: Path) -> None:
    body = (
        r"""값 <@ math("\nabla\times\xi\text{한글}") @>, <@ math('\begin{matrix}a\\b\end{matrix}') @>"""
        + "\n"
    )
    expected = r"값 $\nabla\times\xi\text{한글}$, $\begin{matrix}a\cr b\end{matrix}$" + "\n"
    assert filled(tmp_path, body).text == FRONT + expected


def test_a_caption_may_hold_a_formula(tmp_path: Path) -> None:
    body = """<@ figure("convolution", caption="값 " ~ math("x_i*y") ~ " 의 [뜻]") @>\n"""
    assert "\n*값 $x_i\\ast y$ 의 &#91;뜻&#93;*\n" in filled(tmp_path, body).text


def test_a_model_that_no_template_asks_for_need_not_be_there(tmp_path: Path) -> None:
    assert filled(tmp_path, "<@ lenet.paper.parameters @>\n").text == FRONT + "61706\n"
    with pytest.raises(GeneratorError, match=r"paper\.npz: .*generator train"):
        filled(tmp_path, "<@ trained.test_accuracy @>\n")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("lenett.paper", "nothing is called 'lenett'; did you mean lenet or alexnet?"),
        ("lenet.papr.C3", "lenet has no 'papr'; did you mean paper? There are paper, post"),
        ("lenet.paper.C9", "lenet.paper has no 'C9'; did you mean C"),
        ("lenet.paper.C9.field", "lenet.paper has no 'C9'; did you mean C"),
        ("lenet.paper.F6.field", "lenet.paper.F6 has no 'field'; there are name, kind"),
        ("lenet.paper", "lenet.paper is a group of values"),
        ("figure('convolution', stride=lenet.paper.C9)", "lenet.paper has no 'C9'"),
        ("math(lenet.paper.C9)", "lenet.paper has no 'C9'"),
        ("display(lenet.paper.C9)", "lenet.paper has no 'C9'"),
        ("equations.receptive_field(lenet.paper.C9, 'C3')", "lenet.paper has no 'C9'"),
        ("equations.outputsize(1)", "did you mean output_size"),
        ("figure('convolutoin')", "there is no figure 'convolutoin'; did you mean convolution?"),
        ("figure('convolution', strid=2)", "convolution has no parameter 'strid'; it takes stride"),
        ("figure('convolution', 2)", "the rest by name"),
        ("figure('convolution', width='wide')", "width= takes a whole number of pixels, found 'wide'"),
        ("figure('convolution', name='My Stride')", "name= becomes a file's name"),
        ("figure('convolution', format='gfi')", "not made as 'gfi'; did you mean gif"),
        ("figure('convolution', alt=math('x'))", "say it in words"),
        ("figure('convolution', caption=3)", "caption= takes words in quotes, found 3"),
        ("math('50\\%')", "outside the formula"),
        ("math(3)", "math() takes TeX in quotes"),
        ("model_summary('papper')", "there is no network 'papper'; did you mean paper?"),
        ("equations.receptive_field('paper', 'F6')", "receptive field"),
        ("lenet.paper.title | thousands", "thousands takes a whole number, found 'LeNet-5'"),
        ("1 | thousand", "did you mean thousands"),
        ("lenet.paper.title | short", "short takes a number such as 0.0811, found 'LeNet-5'"),
        ("1 / 0", "ZeroDivisionError"),
        ("none", "no value"),
        ("'a", "syntax"),
        ("figure('convolution'", "syntax"),
    ],
)
def test_a_mistake_is_reported_with_file_line_and_what_there_is(
    tmp_path: Path, call: str, message: str
) -> None:
    with pytest.raises(GeneratorError) as caught:
        filled(tmp_path, f"글\n\n<@ {call} @>\n")
    assert caught.value.file == tmp_path / "post.md.j2"
    assert caught.value.line == 8
    assert message in caught.value.message


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("해상도는<@ math('x') @> 이다", "'는' stands right before a formula"),
        ("값 <@ math('x') @>th", "'t' stands right after a formula"),
        ("값 <@ math('x') @><@ math('y') @>", "another formula stands right after"),
        ("값은 <@ display('x') @>", "a display stands on a line of its own"),
        ("<@ display('x') @>.", "a display stands on a line of its own"),
        ("  <@ display('x') @>", "cannot stand in a list"),
        ("- <@ figure('convolution') @>", "a figure stands on a line of its own"),
    ],
)
def test_a_formula_that_would_not_show_is_refused_with_its_line(
    tmp_path: Path, line: str, message: str
) -> None:
    with pytest.raises(GeneratorError, match=message) as caught:
        filled(tmp_path, f"글\n\n{line}\n")
    assert caught.value.line == 8


def test_an_unknown_target_is_refused() -> None:
    with pytest.raises(GeneratorError, match="there is no target 'chirp'; did you mean chirpy"):
        fill(Path("post.md.j2"), place=place, values={}, target="chirp")


def test_a_template_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="cannot be read: No such file"):
        fill(tmp_path / "none.md.j2", place=place, values={}, target="portable")
    (tmp_path / "bad.md.j2").write_bytes(b"\xff\xfe")
    with pytest.raises(GeneratorError, match="not UTF-8 at byte 0"):
        fill(tmp_path / "bad.md.j2", place=place, values={}, target="portable")


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("equations", "equations is a group of values"),
        ("equations.jump", "jump is no value that a post can show"),
        ("equations.jumpp", "equations has no 'jumpp'; did you mean jump?"),
        ("figure", "figure is no value that a post can show"),
    ],
)
def test_what_is_no_value_is_refused_and_never_written_as_python_shows_it(
    tmp_path: Path, expression: str, words: str
) -> None:
    with pytest.raises(GeneratorError, match=re.escape(words)):
        filled(tmp_path, f"<@ {expression} @>")
