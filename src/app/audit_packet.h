#pragma once

#include "app/workspace.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cw::app {

/// What an auditor gets to see of one encounter: codes, the words that prove them, where these stand, and who did what.
struct AuditPacket {
    struct Proof {
        std::string quote;
        std::string document;  ///< Title.
        std::string type;
        int version = 1;
        int versions = 1;
        bool isArchived = false;
        std::string date;  ///< ISO, or "no date".
        std::string author;
        std::string place;          ///< "page 3", "table row", "area of page 2".
        std::string digest;         ///< SHA-256 of the document version's bytes, checked when the packet was made.
        std::string checked;        ///< "words found at that place", or what does not fit.
        bool isRecognised = false;  ///< OCR, unverified.
        bool isSound = true;
    };
    struct Code {
        std::string position;  ///< "1", "2", "admitting" …
        std::string code;      ///< With its dot and modifiers.
        std::string title;
        std::string detail;  ///< Units, charge, dates, place, pointers, POA.
        std::vector<Proof> proofs;
    };
    struct HistoryLine {
        std::string at;
        std::string account;
        std::string action;
        std::string detail;
    };
    std::vector<std::pair<std::string, std::string>> facts;  ///< Label and value: patient, visit, payer, coder, status.
    std::vector<Code> diagnoses;
    std::vector<Code> procedures;
    std::vector<std::string> findings;      ///< Edits as they stand: "GL-1 error: …".
    std::vector<std::string> attestations;  ///< Who took what for right, why, and whether it holds.
    std::vector<Bookmark> notes;            ///< Bookmarks that are not private.
    struct Document {
        std::string title, type, date, author, version, digest, format;
    };
    std::vector<Document> documents;  ///< All of the chart, all versions.
    std::vector<HistoryLine> history;
    std::string madeAt;
    std::string madeBy;
    std::string encounterId;
};

/// Needs viewEncounters; audited as an export. Every quote is looked up again at its place, every digest checked: what does
/// not fit is said in the packet, never left out. Fails with notFound.
Result<AuditPacket> makeAuditPacket(Workspace& workspace, std::string_view encounterId);
/// As a PDF: Letter pages, page numbers, encounter id and time in the foot line, text that can be searched and copied.
/// Fails with io when the font file is missing.
Result<std::string> auditPacketPdf(const AuditPacket& packet);
/// Both, written whole or not at all under this name. Fails with conflict when a file is there already.
Status exportAuditPacket(Workspace& workspace, std::string_view encounterId, const std::filesystem::path& file);

}  // namespace cw::app
