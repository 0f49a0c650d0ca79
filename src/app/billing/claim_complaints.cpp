#include "app/billing/answering/segment_faults.h"
#include "app/billing/claim_history.h"
#include "base/text.h"
#include "claim/answers/read_answers.h"
#include "claim/claim_fields.h"

#include <algorithm>

namespace cw::app {

namespace {

/// Payers may write "0000219" for 219.
bool isNumber(std::string_view digits, std::int64_t number)
{
    digits = text::trim(digits);
    return text::isDigits(digits) && digits.size() <= 18 && std::stoll(std::string(digits)) == number;
}

/// Segments of a claim that a 999 names, as they were sent: read again from both files.
class SentSegments {
public:
    SentSegments(Workspace& workspace, ReadTx& tx, const ClaimRecord& claim)
        : m_workspace(workspace), m_tx(tx), m_claim(claim)
    {}

    /// Files that cannot be read leave the segments out; the complaint stands without.
    std::string of(const WorkItem& item, const WorkItemCode& code)
    {
        if (code.kind != "segment" || !item.file.isValid()) return {};
        if (m_read != item.file) read(item.file);
        const auto found = std::find_if(m_faults.begin(), m_faults.end(), [&](const auto& fault) {
            return fault.code.code == code.code && fault.code.pointer == code.pointer && fault.code.line == code.line &&
                   (fault.at.claimNumber.empty() || fault.at.claimNumber == m_claim.claimNumber);
        });
        return found == m_faults.end() ? std::string() : found->at.text;
    }

private:
    void read(AnswerFileId file)
    {
        m_read = file;
        m_faults.clear();
        const auto answer = m_workspace.answers().fileBytes(m_tx, file);
        const auto batch = m_workspace.claims().batchByNumber(m_tx, m_claim.batchNumber);
        const auto sent = m_workspace.claims().batchFile(m_tx, m_claim.batch);
        if (!answer || !batch || !sent) return;
        const auto parsed = answers::readAnswers(*answer);
        if (!parsed) return;
        for (const auto& one : parsed->answers) {
            const auto* group = std::get_if<answers::GroupAck>(&one);
            if (group == nullptr || !isNumber(group->groupNumber, batch->groupControlNumber)) continue;
            for (const auto& set : group->sets)
                for (auto& fault : answering::placedFaults(*sent, set)) m_faults.push_back(std::move(fault));
        }
    }

    Workspace& m_workspace;
    ReadTx& m_tx;
    const ClaimRecord& m_claim;
    AnswerFileId m_read;
    std::vector<answering::PlacedFault> m_faults;
};

}  // namespace

Result<std::vector<Complaint>> ClaimHistory::complaints(ClaimId claim)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(const auto record, m_workspace.claims().claim(*tx, claim));
    CW_TRY(const auto items, m_workspace.workItems().openItemsOf(*tx, claim));
    SentSegments segments(m_workspace, *tx, record);
    std::vector<Complaint> complaints;
    for (const auto& item : items) {
        for (const auto& code : item.codes) {
            Complaint complaint;
            complaint.sentence = code.sentence;
            complaint.pointer = code.pointer;
            if (const auto* field = code.pointer.empty() ? nullptr : fieldOf(code.pointer))
                complaint.label = std::string(field->label);
            complaint.segment = segments.of(item, code);
            complaint.desk = item.desk;
            complaints.push_back(std::move(complaint));
        }
    }
    return complaints;
}

}  // namespace cw::app
