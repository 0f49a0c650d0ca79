#include "claim/answers/plain_words.h"

#include "base/text.h"
#include "claim/answers/words/reason_codes.h"
#include "claim/answers/words/word_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>

namespace cw::answers {

namespace {

/// Rows of several spans by code.
template <class Row>
class ByCode {
public:
    ByCode(std::initializer_list<std::span<const Row>> parts)
    {
        for (const auto part : parts)
            for (const auto& row : part) m_rows.emplace(row.code, &row);
    }
    const Row* find(std::string_view code) const
    {
        const auto found = m_rows.find(code);
        return found == m_rows.end() ? nullptr : found->second;
    }

private:
    std::unordered_map<std::string_view, const Row*> m_rows;
};

std::string_view wordIn(std::span<const Word> words, std::string_view code)
{
    const auto found = std::find_if(words.begin(), words.end(), [code](const Word& word) { return word.code == code; });
    return found == words.end() ? std::string_view{} : found->text;
}

const ReasonWord* reasonOf(std::string_view code)
{
    static const ByCode<ReasonWord> all{firstReasons(), middleReasons(), lastReasons()};
    return all.find(code);
}

const StatusWord* statusOf(std::string_view code)
{
    static const ByCode<StatusWord> all{firstStatuses(), lastStatuses()};
    return all.find(code);
}

std::string withCapital(std::string text)
{
    if (!text.empty()) text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
}

/// "The file ends too early (TA1 023)."; a code without words is named.
std::string sentence(std::span<const Word> words, std::string_view kind, std::string_view code)
{
    const auto text = wordIn(words, code);
    if (text.empty()) return fmt::format("{} {}, for which we have no words.", kind, code);
    return fmt::format("{} ({} {}).", withCapital(std::string(text)), kind, code);
}

std::string nameOf(const StatusCode& code)
{
    auto name = code.category + ":" + code.status;
    if (!code.entity.empty()) name += ":" + code.entity;
    return name;
}

void addRules(std::string_view rules, std::vector<std::string>& to)
{
    if (rules.empty()) return;
    for (const auto rule : text::split(rules, ' '))
        if (std::find(to.begin(), to.end(), rule) == to.end()) to.emplace_back(rule);
}

/// "MO-1" and so on of a status whose field depends on whose it is.
std::string_view rulesByEntity(const StatusCode& code)
{
    if (code.status == "562" && code.entity == "82") return "PF-12 ID-1 ID-2";
    if (code.status == "562" && (code.entity == "DN" || code.entity == "DK")) return "ID-9 ID-1";
    if (code.status == "562" && (code.entity == "71" || code.entity == "72")) return "IF-8 ID-1";
    if (code.status == "153" && code.entity == "IL") return "DM-7";
    if (code.status == "153" && code.entity == "PR") return "ID-8";
    if (code.status == "125" && (code.entity == "85" || code.entity == "77" || code.entity == "82")) return "ID-2";
    return {};
}

}  // namespace

std::string wordsOfTa1Note(std::string_view note)
{
    return sentence(ta1Notes(), "TA1", note);
}

std::string wordsOfSegmentFault(std::string_view ik304)
{
    return sentence(segmentFaults(), "IK304", ik304);
}

std::string wordsOfElementFault(std::string_view ik403)
{
    return sentence(elementFaults(), "IK403", ik403);
}

std::string wordsOf(const StatusCode& code)
{
    const auto category = wordIn(statusCategories(), code.category);
    std::string text = category.empty() ? fmt::format("The payer answered {}", nameOf(code)) : std::string(category);
    if (const auto* status = statusOf(code.status))
        text += text.ends_with(status->text) ? std::string() : ": " + std::string(status->text);
    else if (!code.status.empty())
        text += fmt::format(": status {}", code.status);
    if (!code.entity.empty()) {
        const auto entity = wordIn(entities(), code.entity);
        text += fmt::format(" ({})", entity.empty() ? std::string_view(code.entity) : entity);
    }
    return text + ".";
}

std::string wordsOfAdjustment(std::string_view group, std::string_view reason)
{
    const auto kind = wordIn(adjustmentGroups(), group);
    const auto* found = reasonOf(reason);
    const auto text = found != nullptr ? std::string(found->text) : "a reason for which we have no words";
    return fmt::format("{}: {} ({}-{}).", kind.empty() ? std::string_view("Adjustment") : kind, text, group, reason);
}

std::string wordsOfRemark(std::string_view remark)
{
    return sentence(remarks(), "remark", remark);
}

std::string wordsOfClaimStatus(std::string_view clp02)
{
    return sentence(claimStatuses(), "status", clp02);
}

std::string wordsOfProviderAdjustment(std::string_view plb)
{
    return sentence(providerAdjustments(), "PLB", plb);
}

bool isKnownReason(std::string_view carc)
{
    static const ByCode<ReasonCode> all{reasonCodes()};
    return all.find(carc) != nullptr;
}

Desk deskFor(const StatusCode& code)
{
    const auto* status = statusOf(code.status);
    return status != nullptr && status->hand == Hand::coder ? Desk::coder : Desk::biller;
}

Desk deskForReason(std::string_view carc)
{
    const auto* reason = reasonOf(carc);
    return reason != nullptr && reason->hand == Hand::coder ? Desk::coder : Desk::biller;
}

bool isDenialReason(std::string_view group, std::string_view reason)
{
    // A correction undoes, whatever it undoes.
    if (group == "CR" || reason.empty()) return false;
    const auto* found = reasonOf(reason);
    // A reason that is new to us must not be written off unseen.
    return found == nullptr || found->reach == Reach::denial;
}

std::vector<std::string> rulesThatLookForStatus(const StatusCode& code)
{
    std::vector<std::string> rules;
    addRules(rulesByEntity(code), rules);
    const auto* status = statusOf(code.status);
    // A name or an id of another party than the rule looks at is no matter of the rule.
    const bool isOfMember =
        code.entity.empty() || code.entity == "IL" || code.entity == "QC" || code.entity == "HK" || code.entity == "03";
    constexpr std::array<std::string_view, 4> ofMember = {"125", "504", "505", "153"};
    const bool isForMember = std::find(ofMember.begin(), ofMember.end(), code.status) != ofMember.end();
    if (status != nullptr && rules.empty() && (isOfMember || !isForMember)) addRules(status->rules, rules);
    return rules;
}

std::vector<std::string> rulesThatLookForReason(std::string_view carc, const std::vector<std::string>& remarks)
{
    std::vector<std::string> rules;
    if (const auto* reason = reasonOf(carc)) addRules(reason->rules, rules);
    for (const auto& remark : remarks) addRules(wordIn(remarkRules(), remark), rules);
    return rules;
}

std::string proposalFor(std::string_view carc)
{
    const auto* reason = reasonOf(carc);
    if (reason == nullptr)
        return fmt::format("Read the payer's words for reason {} and check before export for what it names.", carc);
    if (!reason->proposal.empty()) return std::string(reason->proposal);
    return fmt::format("Check before export for what reason {} names: {}.", carc, reason->text);
}

}  // namespace cw::answers
