#!/usr/bin/env python3
"""Checks data/starter: form always, and every row against the official files where they are at hand.

usage: check_starter.py [SHARED] [--tables DIR]
SHARED is the folder that holds reference/; default $CHARTWRIGHT_SHARED, else ../shared next to the project.
Exit 0: all rows agree. 1: a message per fault, naming table and row. 77: form is right but SHARED is absent.
"""
import argparse
import collections
import csv
import datetime
import lzma
import os
import pathlib
import re
import sys
import zipfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
COLUMNS = {
    "icd10cm": ["code", "billable", "valid_from", "short", "long"],
    "hcpcs": ["code", "valid_from", "short", "long"],
    "cpt": ["code", "valid_from", "plain"],
    "modifiers": ["modifier", "system", "valid_from", "description"],
}
PATTERN = {
    "icd10cm": re.compile(r"[A-Z][0-9][0-9A-Z][0-9A-Z]{0,4}"),
    "hcpcs": re.compile(r"[A-V][0-9]{4}"),
    "cpt": re.compile(r"[0-9]{5}"),
    "modifiers": re.compile(r"[0-9A-Z]{2}"),
}
LEAST = {"ICD-10-CM billable": 1200, "HCPCS": 200, "CPT": 300, "HCPCS modifiers": 50, "CPT modifiers": 30}
PLAIN_LENGTH = 60
UNDATED_MODIFIER_FROM = CPT_FROM = "2024-01-01"
ENDED_STATUS = "D"  # PPRRVU status code: deleted or discontinued.


class Faults:
    """Collects messages; each names table and row."""

    def __init__(self):
        self.messages = []

    def add(self, table, row, message):
        self.messages.append(f"{table}.tsv: {row}: {message}")

    def same(self, table, row, column, ours, official):
        if ours != official:
            self.add(table, row, f"{column} is {ours!r}, official {official!r}")


def one_blank(text):
    return " ".join(text.split())


def iso(compact):
    return f"{compact[:4]}-{compact[4:6]}-{compact[6:]}"


def is_date(text):
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def read_table(folder, table, faults):
    """Rows by code, after checking the form of the file; rows with a wrong column count are left out."""
    data = (folder / f"{table}.tsv").read_bytes()
    if not data.isascii():
        faults.add(table, "file", "not ASCII")
    if b"\r" in data or not data.endswith(b"\n"):
        faults.add(table, "file", "line ends are not LF")
    lines = data.decode("utf-8", "replace").split("\n")[:-1]
    columns = COLUMNS[table]
    if not lines or lines[0].split("\t") != columns:
        faults.add(table, "line 1", f"columns are not {columns}")
    rows, previous = {}, ""
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != len(columns):
            faults.add(table, f"line {number}", f"{len(cells)} columns")
            continue
        row = dict(zip(columns, cells))
        code = cells[0]
        if any(cell == "" or cell != cell.strip() for cell in cells):
            faults.add(table, code, "a cell is empty or has blanks around it")
        if not PATTERN[table].fullmatch(code):
            faults.add(table, code, "malformed code")
        if not is_date(row["valid_from"]):
            faults.add(table, code, f"valid_from {row['valid_from']!r} is no date")
        if code in rows:
            faults.add(table, code, "stands twice")
        elif code < previous:
            faults.add(table, code, f"not sorted, stands after {previous}")
        previous = code
        rows[code] = row
    return rows


