#!/usr/bin/env python3
"""Fails on an error id ("STORE-010") that stands at more than one place: an id names one throw site."""

import re
import sys
from pathlib import Path

import source_text

ERROR_ID = re.compile(r"[A-Z]{2,12}-[0-9]{3}")
# Two letters are payer adjustment reasons (CO-197) and edit rules (OC-102), which may be named anywhere.
TWO_LETTER_AREAS = ("UI", "QT")
# The table that turns ids into text for the user names them a second time.
TEXT_TABLE = re.compile(r"^ui/errors[^/]*(/|$)")


def check(root):
    places = {}
    for path in source_text.project_files(root):
        if path.split("/")[0] not in ("src", "ui") or not path.endswith(source_text.CPP_SUFFIXES):
            continue
        if TEXT_TABLE.match(path):
            continue
        for line, literal in source_text.string_literals(source_text.read(root, path)):
            if not ERROR_ID.fullmatch(literal):
                continue
            area = literal.split("-")[0]
            if len(area) > 2 or area in TWO_LETTER_AREAS:
                places.setdefault(literal, []).append(f"{path}:{line}")
    return [
        f"{place}: {identifier} stands also at {', '.join(other for other in found if other != place) or place}"
        for identifier, found in sorted(places.items())
        if len(found) > 1
        for place in found[1:]
    ]


if __name__ == "__main__":
    sys.exit(source_text.report("error ids", check(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent)))
