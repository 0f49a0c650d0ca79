#!/usr/bin/env python3
"""Fails on an include against the arrows: each folder may include only itself and what is listed for it."""

import re
import sys
from pathlib import Path

import source_text

DOMAIN = "base codeset search chart encounter edits claim review identity import"
ALLOWED = {
    "base": "",
    "codeset": "base",
    "search": "codeset base",
    "chart": "base",
    "encounter": "codeset chart base",
    "edits": "encounter codeset chart base",
    "claim": "encounter codeset chart base",
    "identity": "base",
    "import": "codeset chart encounter base",
    "review": "encounter codeset chart base identity",
    "store": DOMAIN,
    "app": DOMAIN,
    "qt": "base chart",
    "wiring": "app store qt " + DOMAIN,
    "cli": "app wiring " + DOMAIN,
    "ui": "app qt " + DOMAIN,
}
ALLOWED = {folder: {folder, *names.split()} for folder, names in ALLOWED.items()}
# Only these put the parts together, so only these see the implementations.
WIRING = re.compile(r"^(src/cli|ui)/(main\.cpp|wiring\.(h|cpp))$")
WIRED = {"wiring", "store", "qt"}
ONLY_IN_STORE = re.compile(r"^(sqlite3(ext)?\.h|pqxx/.*|libpq-fe\.h)$")
WIDGETS = re.compile(r"^(QtWidgets\b|QWidget$|QApplication$|QMessageBox$|QDialog$|QMainWindow$)")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)


def folder_of(path):
    """The key in ALLOWED for a source file, None for a file outside the rules (tests)."""
    parts = path.split("/")
    if parts[0] == "ui":
        return "ui"
    if parts[0] == "src":
        return parts[1] if len(parts) > 2 else ""
    return None


def complaint(path, quote, target, root):
    """Why this include may not be, or None."""
    folder = folder_of(path)
    if ".." in target.split("/"):
        return "goes up; name the folder from the source root"
    if ONLY_IN_STORE.match(target) and folder != "store":
        return "database headers belong in src/store"
    if quote == "<" and target.startswith("Q") and path.startswith("src/") and folder != "qt":
        return "only src/qt and ui may use Qt"
    if folder == "qt" and quote == "<" and WIDGETS.match(target):
        return "src/qt is Qt without widgets"
    first = target.split("/")[0] if "/" in target else ""
    if first in ALLOWED:
        allowed = ALLOWED[folder] | (WIRED if WIRING.match(path) else set())
        return None if first in allowed else f"{folder} may not include {first}"
    if quote == '"' and not target.endswith(".moc") and (Path(root) / path).parent.joinpath(target).is_file():
        return "name the folder from the source root"
    return None


def check(root):
    problems = []
    for path in source_text.project_files(root):
        if not path.endswith(source_text.CPP_SUFFIXES) or folder_of(path) is None:
            continue
        if folder_of(path) not in ALLOWED:
            problems.append(f"{path}:1: no include rule for this folder; add it to scripts/check_layers.py")
            continue
        text = source_text.without_comments(source_text.read(root, path))
        for match in INCLUDE.finditer(text):
            why = complaint(path, match[1], match[2], root)
            if why:
                line = text.count("\n", 0, match.start(1)) + 1
                problems.append(f"{path}:{line}: {match[2]}: {why}")
    return problems


if __name__ == "__main__":
    sys.exit(source_text.report("layers", check(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent)))
