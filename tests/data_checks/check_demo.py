#!/usr/bin/env python3
"""Checks the demo workspace: encounters.json, its documents and its codes.

Usage: check_demo.py [DEMO_DIR [STARTER_DIR]]
The folders default to data/demo and data/starter of this source tree. Every
fault is printed with the encounter it belongs to; exit 1 when there is any.
A starter table that is absent is a fault, not a reason to pass.
"""
import json
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STATUSES = {"new": 4, "in_coding": 2, "pending": 1, "returned": 1, "coded": 2, "approved": 1, "exported": 1}
ANSWERED = {"rejected": 1, "denied": 1, "paid": 1, "accepted": 1, "approved": 1}
CLEAN = {"coded", "approved", "exported", "rejected", "denied", "paid", "accepted"}
DOCUMENT_TYPES = {"progress_note", "history_and_physical", "operative_report", "discharge_summary",
                  "lab_report", "imaging_report", "prescription", "pathology_report",
                  "consult_note", "other"}
RELATIVE = re.compile(r"@-\d{1,3}d(T([01]\d|2[0-3]):[0-5]\d)?")
MONEY = re.compile(r"\d+\.\d{2}")
MBI = re.compile(r"[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y][0-9][AC-HJKMNP-RT-Y]"
                 r"[0-9AC-HJKMNP-RT-Y][0-9][AC-HJKMNP-RT-Y]{2}[0-9]{2}")
CODES_THE_NOTES_SUPPORT = {
    "V-10441": {"icd10cm": ["E11.22", "I12.9", "N18.31", "Z79.4", "M17.11"],
                "cpt": ["99214", "20610"], "hcpcs": ["J3301"], "modifier": ["25", "RT"]},
    "V-10442": {"icd10cm": ["H66.002"], "cpt": ["99213", "87880"], "modifier": ["QW"]},
    "V-10443": {"icd10cm": ["E03.9", "E78.2", "Z79.899"]},
    "V-10444": {"icd10cm": ["Z00.00", "Z13.31", "Z13.220"]},
    "V-10445": {"cpt": ["96127"]},
    "V-10446": {"icd10cm": ["E11.22", "I12.9", "Z79.84"]},
    "V-10448": {"icd10cm": ["L21.9"], "cpt": ["17003"], "modifier": ["25"]},
}
faults = []


def fault(where, text):
    faults.append(f"{where}: {text}")


def npi_is_valid(npi):
    """Ten digits, first 1 or 2, and the Luhn sum over 80840 + NPI ends in 0."""
    if not re.fullmatch(r"[12]\d{9}", npi):
        return False
    total = 0
    for place, char in enumerate(reversed("80840" + npi)):
        digit = int(char) * (2 if place % 2 else 1)
        total += digit - 9 if digit > 9 else digit
    return total % 10 == 0


