"""HTML, Markdown and TeX that somebody else wrote, made so that nothing in it can run, wherever it is shown.

HTML is cleaned by nh3 (Ammonia), which parses as browsers do; nothing here looks for danger in HTML by itself. Markdown is
rendered as nbgrader's pages render it. Without raw HTML, odd addresses or odd TeX in it the source stays as it is, byte for
byte; otherwise it is replaced by the cleaned rendering, written so that no Markdown renderer reads anything into it.

Pages with grades are dangerous in more ways than by scripts. Their styles have classes that cover the page, their scripts
find elements by id, `<img src="/logout">` acts with the reader's rights, nbconvert takes `files/` away from addresses after
everything else (`files/javascript:…`), and writes what is in a Mermaid block unescaped. Hence: no class, no id, pictures
only from inside the notebook or from files beside it, and absolute links only.
"""

from __future__ import annotations

import base64
import binascii
import html
import io
import re
import warnings
from collections.abc import Callable, Collection, Mapping
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

import nh3
from mistune import HTMLRenderer
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

PICTURES = {"image/png": "PNG", "image/jpeg": "JPEG", "image/gif": "GIF"}
MOST_BYTES = 2_000_000  # of one picture
MOST_PIXELS = 25_000_000  # a small file can be a huge picture

TAGS = {
    *(
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
    ),
    *("strike", "strong", "sub", "sup", "tt", "u", "var", "br", "img"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "center", "blockquote", "pre", "hr", "details", "summary"),
    *("figure", "figcaption", "ul", "ol", "li", "dl", "dt", "dd"),
    *("table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
GONE_WITH_CONTENT = {
    *(
        "script",
        "style",
        "template",
        "svg",
        "math",
        "iframe",
        "frameset",
        "object",
        "embed",
        "applet",
        "audio",
        "video",
    ),
    *("canvas", "noscript", "noembed", "noframes", "textarea", "select", "title", "xmp", "plaintext"),
}
CELL = {"align", "valign", "colspan", "rowspan", "style"}
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "table": {"border"},
    "td": CELL,
    "th": CELL | {"scope"},
    "tr": {"style"},
    "abbr": {"title"},
    "span": {"style"},
    "p": {"align", "style"},
    "div": {"align", "style"},
}
STYLES = {"color", "background-color", "text-align", "font-weight", "font-style", "text-decoration", "vertical-align"}
NUMBERS = {"width", "height", "colspan", "rowspan", "start", "border"}

LINK = re.compile(r"(?:https?://|mailto:|#)[^\s\x00-\x20\x7f]*", re.IGNORECASE)
PICTURE_BESIDE = re.compile(r"(?!files/)[\w-][\w. -]*(?:/[\w-][\w. -]*)*\.(?:png|jpe?g|gif)", re.IGNORECASE)
DATA = re.compile(r"data:(image/(?:png|jpeg|gif));base64,([A-Za-z0-9+/=\s]*)")

# MathJax runs with its Safe extension in nbgrader's pages and in JupyterLab; this is the second lock, and the first on paint
# that lies over the rest of the page.
TEX = re.compile(
    r"\\(?=(?:href|url|style|class|cssId|data|html[A-Za-z]*|unicode|require|mmlToken|texttip|mathtip|tooltip|toggle|action|"
    r"includegraphics|bbox|enclose|rule|Rule|Space|raise|lower|moveleft|moveright|m?kern|[hm]skip)(?![A-Za-z])"
    r"|[hmv]space\*?\s*\{\s*-)"
)
NOT_A_BACKSLASH = "∖"  # U+2216, looks like one

PLAIN = re.compile(r"[A-Za-z0-9 .,;:/%?=+-]|[^\x00-\xa0\u2028\u2029]")  # mean nothing to any Markdown


def picture(kind: str, text: object) -> str | None:
    """Return a picture's base64 in its plainest form; None if it is not a picture of that kind, or too big."""
    from PIL import Image

    if kind not in PICTURES or not isinstance(text, str) or len(text) > 2 * MOST_BYTES:
        return None
    try:
        content = base64.b64decode(re.sub(r"\s", "", text), validate=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=(PICTURES[kind],)) as image:
                width, height = image.size  # read from the header: nothing is unpacked
    except (binascii.Error, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    if len(content) > MOST_BYTES or width * height > MOST_PIXELS:
        return None
    return base64.b64encode(content).decode("ascii")


def clean_html(text: str) -> str:
    """Return HTML in which nothing can run, load or cover the page: text, tables, plain marks, links and pictures stay."""
    return _written(_cleaned(text), lambda words: html.escape(words, quote=False))


def clean_tex(text: str) -> str:
    """Return TeX without commands that reach out of the formula."""
    return TEX.sub(NOT_A_BACKSLASH, text)


def clean_markdown(
    source: str, attachments: Mapping[str, Mapping[str, str]] | None = None, taken: Collection[str] = ()
) -> str:
    """Return Markdown that is harmless when rendered, the same if it already was.

    `attachments` are the pictures of its cell, checked before; `taken` are ids of the page that a heading must not claim.
    """
    renderer = _Renderer(attachments or {}, taken)
    try:
        shown = MarkdownWithMath(renderer=renderer).render(source).strip()
    except Exception:  # what cannot be rendered here would break the page as well
        return _wrapped(f"<pre>{_inert(source)}</pre>")
    if renderer.plain and not TEX.search(html.unescape(shown)):
        return source
    cleaned = _written(_cleaned(shown), _inert)
    return source if cleaned == source else _wrapped(cleaned)


def verbatim(text: str) -> str:
    """Return Markdown that shows a text as it is."""
    return _wrapped(f"<pre>{_inert(text)}</pre>")


def _wrapped(cleaned: str) -> str:
    return f"<div>{cleaned}</div>"  # one line that begins with a block: passed on as it is, by every Markdown


def _cleaned(text: str) -> str:
    return nh3.clean(
        text,
        tags=TAGS,
        clean_content_tags=GONE_WITH_CONTENT,
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        filter_style_properties=STYLES,
        url_schemes={"http", "https", "mailto", "data"},
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Return what an allowed attribute may say; None takes it away."""
    if name == "href":
        return value if LINK.fullmatch(value) else None
    if name == "src":
        return value if PICTURE_BESIDE.fullmatch(value) else _data_picture(value)
    if name in NUMBERS:
        return value if re.fullmatch(r"[0-9]{1,4}", value) else None
    return value


def _data_picture(address: str) -> str | None:
    data = DATA.fullmatch(address)
    content = picture(data[1], data[2]) if data else None
    return f"data:{data[1]};base64,{content}" if data and content else None


class _Renderer(IPythonRenderer):
    """nbconvert's renderer, which remembers whether it met anything that Markdown alone does not make.

    Raw HTML comes through as it is: what this returns is shown only after cleaning, or if nothing was met.
    """

    def __init__(self, attachments: Mapping[str, Mapping[str, str]], taken: Collection[str]) -> None:
        super().__init__(escape=False)
        self.plain = True
        self._pictures = attachments
        self._taken = taken

    def _met(self, text: str) -> str:
        self.plain = False
        return text

    def inline_html(self, html: str) -> str:
        return self._met(html)

    def block_html(self, html: str) -> str:
        return self._met(html)

    def block_mermaidjs(self, code: str) -> str:
        return self._met(self.block_code(code))

    def link(self, text: str, url: str, title: str | None = None) -> str:
        if not LINK.fullmatch(url):
            self.plain = False
        return super().link(text, url, title)

    def image(self, text: str, url: str, title: str | None = None) -> str:
        url = self._address(url)
        if not (PICTURE_BESIDE.fullmatch(url) or _data_picture(url) == url):
            self.plain = False
        return super().image(text, url, title)

    def _address(self, url: str) -> str:
        """Return a picture's address, an attached one's content. A missing attachment would break nbconvert."""
        if not url.startswith("attachment:"):
            return url
        name = url.removeprefix("attachment:")
        if name not in self._pictures:
            self.plain, name = False, unquote(name)
        kinds = self._pictures.get(name, {})
        return next((f"data:{kind};base64,{content}" for kind, content in kinds.items()), "")

    def _embed_image_or_attachment(self, src: str) -> str:
        return src  # resolved already

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        with_id = super().heading(text, level, **attrs)
        if any(unquote(html.unescape(name)) in self._taken for name in re.findall(r'id="([^"]*)"', with_id)):
            self.plain = False
        return HTMLRenderer.heading(self, text, level)


class _Writer(HTMLParser):
    """Writes HTML out again, its text as `write` says. Reads what nh3 wrote, which is regular, and nothing else."""

    def __init__(self, write: Callable[[str], str]) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._write = write

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = "".join(f' {name}="{_inert(value or "")}"' for name, value in attrs)
        self.parts.append(f"<{tag}{said}>")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if data.startswith("\n") and self.parts[-1:] and self.parts[-1].startswith("<pre"):
            data = "\n" + data  # a browser skips the first line break there
        self.parts.append(self._write(clean_tex(data)))


def _written(cleaned: str, write: Callable[[str], str]) -> str:
    writer = _Writer(write)
    writer.feed(cleaned)
    writer.close()
    return "".join(writer.parts)


def _inert(text: str) -> str:
    """Write a text in HTML so that neither HTML nor any Markdown reads more than text into it."""
    return "".join(c if PLAIN.fullmatch(c) else f"&#{ord(c)};" for c in text)
