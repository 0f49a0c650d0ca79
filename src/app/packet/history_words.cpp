#include "app/packet/history_words.h"

#include <algorithm>

namespace cw::app::packet {

namespace {

struct Words {
    std::string_view action;
    std::string_view words;
};

constexpr Words known[] = {
    {"encounter.import", "brought the encounter in"},
    {"encounter.export", "wrote the encounter to a file"},
    {"encounter.open", "opened the chart"},
    {"encounter.change", "changed data of the encounter"},
    {"encounter.assign", "assigned the encounter"},
    {"encounter.earlierCodes", "looked at codes of earlier visits"},
    {"encounter.packet", "made an audit packet"},
    {"encounter.start coding", "began coding"},
    {"encounter.hold", "put it on hold"},
    {"encounter.resume", "took it up again"},
    {"encounter.submit", "submitted it"},
    {"encounter.start review", "began the review"},
    {"encounter.return", "sent it back to the coder"},
    {"encounter.approve", "approved it"},
    {"encounter.reject", "marked the claim as rejected"},
    {"encounter.reopen", "opened it for coding again"},
    {"encounter.take back", "took the claim back"},
    {"encounter.accept", "the payer accepted the claim"},
    {"encounter.pay", "the payer paid the claim"},
    {"encounter.deny", "the payer denied the claim"},
    {"encounter.reverse", "the payer took a decision back"},
    {"encounter.resend", "approved it for a further claim"},
    {"answers.match", "matched an answer by hand"},
    {"denial.save", "worked on a rejection or denial"},
    {"denial.appeal packet", "made an appeal packet"},
    {"diagnosis.add", "added a diagnosis"},
    {"diagnosis.change", "changed a diagnosis"},
    {"diagnosis.remove", "removed a diagnosis"},
    {"diagnosis.reorder", "changed the order of the diagnoses"},
    {"line.add", "added a procedure"},
    {"line.change", "changed a procedure"},
    {"line.remove", "removed a procedure"},
    {"line.reorder", "changed the order of the procedures"},
    {"evidence.change", "changed proof"},
    {"document.import", "brought in documents"},
    {"document.open", "opened a document"},
    {"document.acknowledge", "acknowledged late documents"},
    {"codes.import", "brought in codes from a source"},
    {"unmatched.match", "a waiting record was matched to it"},
    {"unmatched.resolve", "put a waiting record here"},
    {"edits.attest", "took a finding of the edits for right"},
    {"edits.withdraw", "withdrew an attestation"},
    {"claims.export", "wrote a claim file"},
    {"claims.test", "wrote a claim file for a test"},
};

}  // namespace

std::string historyWords(const AuditEvent& event)
{
    for (const auto& entry : known)
        if (entry.action == event.action) return std::string(entry.words);
    auto words = event.action;
    std::replace(words.begin(), words.end(), '.', ' ');
    return words;
}

}  // namespace cw::app::packet