def table_codes(path, billable_column=None):
    """The codes of a starter table (its first column that is named code), dots removed.

    With billable_column only the rows whose column of that name is 1.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    if not rows:
        return set()
    header = [name.strip().lower() for name in rows[0]]
    named = "code" in header or "modifier" in header
    column = header.index("code") if "code" in header else 0
    body = rows[1:] if named else rows
    if billable_column and billable_column in header:
        flag = header.index(billable_column)
        body = [row for row in body if len(row) > flag and row[flag].strip() == "1"]
    return {row[column].replace(".", "").strip().upper() for row in body if len(row) > column}


def load_tables(starter):
    """Code sets by name, read from the starter tables whose file name holds that name."""
    tables = {}
    for name, billable in (("icd10cm", "billable"), ("cpt", None), ("hcpcs", None),
                           ("modifier", None)):
        files = sorted(starter.glob(f"*{name}*.tsv"))
        tables[name] = set().union(*(table_codes(f, billable) for f in files))
        if not tables[name]:
            fault("starter tables", f"no codes read for {name} (no *{name}*.tsv?)")
    return tables


def check_code(tables, where, kind, code):
    if code.replace(".", "").upper() not in tables.get(kind, set()):
        fault(where, f"{kind} code {code} is not in the starter tables")


def check_date(where, member, value):
    if value is not None and not RELATIVE.fullmatch(value):
        fault(where, f"{member} is not a relative date: {value!r}")


def check_documents(demo, where, encounter):
    """Returns the text of each document by its path."""
    documents = encounter.get("documents", [])
    texts = {}
    if not 2 <= len(documents) <= 12:
        fault(where, f"{len(documents)} documents, expected 2 to 12")
    for document in documents:
        path = document["path"]
        source = demo / "documents" / (path + ".txt" if path.endswith(".pdf") else path)
        check_date(where, f"date of {path}", document["date"])
        if document["type"] not in DOCUMENT_TYPES:
            fault(where, f"{path} has the unknown type {document['type']}")
        if not path.startswith(where + "/") or path in texts:
            fault(where, f"{path} is in another folder or listed twice")
        if not source.is_file():
            fault(where, f"{path} has no source text")
            continue
        # A scan has no words of its own.
        texts[path] = "" if path.endswith(".png") else source.read_text(encoding="utf-8")
        check_text(where, path, texts[path], encounter["patient"])
    for corrected, old in encounter["demo"].get("corrections", {}).items():
        if corrected not in texts or old not in texts or list(texts).index(old) > list(texts).index(corrected):
            fault(where, f"{corrected} corrects no document that stands before it")
    return texts


def check_text(where, path, text, patient):
    is_plain = path.endswith((".txt", ".pdf"))
    for number, line in enumerate(text.splitlines(), 1):
        for placeholder in re.findall(r"\{\{.*?\}\}|\{\{.*$", line):
            if not RELATIVE.fullmatch(placeholder.strip("{}").rstrip("!")):
                fault(where, f"{path}:{number} has a bad placeholder {placeholder}")
        if is_plain and len(re.sub(r"\{\{.*?\}\}", "2000-01-01", line)) > 90:
            fault(where, f"{path}:{number} is wider than 90 columns")
    if path.endswith(".png"):
        return
    for member in ("last_name", "first_name", "birth_date"):
        if patient[member] not in text and patient[member].replace("-", "") not in text:
            fault(where, f"{path} does not name the patient's {member}")


def check_evidence(where, item, texts):
    for evidence in item.get("evidence", []):
        path, quote = evidence["document"], evidence["quote"]
        if path not in texts or path.endswith(".pdf"):
            fault(where, f"evidence of {item['code']} is in {path}, not a text document here")
        elif path.endswith(".txt") and texts[path].count(quote) != 1:
            count = texts[path].count(quote)
            fault(where, f"quote of {item['code']} stands {count} times in {path}: {quote!r}")
        if not quote.strip() or "\n" in quote or "{{" in quote:
            fault(where, f"quote of {item['code']} is empty, crosses a line or holds a date")


def check_providers(where, providers):
    for role, provider in providers.items():
        if provider and not npi_is_valid(provider["npi"]):
            fault(where, f"NPI of the {role} provider fails: {provider['npi']}")
    billing = providers["billing"]
    if not re.fullmatch(r"\d{9}", billing["tax_id"]):
        fault(where, "tax id is not nine digits")
    if not re.fullmatch(r"\d{9}", billing["address"]["postal_code"]):
        fault(where, "billing ZIP is not nine digits")
    if not re.match(r"\d", billing["address"]["line1"]):
        fault(where, "billing address is not a street address")


def check_coverage(where, coverage):
    payer = coverage["payer"]
    for member in ("name", "payer_id", "claim_filing_code"):
        if not payer[member]:
            fault(where, f"payer has no {member}")
    if payer["claim_filing_code"] == "MB" and not MBI.fullmatch(coverage["member_id"]):
        fault(where, "Medicare id has not the shape of one")
    if (coverage["relationship"] == "self") != (coverage["subscriber"] is None):
        fault(where, "relationship and subscriber do not agree")


def check_diagnoses(tables, where, encounter, deliberate_errors):
    codes = [diagnosis["code"] for diagnosis in encounter["diagnoses"]]
    if len(set(codes)) != len(codes):
        fault(where, "a diagnosis is listed twice")
    for code in codes:
        if code not in deliberate_errors:
            check_code(tables, where, "icd10cm", code)
        elif code.replace(".", "") in tables["icd10cm"]:
            fault(where, f"{code} should be a header code, but the tables have it as billable")


def check_procedures(tables, where, encounter):
    for line in encounter["procedures"]:
        check_code(tables, where, line["code_system"], line["code"])
        for modifier in line["modifiers"]:
            check_code(tables, where, "modifier", modifier)
        pointers = line["diagnosis_pointers"]
        if len(pointers) > 4 or len(set(pointers)) != len(pointers) or not all(
                1 <= pointer <= len(encounter["diagnoses"]) for pointer in pointers):
            fault(where, f"{line['code']} has pointers out of range or twice: {pointers}")
        if not isinstance(line["charge"], str) or not MONEY.fullmatch(line["charge"]):
            fault(where, f"charge of {line['code']} is no decimal string: {line['charge']!r}")
        if not re.fullmatch(r"[1-9]\d*", line["units"]):
            fault(where, f"units of {line['code']} are wrong: {line['units']!r}")
        check_date(where, "service_from", line["service_from"])
        check_date(where, "service_to", line["service_to"])
        if line["ndc"] and not re.fullmatch(r"\d{11}", line["ndc"]["code"]):
            fault(where, f"NDC of {line['code']} is not eleven digits")


def check_clean(where, encounter):
    """What a coded or approved encounter must have on top."""
    if not encounter["diagnoses"] or not encounter["procedures"]:
        fault(where, "is coded, but without diagnoses or procedures")
    pointed = set()
    for line in encounter["procedures"]:
        pointed.update(line["diagnosis_pointers"])
        first = line["diagnosis_pointers"][:1]
        if not first:
            fault(where, f"{line['code']} has no pointer")
        elif first[0] <= len(encounter["diagnoses"]):
            if encounter["diagnoses"][first[0] - 1]["code"][0] in "VWXY":
                fault(where, f"{line['code']} points to an external cause first")
    if pointed != set(range(1, len(encounter["diagnoses"]) + 1)):
        fault(where, "a diagnosis has no line that points to it")
    for item in encounter["diagnoses"] + encounter["procedures"]:
        if not item.get("evidence"):
            fault(where, f"{item['code']} has no evidence")
    if encounter["setting"] != "professional":
        if not re.fullmatch(r"0\d{3}", encounter["service"]["type_of_bill"] or ""):
            fault(where, "an institutional visit has no type of bill")
        if any(not re.fullmatch(r"\d{4}", line["revenue_code"]) for line in encounter["procedures"]):
            fault(where, "an institutional line has no revenue code")
        return
    facility_needed = encounter["service"]["place_of_service"] not in ("02", "10", "11", "12")
    if facility_needed != bool(encounter["providers"]["facility"]):
        fault(where, "service facility and place of service do not agree")


def check_encounter(demo, tables, encounter):
    where = encounter["encounter_id"]
    status = encounter["demo"]["status"]
    check_date(where, "service.from", encounter["service"]["from"])
    check_date(where, "service.to", encounter["service"]["to"])
    for member in ("onset_date",):
        check_date(where, member, encounter["claim"][member])
    check_date(where, "accident.date", encounter["claim"]["accident"]["date"])
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", encounter["patient"]["birth_date"]):
        fault(where, "birth date is not a fixed date")
    if encounter["setting"] != ("outpatient" if where == "V-10457" else "professional"):
        fault(where, f"setting is {encounter['setting']}")
    if (status in ("pending", "returned")) != bool(encounter["demo"]["note"]):
        fault(where, "a pending or returned encounter, and no other, carries a note")
    check_providers(where, encounter["providers"])
    for coverage in encounter["coverages"]:
        check_coverage(where, coverage)
    texts = check_documents(demo, where, encounter)
    check_diagnoses(tables, where, encounter, {"E11.2"} if where == "V-10446" else set())
    check_procedures(tables, where, encounter)
    for item in encounter["diagnoses"] + encounter["procedures"]:
        check_evidence(where, item, texts)
    if status == "new" and encounter["diagnoses"]:
        fault(where, "is new, but has diagnoses")
    if status in CLEAN:
        check_clean(where, encounter)
    for kind, codes in CODES_THE_NOTES_SUPPORT.get(where, {}).items():
        for code in codes:
            check_code(tables, where, kind, code)


def read_encounters(demo, name, numbers, statuses):
    """The encounters of one file; its ids and the spread of its statuses are checked."""
    try:
        data = json.loads((demo / name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        fault(name, f"cannot be read: {error}")
        return []
    encounters = data.get("encounters", [])
    ids = [encounter["encounter_id"] for encounter in encounters]
    if data.get("schema") != "encounters/1":
        fault(name, "schema is not encounters/1")
    if sorted(ids) != [f"V-{number}" for number in numbers]:
        fault(name, f"ids are not V-{numbers[0]} to V-{numbers[-1]}, each once: {ids}")
    spread = Counter(encounter["demo"]["status"] for encounter in encounters)
    if spread != Counter(statuses):
        fault(name, f"statuses are {dict(spread)}, expected {statuses}")
    return encounters


def check_directory(demo, encounters):
    """Every payer of the answered encounters is listed, with its days."""
    directory = json.loads((demo / "directory.json").read_text(encoding="utf-8"))
    payers = {payer["payer_id"]: payer for payer in directory["payers"]}
    for payer in payers.values():
        for member in ("initial_days", "corrected_days", "appeal_days"):
            if not 1 <= payer[member] <= 3650:
                fault("directory.json", f"{member} of {payer['payer_id']} is {payer[member]}")
    for encounter in encounters:
        for coverage in encounter["coverages"]:
            known = payers.get(coverage["payer"]["payer_id"], {})
            if any(known.get(member) != coverage["payer"][member]
                   for member in ("name", "claim_filing_code", "address")):
                fault(encounter["encounter_id"], "its payer is not the one of directory.json")


def cents(text):
    return round(float(text) * 100)


def check_answer(name, text, encounters):
    """Envelope, count and sums of one answer, and that it fits the claims it names."""
    for placeholder in re.findall(r"\{\{.*?\}\}", text):
        if not RELATIVE.fullmatch(placeholder.strip("{}").rstrip("!")):
            fault(name, f"bad placeholder {placeholder}")
    segments = [segment.split("*") for segment in text.replace("\n", "").split("~") if segment]
    if segments[0][0] != "ISA" or segments[0][15] != "P":
        fault(name, "ISA15 is not P: a test is not used")
    tags = [segment[0] for segment in segments]
    if int(segments[tags.index("SE")][1]) != tags.index("SE") - tags.index("ST") + 1:
        fault(name, "SE01 does not count the segments")
    answered = []
    for segment in segments:
        if segment[0] == "TRN" and segment[1] == "2" and segment[2].startswith(("V-", "W-")):
            answered.append((segment[2], None))
        if segment[0] == "CLP":
            answered.append((segment[1], cents(segment[3])))
    for number, charge in answered:
        lines = encounters.get(number, {}).get("procedures", [])
        if charge is not None and lines and charge != sum(cents(line["charge"]) for line in lines):
            fault(name, f"the charge of {number} is not that of the encounter")
    if "BPR" in tags:
        paid = sum(cents(segment[4]) for segment in segments if segment[0] == "CLP")
        if cents(segments[tags.index("BPR")][2]) != paid:
            fault(name, "BPR02 is not the sum of the claims")
    return {number for number, _ in answered}


def check_answers(demo, encounters):
    by_id = {encounter["encounter_id"]: encounter for encounter in encounters}
    named = set()
    for path in sorted((demo / "answers").iterdir()):
        named |= check_answer(path.name, path.read_text(encoding="ascii"), by_id)
    wanted = {where for where, encounter in by_id.items()
              if encounter["demo"]["status"] in ("rejected", "denied", "paid", "accepted")}
    if named & set(by_id) != wanted or len(named - set(by_id)) != 1:
        fault("answers", f"they name {sorted(named)}: wanted {sorted(wanted)} and one claim that is not ours")


def check_all(demo, starter):
    tables = load_tables(starter)
    encounters = read_encounters(demo, "encounters.json", range(10441, 10453), STATUSES)
    answered = read_encounters(demo, "answered.json", range(10453, 10458), ANSWERED)
    check_directory(demo, answered)
    check_answers(demo, answered)
    encounters += answered
    for encounter in encounters:
        check_encounter(demo, tables, encounter)
    first = next((e for e in encounters if e["encounter_id"] == "V-10441"), None)
    if first and (first["demo"]["status"] != "new" or first["procedures"]):
        fault("V-10441", "must be new and without procedures")
    listed = {d["path"] for e in encounters for d in e["documents"]}
    for source in sorted(path for path in (demo / "documents").rglob("*") if path.is_file()):
        path = source.relative_to(demo / "documents").as_posix()
        if re.sub(r"\.pdf\.txt$", ".pdf", path) not in listed:
            fault(path, "belongs to no encounter")
    with_pdf = {path.split("/")[0] for path in listed if path.endswith(".pdf")}
    if len(with_pdf) < 8:
        fault("documents", f"only {len(with_pdf)} encounters have a PDF, expected 8 or more")


def main():
    demo = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "data" / "demo"
    starter = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "data" / "starter"
    try:
        check_all(demo, starter)
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        fault("encounters.json", f"a member is missing or of the wrong kind: {error!r}")
    for line in faults:
        print(line)
    print(f"demo data: {len(faults)} fault(s)" if faults else "demo data: clean")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
