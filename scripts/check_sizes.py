#!/usr/bin/env python3
"""Fails on a source file of more than 800 lines; notes those of more than 500."""

import sys
from pathlib import Path

import source_text

LIMIT = 800
NOTE = 500
SUFFIXES = source_text.CPP_SUFFIXES + (".py", ".cmake", ".sql")


def check(root):
    """(problems, notes)"""
    problems, notes = [], []
    for path in source_text.project_files(root):
        if path.split("/")[0] in ("src", "ui", "tests", "scripts") and path.endswith(SUFFIXES):
            lines = len(source_text.read(root, path).splitlines())
            if lines > LIMIT:
                problems.append(f"{path}:1: {lines} lines, more than {LIMIT}; split it")
            elif lines > NOTE:
                notes.append(f"note: {path}: {lines} lines")
    return problems, notes


if __name__ == "__main__":
    found, remarks = check(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent)
    for remark in remarks:
        print(remark)
    sys.exit(source_text.report("sizes", found))
