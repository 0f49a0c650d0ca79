#pragma once

#include "app/audit_packet.h"
#include "claim/answer_repository.h"
#include "claim/work_item.h"

#include <string>
#include <utility>
#include <vector>

namespace cw::app {

/// What a payer gets to read when a decision is appealed.
struct AppealPacket {
    struct Line {
        std::string number;   ///< "1"; empty: of the claim as a whole.
        std::string service;  ///< "99213-25", "2025-01-15".
        std::string charge, paid, patient;
        std::vector<std::string> reasons;  ///< "45.00 Contractual: …"
    };
    struct RuleText {
        std::string id, title, source, fix;
    };
    std::string claimNumber;
    std::string letter;  ///< As the person wrote it.
    std::vector<std::pair<std::string, std::string>> facts;
    std::vector<std::string> decision;  ///< What is appealed: code, amount and words, one sentence each.
    std::vector<Line> lines;
    std::vector<RuleText> rules;
    AuditPacket chart;  ///< Codes with their proof, edits, attestations.
};

/// Everything but the chart, in one transaction.
Result<AppealPacket> gatherAppeal(Workspace& workspace, ReadTx& tx, const WorkItem& item, std::string_view letter);
/// Letter pages that can be searched and copied. Fails with io when a font is missing.
Result<std::string> appealPdf(const AppealPacket& packet);

}  // namespace cw::app
