r"""The blog's own MathJax or KaTeX shows what kramdown writes, and what authors type.

kramdown turns double dollars into ``\( \)`` and ``\[ \]``. A set-up that knows only ``$`` and ``$$``, as a
recipe that many blogs copied has it, shows none of them; the defaults do not know the single dollar.

Bad:

    <script>
    window.MathJax = {tex: {inlineMath: [['$', '$']], displayMath: [['$$', '$$']]}};
    </script>

Good:

    <script>
    window.MathJax = {tex: {
      inlineMath: [['$', '$'], ['\\(', '\\)']],
      displayMath: [['$$', '$$'], ['\\[', '\\]']]
    }};
    </script>
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.checking.blog import CONFIG, Blog
from generator.checking.fault import BlogFault
from generator.checking.site_settings import own_layouts, uses_theme
from generator.checking.typesetters import DISPLAY, INLINE, Loader, Setup, loaders, setups, site_texts
from generator.mathematics.meant import meant

_TITLES = {"mathjax-2": "MathJax 2", "mathjax-3": "MathJax 3", "katex": "KaTeX"}
_INLINE_TYPED = r"inlineMath: [['$', '$'], ['\\(', '\\)']]"
_DISPLAY_TYPED = r"displayMath: [['$$', '$$'], ['\\[', '\\]']]"
_KATEX_TYPED = {
    "$$": "{left: '$$', right: '$$', display: true}",
    "$": "{left: '$', right: '$', display: false}",
    r"\(": r"{left: '\\(', right: '\\)', display: false}",
    r"\[": r"{left: '\\[', right: '\\]', display: true}",
}
_LOADER_TYPED = (
    f"<script>window.MathJax = {{tex: {{{_INLINE_TYPED}, {_DISPLAY_TYPED}}}}};</script>"
    '<script async src="https://cdn.jsdelivr.net/npm/mathjax@3/es5/tex-chtml.js"></script>'
)
_CLOSED = re.compile(r"cdn\.mathjax\.org|(?<![\w.-])polyfill\.io|cdn\.rawgit\.com|(?<![\w.-])rawgit\.com")


def look(blog: Blog) -> Iterator[BlogFault]:
    """A fault for each set-up that leaves formulas as TeX, and for each host that is no more."""
    if str(blog.config.get("markdown") or "kramdown").lower() not in ("kramdown", "gfm"):
        return
    texts = site_texts(blog)
    loaded, known = list(loaders(texts)), list(setups(texts))
    for path, text in texts.items():
        for match in _CLOSED.finditer(text):
            message = (
                f"{match.group()} is closed or in other hands; type https://cdn.jsdelivr.net/npm/… instead"
            )
            yield BlogFault(path, text.count("\n", 0, match.start()) + 1, message)
    kinds = {loader.kind for loader in loaded}
    foreign = [setup for setup in known if kinds and setup.kind not in kinds]
    yield from (_foreign(setup, kinds) for setup in foreign)
    used = [setup for setup in known if setup not in foreign]
    used += [_default(loader) for loader in loaded if loader.kind not in {setup.kind for setup in used}]
    for setup in used:
        yield from _unknown(setup, _engine(blog))
    if not loaded and not known and _must_load_itself(blog) and _has_formulas(blog):
        own = own_layouts(blog)
        place = f"the <head> of {own[-1].relative_to(blog.root).as_posix()}" if own else "the layout's <head>"
        if blog.theme == "minimal-mistakes":
            place = "_includes/head/custom.html"
        message = f"no layout loads MathJax, so that formulas stay TeX; type into {place}: {_LOADER_TYPED}"
        yield BlogFault(blog.root / CONFIG, 1, message)


def _engine(blog: Blog) -> str:
    """kramdown's engine for mathematics; empty where the settings switch it off."""
    kramdown = blog.config.get("kramdown")
    if isinstance(kramdown, dict) and "math_engine" in kramdown:
        return str(kramdown["math_engine"] or "")
    return "mathjax"


def _default(loader: Loader) -> Setup:
    return Setup(loader.kind, loader.path, loader.line, INLINE, DISPLAY)


def _foreign(setup: Setup, kinds: Iterable[str]) -> BlogFault:
    loaded = " and ".join(_TITLES[kind] for kind in sorted(kinds))
    typed = {
        "mathjax-2": "MathJax.Hub.Config({tex2jax: {…}})",
        "mathjax-3": "window.MathJax = {tex: {…}}",
        "katex": "renderMathInElement(document.body, {…})",
    }
    wanted = " or ".join(typed[kind] for kind in sorted(kinds))
    message = f"this sets up {_TITLES[setup.kind]}, but the site loads {loaded}; type {wanted}"
    return BlogFault(setup.path, setup.line, message)


def _unknown(setup: Setup, engine: str) -> Iterator[BlogFault]:
    title = _TITLES[setup.kind]
    written = {r"\(": setup.inline, r"\[": setup.display} if engine == "mathjax" else {}
    if not engine:
        written = {"$$": setup.display}
    missing = [sign for sign, known in written.items() if sign not in known]
    if missing:
        source = "kramdown writes" if engine else "with math_engine: null the posts have"
        signs = " and ".join(missing)
        message = f"{source} {signs}, which {title} does not know here; type {_typed(setup, missing)}"
        if engine:
            message += f", or kramdown: {{math_engine: null}} in {CONFIG}"
        yield BlogFault(setup.path, setup.line, message)
    if "$" not in setup.inline and not (missing and setup.kind != "katex"):
        message = f"{title} does not know $…$ here, which stays TeX; type {_typed(setup, ['$'])}"
        yield BlogFault(setup.path, setup.line, message)


def _typed(setup: Setup, missing: list[str]) -> str:
    if setup.kind == "katex":
        return "delimiters: [" + ", ".join(_KATEX_TYPED[sign] for sign in missing) + ", …]"
    keys = [_INLINE_TYPED] if {r"\(", "$"} & set(missing) else []
    keys += [_DISPLAY_TYPED] if {r"\[", "$$"} & set(missing) else []
    return ", ".join(keys)


def _must_load_itself(blog: Blog) -> bool:
    """Whether nobody else can: a theme from elsewhere may load MathJax, unless nothing of it is used."""
    foreign = blog.config.get("theme") or blog.config.get("remote_theme")
    return blog.theme == "minimal-mistakes" or not (blog.theme or foreign) or not uses_theme(blog)


def _has_formulas(blog: Blog) -> bool:
    posts = sorted(blog.root.glob("_posts/**/*.md"))
    return any(meant(path.read_text(encoding="utf-8", errors="replace")) for path in posts)
