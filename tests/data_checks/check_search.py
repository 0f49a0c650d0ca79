#!/usr/bin/env python3
"""Checks the search terms in data/search: form always, and every code against the official files where they are at hand.

usage: check_search.py [--shared SHARED] [FILE ...]
SHARED is the folder that holds reference/; default $CHARTWRIGHT_SHARED, else ../shared next to the project.
Exit 0: all rows are right. 1: a message per fault. 77: form is right but SHARED is absent.
"""
import argparse
import collections
import csv
import os
import pathlib
import re
import sys
import zipfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
COLUMNS = {
    "abbreviations.tsv": ["abbreviation", "sense", "words", "codes", "rank"],
    "lay.tsv": ["term", "words", "codes"],
    "terms.tsv": ["term", "words", "codes"],
    "drugs.tsv": ["name", "generic", "words", "codes"],
    "procedures.tsv": ["term", "words", "codes"],
    "words.tsv": ["word", "same_as", "kind"],
}
LEAST = {"abbreviations.tsv": 1500, "lay.tsv": 1500, "terms.tsv": 1500, "drugs.tsv": 800, "procedures.tsv": 300,
         "words.tsv": 1000}
MOST_CODES = 6


def check_form(path, faults):
    """Rows as dicts of column to cell."""
    columns = COLUMNS[path.name]
    lines = path.read_text(encoding="utf-8").split("\n")
    if lines[-1] or lines[0].split("\t") != columns:
        faults.append(f"{path.name}: line 1: columns are not {columns}, or no line feed at the end")
    rows, seen, before = [], set(), ""
    for number, line in enumerate(lines[1:-1], 2):
        cells = line.split("\t")
        where = f"{path.name}: line {number}"
        if len(cells) != len(columns):
            faults.append(f"{where}: {len(cells)} columns")
            continue
        if any(cell != cell.strip() for cell in cells) or line != line.strip("\r"):
            faults.append(f"{where}: blanks around a cell")
        if not cells[0] or cells[0] != cells[0].lower():
            faults.append(f"{where}: the term is empty or not lower case")
        if cells[0] < before:
            faults.append(f"{where}: not sorted")
        key = tuple(cells[:2]) if len(columns) != 3 or path.name == "words.tsv" else cells[0]
        if key in seen:
            faults.append(f"{where}: stands twice")
        seen.add(key)
        before = cells[0]
        rows.append((where, dict(zip(columns, cells))))
    if len(rows) < LEAST[path.name]:
        faults.append(f"{path.name}: {len(rows)} rows, {LEAST[path.name]} expected")
    return rows


def check_ranks(rows, faults):
    ranks = collections.defaultdict(list)
    for where, row in rows:
        ranks[row["abbreviation"]].append((where, row["rank"]))
    for term, given in ranks.items():
        if sorted(rank for _, rank in given) != sorted(str(i + 1) for i in range(len(given))):
            faults.append(f"{given[0][0]}: ranks of {term!r} are not 1 to {len(given)}")


def order_codes(reference, name):
    with zipfile.ZipFile(reference / name) as archive:
        member = next(n for n in archive.namelist() if re.search(r"order_\d+\.txt$", n) and "addenda" not in n)
        return {line[6:13].strip() for line in archive.read(member).decode("latin-1").splitlines()}


def official(shared):
    reference = shared / "reference"
    codes = {"cm": order_codes(reference, "icd10cm/icd10cm_2025_cms_code_descriptions_tabular_order.zip"),
             "pcs": order_codes(reference, "icd10pcs/icd10pcs_2025_cms_order_file.zip")}
    codes["pcs"] |= {code[:size] for code in codes["pcs"] for size in range(1, 7)}
    with open(reference / "hcpcs/hcpcs_2025_oct_codes_and_modifiers_longdesc.csv", encoding="utf-8") as file:
        codes["five"] = {row["Code"].strip() for row in csv.DictReader(file)}
    with open(reference / "cpt_numbers/cpt_numbers_no_descriptors.csv", encoding="utf-8") as file:
        codes["five"] |= {row["code"] for row in csv.DictReader(file)}
    return codes


def check_codes(rows, codes, faults):
    for where, row in rows:
        given = [code for code in row.get("codes", "").split(",") if code]
        if len(given) > MOST_CODES:
            faults.append(f"{where}: {len(given)} codes")
        for code in given:
            if code.startswith("pcs:"):
                known = code[4:] in codes["pcs"]
            elif "." in code or len(code) == 3:
                known = code.replace(".", "") in codes["cm"]
            else:
                known = code in codes["five"]
            if not known:
                faults.append(f"{where}: {code} is in no official file")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = pathlib.Path(os.environ.get("CHARTWRIGHT_SHARED", PROJECT / ".." / "shared"))
    parser.add_argument("--shared", type=pathlib.Path, default=default)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    files = options.files or [PROJECT / "data" / "search" / name for name in COLUMNS]
    has_shared = (options.shared / "reference").is_dir()
    codes = official(options.shared) if has_shared else None
    faults = []
    for path in files:
        rows = check_form(path, faults)
        if path.name == "abbreviations.tsv":
            check_ranks(rows, faults)
        if codes and path.name != "words.tsv":
            check_codes(rows, codes, faults)
    for fault in faults[:200]:
        print(fault)
    if faults:
        return 1
    if not has_shared:
        print("the form is right; codes were not checked: no reference files")
        return 77
    return 0


if __name__ == "__main__":
    sys.exit(main())
