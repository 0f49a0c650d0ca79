#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/progress.h"
#include "chart/document.h"
#include "chart/source_code.h"
#include "encounter/encounter.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// A number that somebody gave to a patient or a visit, and who: HL7 v2 CX.1 and CX.4 (PID-3, PV1-19), C-CDA `id`
/// extension and root, FHIR `identifier` value and system.
struct Identifier {
    std::string authority;  ///< Namespace id, OID or URI as sent, without "urn:oid:"; empty when not told.
    std::string value;
    std::string type;  ///< HL7 table 0203: MR, PI, VN, AN, SS …; empty when not told.
    bool operator==(const Identifier&) const = default;
};

/// The patient as a source names them. `person.mrn` is the value of the first identifier that looks like a record
/// number (type MR, else PI, else the first that is no SS, DL, or insurance number); `identifiers` has all of them, that one
/// first.
struct IncomingPatient {
    std::vector<Identifier> identifiers;
    Person person;
};

/// A visit as a source tells it. What it does not tell is left as it is born.
struct IncomingVisit {
    Identifier number;  ///< PV1-19 (else PV1-50, PID-18), encompassingEncounter/id, Encounter.identifier (else its id).
    std::optional<Setting>
        setting;  ///< Inpatient class (I, IMP): inpatient; others: not set unless the source is clear.
    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<LocalMinute> admittedAt;
    std::optional<LocalMinute> dischargedAt;
    std::string placeOfService;   ///< Two digits when the source has CMS codes, else empty.
    std::string dischargeStatus;  ///< PV1-36 and its like, when it is a UB-04 status (two digits).
    Providers providers;
    std::vector<Coverage> coverages;
};

/// How a document names itself across versions stands in NewDocument: `sourceKey` stable over versions and unique within
/// its kind of source (C-CDA setId, else id; TXA-12; OBR-3, else OBR-2, with the code of OBR-4; FHIR masterIdentifier, else
/// resource type and id), `sourceVersion` (C-CDA versionNumber, FHIR meta.versionId, else a time stamp: compared as a number
/// when both are, else as text), `replacesKey` (relatedDocument RPLC, TXA-13, relatesTo replaces), `status` as sent.
struct IncomingDocument {
    NewDocument document;           ///< With rendition; `bytes` are this document's own.
    std::vector<SourceCode> codes;  ///< `span` in this document's text.
};

/// A line of charges (HL7 DFT FT1): never attached by itself, offered to the coder or stored with a new encounter.
struct IncomingCharge {
    ProcedureLine line;
    std::vector<std::string> diagnoses;  ///< FT1-19, as sent.
};

enum class IncomingKind {
    document,  ///< Documents for a patient or visit: C-CDA, ORU, MDM, FHIR documents, plain files.
    admit,   ///< Registers a visit (ADT A01, A04; FHIR Encounter; C-CDA encompassingEncounter): may make an encounter.
    update,  ///< A08, A03: changes what is known of a visit that exists.
    merge,   ///< A40 (A18, A34 are its forerunners): `mergedFrom` is now this patient.
    charges  ///< DFT P03.
};

/// One thing that came in, for one patient.
struct Incoming {
    IncomingKind kind = IncomingKind::document;
    /// Where in the file it stands, without patient data: "message 3", "entry 12"; empty for a file that is one record.
    std::string record;
    /// What re-reading gives exactly this again: the message, the file, the part of the bundle. For the unmatched list.
    std::string bytes;
    DocumentFormat format = DocumentFormat::plainText;  ///< Of `bytes`.
    IncomingPatient patient;                            ///< No identifiers and no name when the source names nobody.
    std::optional<IncomingVisit> visit;
    std::vector<IncomingDocument> documents;
    std::vector<SourceCode> codes;  ///< Those that stand in no document of it.
    std::vector<IncomingCharge> charges;
    std::optional<Identifier> mergedFrom;
    std::string claims;  ///< How many claims or EOBs of a bundle were read for codes only ("2 claims"), for the notes.
};

/// A record of the file that cannot be used, and why: names file, record (segment, line, element) and what was expected.
/// Never patient data.
struct RefusedRecord {
    std::string record;
    std::string reason;
};

/// What a file holds.
struct IncomingFile {
    std::string kind;  ///< For people: "HL7 v2, 20 messages", "C-CDA Discharge Summary", "FHIR R4 Bundle", "text".
    std::vector<Incoming> items;
    std::vector<RefusedRecord> refused;
    std::vector<std::string> notes;  ///< Used, but not all of it: what was passed over and why.
};

struct IncomingOptions {
    std::string password;  ///< For a PDF or zip that needs one.
    /// Tells whether a protected PDF opens without a password (it forbids printing or changes only). Empty: none does.
    std::function<bool(std::string_view pdf)> opensWithoutPassword = {};
};

/// Reads any file that a chart may get, told by content, never by name alone: encounter JSON is not among them
/// (`isEncounterJson` tells it). Fails with invalidInput naming file, place and reason when nothing of it can be used;
/// denied (IMPORT-201) when a password is needed or wrong. Never fetches anything, runs nothing, follows no link.
Result<IncomingFile> readIncoming(std::string bytes, std::string_view name, const IncomingOptions& options,
                                  IdSource& ids, const Progress& progress);
bool isEncounterJson(std::string_view bytes) noexcept;

}  // namespace cw
