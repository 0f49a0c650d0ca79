#include "base/digest.h"
#include "case_builder.h"

namespace cw::test {

bool CaseBuilder::takeFacts(const CaseKey& key)
{
    if (key.name == "proof")
        addProof(key);
    else if (key.name == "history")
        addHistory(key);
    else if (key.name == "attested")
        addAttestation(key);
    else
        return false;
    return true;
}

void CaseBuilder::addProof(const CaseKey& key)
{
    const auto words = wordsOf(key.value);
    if (words.size() < 2) refuse(key, "a row and the words are expected");
    Evidence proof{.id = {m_nextEvidence++}, .quote = words[1], .digest = sha256Hex(words[1]), .documentTitle = "Note"};
    proof.span = {.version = {7001}, .begin = 0, .end = static_cast<std::int64_t>(words[1].size())};
    EvidenceFacts facts{.documentType = "progress_note", .documentDate = encounter().service.from};
    for (std::size_t i = 2; i < words.size(); ++i) {
        const auto set = setterOf(words[i]);
        if (set.name == "type")
            facts.documentType = set.value;
        else if (set.name == "date")
            facts.documentDate = dateOf(key, set.value);
        else if (set.name == "author")
            facts.author = set.value;
        else if (set.name == "sentence")
            facts.sentence = set.value;
        else if (set.name == "section")
            facts.section = set.value;
        else if (set.name == "matches")
            facts.stillMatches = yesNo(key, set.value);
        else
            refuse(key, "\"" + words[i] + "\" is not known of a proof");
    }
    if (facts.sentence.empty()) facts.sentence = proof.quote;
    m_case.context.evidence.emplace(proof.id, std::move(facts));
    const auto row = subject(key, words[0]);
    for (auto& diagnosis : encounter().diagnoses)
        if (diagnosis.id.value == row) return diagnosis.evidence.push_back(std::move(proof));
    for (auto& line : encounter().procedures)
        if (line.id.value == row) return line.evidence.push_back(std::move(proof));
}

void CaseBuilder::addHistory(const CaseKey& key)
{
    const auto words = wordsOf(key.value);
    if (words.size() < 2) refuse(key, "encounter and date are expected");
    const auto& all = encounter();
    PastService past{.encounterId = words[0],
                     .from = dateOf(key, words[1]),
                     .to = dateOf(key, words[1]),
                     .setting = all.setting,
                     .charge = Money::cents(10000),
                     .renderingNpi = "1497758544",
                     .billingNpi = "1234567893",
                     .taxonomy = "207Q00000X",
                     .payerId = all.coverages.front().payer.payerId,
                     .frequencyCode = "1"};
    for (std::size_t i = 2; i < words.size(); ++i) {
        const auto set = setterOf(words[i]);
        if (set.name.empty()) {
            past.code = words[i].substr(0, words[i].find('-'));
            for (auto at = words[i].find('-'); at != std::string::npos; at = words[i].find('-', at + 1))
                past.modifiers.push_back(words[i].substr(at + 1, words[i].find('-', at + 1) - at - 1));
        } else if (set.name == "to")
            past.to = dateOf(key, set.value);
        else if (set.name == "npi")
            past.renderingNpi = set.value;
        else if (set.name == "billing")
            past.billingNpi = set.value;
        else if (set.name == "taxonomy")
            past.taxonomy = set.value;
        else if (set.name == "dx")
            for (std::size_t at = 0; at < set.value.size();
                 at = std::min(set.value.find(',', at), set.value.size() - 1) + 1)
                past.diagnoses.push_back(compactCode(set.value.substr(at, set.value.find(',', at) - at)));
        else if (set.name == "charge")
            past.charge = moneyOf(key, set.value);
        else if (set.name == "payer")
            past.payerId = set.value;
        else if (set.name == "setting")
            past.setting = mustRead(key, parseSetting(set.value), set.value);
        else if (set.name == "active")
            past.isActive = yesNo(key, set.value);
        else if (set.name == "frequency")
            past.frequencyCode = set.value;
        else
            refuse(key, "\"" + words[i] + "\" is not known of a past service");
    }
    m_case.context.history.push_back(std::move(past));
}

void CaseBuilder::addAttestation(const CaseKey& key)
{
    const auto words = wordsOf(key.value);
    if (words.empty()) refuse(key, "a rule is expected");
    CaseAttestation made{.key = {.rule = words[0], .subjects = {}}, .who = "coder", .why = "As the chart says."};
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto set = setterOf(words[i]);
        if (set.name == "by")
            made.who = set.value;
        else if (set.name == "why")
            made.why = set.value;
        else if (set.name == "stale")
            made.isStale = yesNo(key, set.value);
        else
            for (std::size_t at = 0; at < words[i].size();) {
                const auto end = std::min(words[i].find(',', at), words[i].size());
                made.key.subjects.push_back(subject(key, std::string_view(words[i]).substr(at, end - at)));
                at = end + 1;
            }
    }
    std::sort(made.key.subjects.begin(), made.key.subjects.end());
    m_case.attestations.push_back(std::move(made));
}

}  // namespace cw::test
