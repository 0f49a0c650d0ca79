#!/usr/bin/env python3
"""Writes a compile database that clang understands from one made for GCC: tidy_database.py FROM TO_FOLDER

A precompiled header of GCC is replaced by a copy of its source that stands alone, so that clang does not find the
compiled one beside it; flags that only GCC has and -Werror are dropped.
"""

import hashlib
import json
import shlex
import sys
from pathlib import Path

DROPPED = {"-Winvalid-pch", "-fpch-preprocess", "-fpch-deps", "-mno-direct-extern-access", "-Werror", "-fanalyzer"}


def for_clang(arguments, folder):
    """The arguments with each `-include cmake_pch.hxx` led to a copy below `folder`, without what is for GCC alone."""
    result = []
    for argument in arguments:
        if argument in DROPPED:
            continue
        source = Path(argument)
        if result and result[-1] == "-include" and source.name.startswith("cmake_pch") and source.is_file():
            copy = folder / "pch" / hashlib.sha256(argument.encode()).hexdigest()[:12] / source.name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(source.read_bytes())
            argument = str(copy.resolve())
        result.append(argument)
    return result


def convert(source, folder):
    entries = json.loads(Path(source).read_text(encoding="utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    for entry in entries:
        arguments = entry.pop("arguments", None) or shlex.split(entry.pop("command"))
        if Path(arguments[0]).name == "ccache":
            arguments = arguments[1:]
        entry["arguments"] = for_clang(arguments, folder)
    (folder / "compile_commands.json").write_text(json.dumps(entries, indent=1), encoding="utf-8")


if __name__ == "__main__":
    convert(sys.argv[1], Path(sys.argv[2]))
