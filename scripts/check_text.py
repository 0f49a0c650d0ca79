#!/usr/bin/env python3
"""Fails on paths of one machine, and in sources on tabs, trailing blanks, and unfinished work without an issue."""

import re
import sys
from pathlib import Path

import source_text

SOURCE_SUFFIXES = source_text.CPP_SUFFIXES + (".cmake", ".py", ".md", ".sql", ".qrc", ".sh")
SOURCE_NAMES = ("CMakeLists.txt", "CMakePresets.json", "commit-msg")
MACHINE_PATH = re.compile(r"(?<![\w.~$})*-])/(home|work|root)/")
UNFINISHED = re.compile(r"\b(" + "TO" + "DO|FIX" + r"ME)\b(?!\(#\d+\))")


def is_source(path):
    name = path.split("/")[-1]
    scripted = path.split("/")[0] in ("scripts", ".ci") and "." not in name
    return name in SOURCE_NAMES or scripted or name.endswith(SOURCE_SUFFIXES)


def check(root):
    problems = []
    for path in source_text.project_files(root):
        content = (Path(root) / path).read_bytes()
        if b"\0" in content[:8192]:
            continue
        text = content.decode("utf-8", errors="replace")
        for match in MACHINE_PATH.finditer(text):
            problems.append(f"{path}:{text.count(chr(10), 0, match.start()) + 1}: path of one machine: {match[0]}")
        if not is_source(path):
            continue
        for number, line in enumerate(text.split("\n"), 1):
            if "\t" in line:
                problems.append(f"{path}:{number}: tab")
            if line != line.rstrip():
                problems.append(f"{path}:{number}: trailing blank")
            if UNFINISHED.search(line):
                problems.append(f"{path}:{number}: unfinished work needs an issue: {'TO' + 'DO'}(#123)")
        if text and not text.endswith("\n"):
            problems.append(f"{path}:{text.count(chr(10)) + 1}: no newline at the end")
    return problems


if __name__ == "__main__":
    sys.exit(source_text.report("text", check(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent)))
