"""Lists the commands that are measured, those of curricle first in each group.

    python3 commands.py FOLDER CURRICLE BARE PEERS TYPST > commands.json

FOLDER has what `inputs.py` wrote, and ferrocv if that is there. CURRICLE and BARE are programs (BARE may be empty),
PEERS is the folder that the peers are installed in, TYPST the Python that runs Typst's own compiler.
"""

import json
import sys
from pathlib import Path

FOLDER, CURRICLE, BARE, PEERS, TYPST = sys.argv[1:]
ROOT = Path(__file__).resolve().parents[2]
PROFILE = str(ROOT / "profile.yaml")
OUT = f"{FOLDER}/out"

RENDERCV = [f"{PEERS}/venv/bin/rendercv", "render", "rendercv.yaml", "-nohtml", "-nopng"]
ANCV = [f"{PEERS}/venv/bin/ancv", "render", "resume.json"]
RESUMED = ["node", f"{PEERS}/node_modules/.bin/resumed", "render", f"{FOLDER}/resume.json"]
FERROCV = Path(FOLDER) / "ferrocv"


def curricle(profile, to, *options):
    return [CURRICLE, "render", "-q", profile, "-t", to, "-d", OUT, *options]


def ferrocv(name, *arguments):
    if FERROCV.exists():
        yield name, [str(FERROCV), "render", "resume.json", *arguments]


def bare(name):
    if BARE:
        yield name, [BARE, "--once"]


GROUPS = {
    "The shipped profile as PDF": [
        ("curricle, PDF", curricle(PROFILE, "pdf")),
        ("curricle, README, PDF and text", curricle(PROFILE, "readme,pdf,text")),
        *bare("the bare Typst library, same template and Document"),
        ("Typst's compiler from PyPI, same template and Document",
         [f"{PEERS}/venv/bin/python", "-c", TYPST]),
        ("RenderCV, PDF", [*RENDERCV, "-nomd"]),
        ("RenderCV, PDF and Markdown", RENDERCV),
    ],
    "The shipped profile as Markdown and text": [
        ("curricle, README and text", curricle(PROFILE, "readme,text")),
        ("curricle, text", curricle(PROFILE, "text")),
        *ferrocv("ferrocv, text", "--format", "text", "--output", "ferrocv.txt"),
        ("pandoc, README to text", ["pandoc", "README.md", "-t", "plain", "-o", "pandoc.txt"]),
        ("ancv, text", ANCV),
        ("RenderCV, Markdown", [*RENDERCV, "-nopdf"]),
    ],
    "The same content as a JSON Resume, to PDF": [
        ("curricle, PDF", curricle("resume.json", "pdf")),
        *ferrocv("ferrocv, PDF", "--format", "pdf", "--output", "ferrocv.pdf"),
    ],
    "The same content as a JSON Resume, to HTML": [
        ("curricle, HTML", curricle("resume.json", "html")),
        *ferrocv("ferrocv, HTML", "--format", "html", "--output", "ferrocv.html"),
        ("pandoc, README to HTML", ["pandoc", "-s", "README.md", "-o", "pandoc.html"]),
        ("resumed, theme even", [*RESUMED, "-t", "jsonresume-theme-even", "-o", f"{OUT}/even.html"]),
    ],
}

commands = [
    {
        "group": group,
        "name": name,
        "command": command,
        "folder": PEERS if "resumed" in name else FOLDER,
    }
    for group, members in GROUPS.items()
    for name, command in members
]
json.dump(commands, sys.stdout)
