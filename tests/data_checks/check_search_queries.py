#!/usr/bin/env python3
"""Checks tests/data/search/queries.tsv: form always, and every answer against the official files where they are at hand.

usage: check_search_queries.py [--shared SHARED] [--queries FILE]
An answer is a code (ICD-10-CM with dot, pcs: and seven characters, HCPCS, CPT) or, ending in *, the start of codes.
SHARED is the folder that holds reference/; default $CHARTWRIGHT_SHARED, else ../shared next to the project.
Exit 0: all rows are right. 1: a message per fault. 77: form is right but SHARED is absent.
"""
import argparse
import bisect
import collections
import csv
import lzma
import os
import pathlib
import re
import sys
import zipfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
COLUMNS = ["query", "kind", "answers", "note"]
LEAST = {"abbreviation": 70, "lay": 60, "typo": 60, "laterality": 45, "code": 40, "drug": 40, "pcs": 45, "words": 60}
EXACT = re.compile(r"pcs:[0-9A-HJ-NP-Z]{7}|[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?|[A-V][0-9]{4}|[0-9]{5}")
PREFIX = re.compile(r"(pcs:[0-9A-HJ-NP-Z]{3,6}|[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,3})?|[A-V][0-9]{2,3})\*")


def read_rows(path, faults):
    """Rows of the file whose form is right."""
    data = path.read_bytes()
    if not data.isascii() or b"\r" in data or not data.endswith(b"\n"):
        faults.append("file: not ASCII with LF line ends")
    lines = data.decode("utf-8", "replace").split("\n")[:-1]
    if not lines or lines[0].split("\t") != COLUMNS:
        faults.append(f"line 1: columns are not {COLUMNS}")
    rows, seen = [], set()
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != len(COLUMNS):
            faults.append(f"line {number}: {len(cells)} columns")
            continue
        query, kind, answers, note = cells
        where = f"line {number} {query!r}"
        if not query.strip() or (query != query.strip() and kind != "code"):
            faults.append(f"{where}: query is empty or has blanks around it (only kind code may)")
        if query in seen:
            faults.append(f"{where}: stands twice")
        seen.add(query)
        if kind not in LEAST:
            faults.append(f"{where}: kind {kind!r}")
        if note != note.strip():
            faults.append(f"{where}: note has blanks around it")
        listed = answers.split("|")
        starts = tuple(answer[:-1] for answer in listed if answer.endswith("*"))
        for answer in listed:
            if not (EXACT.fullmatch(answer) or PREFIX.fullmatch(answer)):
                faults.append(f"{where}: malformed answer {answer!r}")
            if listed.count(answer) > 1 or (starts and not answer.endswith("*") and answer.startswith(starts)):
                faults.append(f"{where}: {answer} is covered by another answer")
        rows.append((where, kind, listed))
    return rows


def order_codes(path, tag):
    """The billable codes of a CMS order file (code 7-13, flag 15), ICD-10-CM with dot."""
    with zipfile.ZipFile(path) as archive:
        member = next(name for name in archive.namelist() if name.endswith("order_2025.txt"))
        lines = archive.read(member).decode("latin-1").splitlines()
    codes = [line[6:13].strip() for line in lines if line[14:15] == "1"]
    return {tag + code if tag or len(code) < 4 else f"{code[:3]}.{code[3:]}" for code in codes}


def hcpcs_codes(reference):
    """October 2025 codes that no dated file ended; a J or Q code must stand in the fee schedule of that month too."""
    with lzma.open(reference / "hcpcs/hcpcs_level2_2024_jul_rebuilt.csv.xz", "rt", encoding="utf-8", newline="") as file:
        ended = {row["hcpcs"] for row in csv.DictReader(file) if row["date_term"]}
    with lzma.open(reference / "mpfs/PPRRVU2025_Oct_nodesc.csv.xz", "rt", encoding="cp1252", newline="") as file:
        priced = {cells[0] for cells in csv.reader(file) if cells}
    with open(reference / "hcpcs/hcpcs_2025_oct_codes_and_modifiers_longdesc.csv", encoding="utf-8", newline="") as file:
        codes = {row["Code"].strip() for row in csv.DictReader(file) if not row["Code"].startswith("   ")}
    return {code for code in codes - ended if code[0] not in "JQ" or code in priced}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = os.environ.get("CHARTWRIGHT_SHARED") or PROJECT.parent / "shared"
    parser.add_argument("--shared", type=pathlib.Path, default=pathlib.Path(default))
    parser.add_argument("--queries", type=pathlib.Path, default=PROJECT / "tests/data/search/queries.tsv")
    arguments = parser.parse_args()
    faults = []
    rows = read_rows(arguments.queries, faults)
    count = collections.Counter(kind for _, kind, _ in rows)
    faults += [f"{kind}: {count[kind]} rows, at least {least} wanted" for kind, least in LEAST.items() if count[kind] < least]
    reference = arguments.shared / "reference"
    compared = reference.is_dir()
    if compared:
        with open(PROJECT / "data/starter/cpt.tsv", encoding="utf-8", newline="") as file:
            known = {row["code"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
        known |= order_codes(reference / "icd10cm/icd10cm_2025_cms_code_descriptions_tabular_order.zip", "")
        known |= order_codes(reference / "icd10pcs/icd10pcs_2025_cms_order_file.zip", "pcs:")
        known |= hcpcs_codes(reference)
        ordered = sorted(known)
        for where, _, answers in rows:
            for answer in answers:
                place = bisect.bisect_left(ordered, answer.rstrip("*"))
                found = place < len(ordered) and ordered[place].startswith(answer[:-1])
                if not (found if answer.endswith("*") else answer in known):
                    faults.append(f"{where}: no code {answer} in force")
    print(*faults, f"{len(rows)} queries: " + ", ".join(f"{number} {kind}" for kind, number in count.items()), sep="\n")
    if faults:
        return 1
    if not compared:
        print("form checked; answers not compared: no reference folder, set CHARTWRIGHT_SHARED or --shared")
        return 77
    print("every answer is a code in force")
    return 0


if __name__ == "__main__":
    sys.exit(main())
