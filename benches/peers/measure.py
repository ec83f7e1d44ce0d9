"""Times whole processes by turns and writes a Markdown table of their medians.

    python3 measure.py COMMANDS.json ROUNDS > table.md

COMMANDS is a list of objects: `group` and `name` for the table, `command` as a list of
arguments, and `folder` to run it in. Every round runs every command once, so that a busy
machine slows all of them alike, and in an order of its own, since what runs right after
another of its kind finds caches warm: by 5 % for a PDF. The first command of a group is what
its others are compared with. Memory is the largest of a run under GNU time, since what the
kernel tells a parent includes the parent's own.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

GNU_TIME = "/usr/bin/time"
WARM_UP = 2


def run(command):
    """Wall and CPU seconds of one process, and whether it went well."""
    os.chdir(command["folder"])
    program, *_ = arguments = command["command"]
    silence = [
        (os.POSIX_SPAWN_OPEN, descriptor, os.devnull, os.O_RDWR, 0) for descriptor in (0, 1, 2)
    ]
    start = time.perf_counter()
    child = os.posix_spawnp(program, arguments, os.environ, file_actions=silence)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    return wall, usage.ru_utime + usage.ru_stime, status == 0


def memory(command):
    """Peak MiB of the largest process."""
    with tempfile.NamedTemporaryFile() as report:
        measured = [GNU_TIME, "-f", "%M", "-o", report.name, *command["command"]]
        subprocess.run(measured, cwd=command["folder"], capture_output=True, check=False)
        return int(Path(report.name).read_text().split()[-1]) / 1024


def milliseconds(seconds):
    return f"{1000 * seconds:.1f}" if seconds < 0.1 else f"{1000 * seconds:,.0f}"


def row(command, first):
    wall = median(wall for wall, _, _ in command["runs"])
    cpu = median(cpu for _, cpu, _ in command["runs"])
    ratio = median(
        mine[0] / theirs[0] for mine, theirs in zip(command["runs"], first["runs"], strict=True)
    )
    failed = "" if all(ok for _, _, ok in command["runs"]) else " (exits with an error)"
    cells = [
        command["name"] + failed,
        milliseconds(wall),
        milliseconds(cpu),
        f"{memory(command):.0f}",
        f"{ratio:.2f}" if ratio < 10 else f"{ratio:.0f}",
    ]
    return "| " + " | ".join(cells) + " |"


def main():
    commands = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    rounds = int(sys.argv[2])
    for command in commands:
        command["runs"] = []
        for _ in range(WARM_UP):
            run(command)
    for number in range(rounds):
        for command in random.Random(number).sample(commands, len(commands)):
            command["runs"].append(run(command))
    groups = dict.fromkeys(command["group"] for command in commands)
    for group in groups:
        members = [command for command in commands if command["group"] == group]
        print(f"\n**{group}**\n\n| | wall ms | CPU ms | peak MiB | times the first |")
        print("|---|--:|--:|--:|--:|")
        for command in members:
            print(row(command, members[0]))


main()
