#!/usr/bin/env bash
# A day at the office, through the program alone: demo_day_test.sh CHARTWRIGHTCTL. An encounter comes in, an error is found
# and corrected, the coder submits, the supervisor approves, the biller exports, and the claim file says what was coded.
set -euo pipefail

ctl=$1
[ -x "$ctl" ] || { echo "no program at $ctl" >&2; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
workspace=$folder/workspace

fail()
{
    echo "demo_day_test: $*" >&2
    exit 1
}

# as USER STATUS ARGUMENT...: runs as that account, into $folder/out and $folder/err, and wants that exit status.
as()
{
    local user=$1 wanted=$2 status=0
    shift 2
    CHARTWRIGHT_PASSWORD=$(awk -F '\t' -v user="$user" '$1 == user { print $3 }' "$folder/accounts") \
        "$ctl" --workspace "$workspace" --user "$user" "$@" >"$folder/out" 2>"$folder/err" || status=$?
    [ "$status" -eq "$wanted" ] || fail "$user: $*: exit status $status, not $wanted: $(cat "$folder/err")"
    ! grep -q Quenneville "$folder/err" || fail "$user: $*: a patient is named on standard error"
}

out_is() { [ "$(cat "$folder/out")" = "$1" ] || fail "expected '$1', got '$(cat "$folder/out")'"; }
out_has() { grep -q -e "$1" "$folder/out" || fail "no '$1' in: $(cat "$folder/out")"; }

# encounter ID FIRST-DIAGNOSIS: three diagnoses, two procedures, one note.
encounter()
{
    cat <<JSON
{"schema": "encounters/1", "encounters": [{
  "encounter_id": "$1", "setting": "professional",
  "service": {"from": "2025-01-15", "to": "2025-01-15", "place_of_service": "11"},
  "patient": {"mrn": "MRN-88121", "last_name": "Quenneville", "first_name": "Odile", "birth_date": "1961-04-02", "sex": "F",
              "address": {"line1": "12 Elm St", "city": "Dayton", "state": "OH", "postal_code": "45402"}},
  "coverages": [{"rank": "primary", "payer": {"name": "Buckeye Mutual", "payer_id": "BM001", "claim_filing_code": "CI"},
                 "member_id": "W123456", "relationship": "self"}],
  "providers": {
    "billing": {"npi": "1234567893", "organization": "Elm Street Clinic", "tax_id": "310123456", "tax_id_type": "EI",
                "taxonomy": "207Q00000X",
                "address": {"line1": "1 Main St", "city": "Dayton", "state": "OH", "postal_code": "454020001"},
                "contact_name": "Billing Office", "phone": "9375550111"},
    "rendering": {"npi": "1497758544", "last_name": "Okafor", "first_name": "Ife", "taxonomy": "207Q00000X"}},
  "claim": {"accept_assignment": "A", "signature_on_file": true, "benefits_assigned": "Y", "release_of_information": "Y"},
  "diagnoses": [{"code": "$2"}, {"code": "I10"}, {"code": "E78.5"}],
  "procedures": [
    {"code_system": "cpt", "code": "99213", "modifiers": ["25"], "units": "1", "charge": "125.50",
     "service_from": "2025-01-15", "service_to": "2025-01-15", "diagnosis_pointers": [2, 3]},
    {"code_system": "cpt", "code": "20610", "modifiers": ["RT"], "units": "1", "charge": "80.00",
     "service_from": "2025-01-15", "service_to": "2025-01-15", "diagnosis_pointers": [1]}],
  "documents": [{"path": "notes/visit.txt", "type": "progress_note", "title": "Office visit"}]}]}
JSON
}

"$ctl" --workspace "$workspace" init --demo >"$folder/accounts" || fail "init --demo"
[ "$(wc -l <"$folder/accounts")" -eq 5 ] || fail "init --demo did not make five accounts"

# The coder brings an encounter in; its first diagnosis is a category, not a code.
mkdir "$folder/notes"
echo "Right knee pain for two weeks. Hypertension. Hyperlipidemia." >"$folder/notes/visit.txt"
encounter DAY-1 M25.56 >"$folder/first.json"
as coder 0 encounters import "$folder/first.json"
out_is "1 encounters, 1 documents imported"
as coder 3 encounters import "$folder/first.json"
as coder 1 edits check DAY-1 --format tsv
out_has $'^DAY-1\tCV-3\terror\tM25.56\t'
as coder 1 encounters submit DAY-1
as biller 1 claims export DAY-1 --form 837p --out "$folder/claims"
grep -q "refused DAY-1" "$folder/err" || fail "the refused encounter is not named"
[ -z "$(ls -A "$folder/claims")" ] || fail "a refused encounter left a file"

# The corrected one goes through.
encounter DAY-2 M25.561 >"$folder/second.json"
as coder 0 encounters import "$folder/second.json"
as coder 0 edits check DAY-2
as coder 0 encounters submit DAY-2
out_is $'DAY-2\tcoded\tcoder'
as coder 4 encounters approve DAY-2
as supervisor 0 encounters approve DAY-2
out_is $'DAY-2\tapproved\tcoder'
as coder 4 claims export DAY-2 --form 837p --out "$folder/claims"
as biller 0 claims export DAY-2 --form 837p --out "$folder/claims" --format tsv
claim=$(awk -F '\t' 'NR == 2 { print $2 }' "$folder/out")
digest=$(awk -F '\t' 'NR == 2 { print $8 }' "$folder/out")
[ -s "$claim" ] || fail "no claim file"
[ "$(sha256sum <"$claim" | cut -d ' ' -f 1)" = "$digest" ] || fail "the claim file does not fit its digest"

# What the payer reads: one segment a line.
tr '~' '\n' <"$claim" | tr -d '\r' | sed '/^$/d' >"$folder/segments"
segment() { awk -F '*' -v tag="$1" '$1 == tag' "$folder/segments"; }
is() { [ "$1" = "$2" ] || fail "expected '$2', got '$1'"; }
is "$(segment CLM)" "CLM*DAY-2*205.5***11:B:1*Y*A*Y*Y"
is "$(segment HI)" "HI*ABK:M25561*ABF:I10*ABF:E785"
is "$(segment SV1)" "SV1*HC:99213:25*125.5*UN*1***2:3
SV1*HC:20610:RT*80*UN*1***1"
is "$(segment LX | wc -l)" 2
is "$(segment HL | wc -l)" 2
is "$(segment DTP | awk -F '*' '$2 == "472"')" "DTP*472*D8*20250115
DTP*472*D8*20250115"
# SE01 counts the segments from ST to itself; IEA02 repeats ISA13.
is "$(segment SE | cut -d '*' -f 2)" "$(awk -F '*' '$1 == "ST" { on = 1 } on { ++count } $1 == "SE" { print count }' "$folder/segments")"
is "$(segment IEA | cut -d '*' -f 3)" "$(segment ISA | cut -d '*' -f 14)"

as biller 0 claims list --format tsv
out_has $'\tDAY-2\tDAY-2\t1\tBuckeye Mutual\t205.50\texported\t'
as biller 1 claims export DAY-2 --form 837p --out "$folder/claims"
batch=$(awk -F '\t' '$2 == "DAY-2" { print $1 }' "$folder/out" || true)
[ -z "$batch" ] || fail "an exported encounter was exported again"
as coder 0 encounters list --status exported --format tsv
out_has $'^DAY-2\texported\t'

# The evening: the trail is whole, a backup is made, the workspace is sound.
as supervisor 0 audit show --encounter DAY-2 --format tsv
for action in encounter.import encounter.submit encounter.approve encounter.export; do out_has $'\t'"$action"$'\tDAY-2\t'; done
as supervisor 0 audit verify
out_has $'^whole\t'
as admin 0 backup "$folder/backup.zip"
[ -s "$folder/backup.zip" ] || fail "no backup"
! grep -q -a Quenneville "$folder/backup.zip" "$workspace"/work.db* || fail "a patient is named in plain text"
as admin 0 check
out_is "sound"
echo "demo day done: $(wc -l <"$folder/segments") segments"
