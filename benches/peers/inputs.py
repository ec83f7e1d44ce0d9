"""Writes what the peers read, from a Document: the same words in each of their formats.

    curricle render --emit document -o document.json
    python3 inputs.py document.json FOLDER

The peers' formats have no nested lists, so what is nested here is a list there.
"""

import json
import sys
from pathlib import Path


def text(nodes):
    """The words of inline nodes, as Markdown where there is a link."""
    return "".join(map(inline, nodes))


def inline(node):
    match node["type"]:
        case "text" | "code":
            return node["text"]
        case "emoji":
            return node["glyph"]
        case "break":
            return " "
        case "link":
            return f"[{text(node['content'])}]({node['url']})"
        case _:
            return text(node["content"])


def plain(nodes):
    """The words of inline nodes, without addresses."""
    return "".join(
        plain(node["content"]) if "content" in node else inline(node) for node in nodes
    )


def flat(items, write):
    """Nested items in one list, in the order in which they are read."""
    for item in items:
        yield write(item["text"])
        yield from flat(item.get("items", []), write)


def paragraphs(blocks, write):
    return [write(block["content"]) for block in blocks if "content" in block]


def walk(sections):
    for section in sections:
        yield section
        yield from walk(section.get("sections", []))


def lines(section, write):
    """Everything that a section of the benchmark's profile says, a line each."""
    for part in section["parts"]:
        match part["type"]:
            case "prose" | "note":
                yield from paragraphs(part["blocks"], write)
            case "items":
                yield from flat(part["items"], write)
            case other:
                raise SystemExit(f"the benchmark has no words for {other}")


def rendercv(document):
    sections = {
        plain(section["title"]): list(lines(section, text))
        for section in walk(document["sections"])
    }
    bullets = {
        title: [{"bullet": line} for line in lines] for title, lines in sections.items() if lines
    }
    return {"cv": {"name": document["author"], "sections": bullets}}


def json_resume(document):
    projects = [
        {"name": plain(section["title"]), "highlights": list(lines(section, plain))}
        for section in walk(document["sections"])
    ]
    header = document["header"]
    basics = {"name": document["author"], "label": plain(header.get("label", []))}
    return {"basics": basics, "projects": [one for one in projects if one["highlights"]]}


def main():
    document = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    folder = Path(sys.argv[2])
    for name, content in [
        ("rendercv.yaml", rendercv(document)),  # JSON is YAML, too
        ("resume.json", json_resume(document)),
        ("input.json", {"document": document}),
    ]:
        (folder / name).write_text(json.dumps(content, ensure_ascii=False, indent=1))


main()
