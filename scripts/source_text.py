"""What the checks need to know about files: which ones there are, and C++ without its comments."""

import os
import re
import subprocess
from pathlib import Path

CPP_SUFFIXES = (".cpp", ".h")

_TOKEN = re.compile(
    r"""
    (?P<comment> //(?:\\\n|[^\n])* | /\*.*?(?:\*/|\Z) )
  | (?P<raw> \b(?:u8|[uUL])?R"(?P<mark>[^()\\\s]{0,16})\(.*?(?:\)(?P=mark)"|\Z) )
  | (?P<string> "(?:\\.|[^"\\\n])*" )
  | (?P<character> (?<![0-9A-Za-z_])(?:u8|[uUL])?'(?:\\.|[^'\\\n])+' )
    """,
    re.VERBOSE | re.DOTALL,
)


def project_files(root):
    """Paths below `root`, relative and sorted: tracked and untracked but not ignored; in a plain folder, all."""
    root = Path(root)
    if (root / ".git").exists():
        command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = set(subprocess.run(command, check=True, capture_output=True).stdout.decode().split("\0"))
        return sorted(name for name in names if name and (root / name).is_file())
    return sorted(
        os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")
        for folder, _, names in os.walk(root)
        for name in names
    )


def read(root, path):
    """The file's text; bytes that are not UTF-8 are replaced."""
    return (Path(root) / path).read_text(encoding="utf-8", errors="replace")


def without_comments(text):
    """C++ with each comment replaced by its newlines, so that line numbers stay; strings are untouched."""
    return _TOKEN.sub(lambda m: " " + "\n" * m[0].count("\n") if m["comment"] else m[0], text)


def string_literals(text):
    """(line, content) of each plain string literal outside comments."""
    for match in _TOKEN.finditer(text):
        if match["string"]:
            yield text.count("\n", 0, match.start()) + 1, match["string"][1:-1]


def report(name, problems):
    """Prints `problems`, each "path:line: text"; returns the exit status."""
    for problem in problems:
        print(problem)
    if problems:
        print(f"{name}: {len(problems)} problem{'s' if len(problems) != 1 else ''}")
    return 1 if problems else 0