def check_own_rules(tables, faults):
    """Counts, headings and our own wording: needs no official file."""
    icd, cpt, modifiers = tables["icd10cm"], tables["cpt"], tables["modifiers"]
    for code, row in icd.items():
        if row["billable"] not in ("0", "1"):
            faults.add("icd10cm", code, "billable is neither 0 nor 1")
        if len(code) > 3 and code[:3] not in icd:
            faults.add("icd10cm", code, f"category {code[:3]} missing")
    used = {code[:length] for code, row in icd.items() if row["billable"] == "1" for length in range(3, len(code))}
    for code, row in icd.items():
        if (row["billable"] == "0") != (code in used):
            faults.add("icd10cm", code, "a heading must have a billable code below, a billable code must not")
    for code, row in modifiers.items():
        if row["system"] not in ("hcpcs", "cpt"):
            faults.add("modifiers", code, f"system {row['system']!r}")
    words = [("cpt", code, row["plain"]) for code, row in cpt.items()]
    words += [("modifiers", code, row["description"]) for code, row in modifiers.items() if row["system"] == "cpt"]
    seen = {}
    for table, code, text in words:
        if len(text) > PLAIN_LENGTH:
            faults.add(table, code, f"description has {len(text)} characters, at most {PLAIN_LENGTH}")
        if text in seen:
            faults.add(table, code, f"same words as {seen[text]}")
        seen[text] = code
    for table, code in [("cpt", code) for code in cpt] + [("modifiers", m) for t, m, _ in words if t == "modifiers"]:
        faults.same(table, code, "valid_from", tables[table][code]["valid_from"], CPT_FROM)
    count = {
        "ICD-10-CM billable": sum(row["billable"] == "1" for row in icd.values()),
        "HCPCS": len(tables["hcpcs"]),
        "CPT": len(cpt),
        "HCPCS modifiers": sum(row["system"] == "hcpcs" for row in modifiers.values()),
        "CPT modifiers": sum(row["system"] == "cpt" for row in modifiers.values()),
    }
    for name, least in LEAST.items():
        if count[name] < least:
            faults.messages.append(f"{name}: {count[name]} rows, at least {least} wanted")
    return count


def icd_order(reference, year):
    """code -> (flag, short, long); layout: code 7-13, flag 15, short 17-76, long from 78."""
    path = reference / f"icd10cm/icd10cm_{year}_cms_code_descriptions_tabular_order.zip"
    with zipfile.ZipFile(path) as archive:
        text = archive.read(f"icd10cm_order_{year}.txt").decode("ascii")
    return {x[6:13].strip(): (x[14], x[16:76].strip(), x[77:].strip()) for x in text.splitlines() if x.strip()}


def check_icd(reference, rows, faults):
    earlier, official = icd_order(reference, 2024), icd_order(reference, 2025)
    for code, row in rows.items():
        if code not in official:
            faults.add("icd10cm", code, "not in the FY2025 order file")
            continue
        flag, short, long = official[code]
        faults.same("icd10cm", code, "billable", row["billable"], flag)
        faults.same("icd10cm", code, "short", row["short"], short)
        faults.same("icd10cm", code, "long", row["long"], long)
        stood = code in earlier and earlier[code][0] == flag
        faults.same("icd10cm", code, "valid_from", row["valid_from"], "2023-10-01" if stood else "2024-10-01")
        for length in range(3, len(code)):
            if code[:length] in official and code[:length] not in rows:
                faults.add("icd10cm", code, f"heading {code[:length]} missing")


def hcpcs_2018(reference):
    """(codes, modifiers) -> (add date, end date) as YYYYMMDD; fixed width, record id in column 11."""
    with zipfile.ZipFile(reference / "hcpcs/2018-Alpha-Numeric-HCPCS-File.zip") as archive:
        text = archive.read("HCPC2018_CONTR_ANWEB_disc.txt").decode("cp1252")
    found = {"3": {}, "7": {}}
    for line in text.split("\r\n"):
        if len(line) == 320 and line[10] in found:
            found[line[10]][line[:5].strip()] = (line[268:276].strip(), line[284:292].strip())
    return found["3"], found["7"]


def check_hcpcs(reference, codes, modifiers, faults):
    old_codes, old_modifiers = hcpcs_2018(reference)
    with lzma.open(reference / "hcpcs/hcpcs_level2_2024_jul_rebuilt.csv.xz", "rt", encoding="utf-8", newline="") as file:
        dated = {row["hcpcs"]: row for row in csv.DictReader(file)}
    latest, latest_modifiers = {}, {}
    with open(reference / "hcpcs/hcpcs_2025_oct_codes_and_modifiers_longdesc.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            into = latest_modifiers if row["Code"].startswith("   ") else latest
            into[row["Code"].strip()] = one_blank(row["Description"])
    for code, row in codes.items():
        absent = [year for year, known in (("2018", old_codes), ("2024", dated), ("2025", latest)) if code not in known]
        if absent:
            faults.add("hcpcs", code, "not in the file of " + ", ".join(absent))
            continue
        if dated[code]["date_term"] or old_codes[code][1]:
            faults.add("hcpcs", code, "has ended")
        faults.same("hcpcs", code, "short", row["short"], one_blank(dated[code]["short_description"]))
        faults.same("hcpcs", code, "long", row["long"], latest[code])
        faults.same("hcpcs", code, "valid_from", row["valid_from"], iso(dated[code]["date_added"]))
        faults.same("hcpcs", code, "valid_from", row["valid_from"], iso(old_codes[code][0]))
    for code, row in modifiers.items():
        if row["system"] != "hcpcs":
            if code in latest_modifiers and not re.fullmatch("P[1-6]", code):
                faults.add("modifiers", code, "is a HCPCS modifier but has system cpt")
            continue
        if code not in latest_modifiers:
            faults.add("modifiers", code, "not in the October 2025 file")
            continue
        faults.same("modifiers", code, "description", row["description"], latest_modifiers[code])
        added, ended = old_modifiers.get(code, ("", ""))
        faults.same("modifiers", code, "valid_from", row["valid_from"], iso(added) if added else UNDATED_MODIFIER_FROM)
        if ended:
            faults.add("modifiers", code, "has ended")


def check_cpt(reference, rows, faults):
    with open(reference / "cpt_numbers/cpt_numbers_no_descriptors.csv", encoding="utf-8", newline="") as file:
        numbers = {row["code"]: row for row in csv.DictReader(file)}
    status = collections.defaultdict(set)
    with lzma.open(reference / "mpfs/PPRRVU2025_Oct_nodesc.csv.xz", "rt", encoding="cp1252", newline="") as file:
        for cells in csv.reader(file):
            if len(cells) > 3:
                status[cells[0]].add(cells[3])
    in_2024 = {code for code, row in numbers.items() if row["PTP_2024Q3_active"] == "1"}
    for setting in ("Practitioner", "OutpatientHospital"):
        path = reference / f"ncci/MCR_MUE_{setting}Services_Eff_07-01-2024_rebuilt.csv"
        with open(path, encoding="cp1252", newline="") as file:
            in_2024 |= {cells[0] for cells in csv.reader(file) if cells}
    for code in rows:
        if code not in numbers:
            faults.add("cpt", code, "not in the number list")
            continue
        if code not in status or ENDED_STATUS in status[code]:
            faults.add("cpt", code, "not valid in the physician fee schedule file of October 2025")
        if code not in in_2024:
            faults.add("cpt", code, "not in the NCCI files of July 2024")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = os.environ.get("CHARTWRIGHT_SHARED") or PROJECT.parent / "shared"
    parser.add_argument("shared", nargs="?", type=pathlib.Path, default=pathlib.Path(default))
    parser.add_argument("--tables", type=pathlib.Path, default=PROJECT / "data/starter", help="folder of the four tables")
    arguments = parser.parse_args()
    faults = Faults()
    tables = {table: read_table(arguments.tables, table, faults) for table in COLUMNS}
    count = check_own_rules(tables, faults)
    reference = arguments.shared / "reference"
    compared = reference.is_dir()
    if compared:
        check_icd(reference, tables["icd10cm"], faults)
        check_hcpcs(reference, tables["hcpcs"], tables["modifiers"], faults)
        check_cpt(reference, tables["cpt"], faults)
    for message in faults.messages:
        print(message)
    print(", ".join(f"{number} {name}" for name, number in count.items()))
    if faults.messages:
        print(f"{len(faults.messages)} faults")
        return 1
    if not compared:
        print("form checked; rows not compared: no reference folder, set CHARTWRIGHT_SHARED")
        return 77
    print("every row agrees with the official files")
    return 0


if __name__ == "__main__":
    sys.exit(main())
