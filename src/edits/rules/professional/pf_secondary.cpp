#include "edits/rules/professional/pf_completeness.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string>

namespace cw::edits {

namespace {

using Json = nlohmann::json;

/// Nothing for a member that is missing or no amount; the reader of encounters refused those on the way in.
std::optional<Money> amountOf(const Json& object, const char* key)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string()) return std::nullopt;
    const auto amount = Money::parse(found->get_ref<const std::string&>());
    return amount ? std::optional(*amount) : std::nullopt;
}

struct Adjustments {
    Money sum;
    bool hasZero = false;
};

Adjustments adjustmentsOf(const Json& object)
{
    Adjustments all;
    const auto found = object.find("adjustments");
    if (found == object.end() || !found->is_array()) return all;
    for (const auto& one : *found) {
        if (!one.is_object()) continue;
        const auto amount = amountOf(one, "amount").value_or(Money());
        all.sum += amount;
        all.hasZero = all.hasZero || amount == Money();
    }
    return all;
}

class PayerAnswer {
public:
    PayerAnswer(RuleRun& run, std::size_t coverage, const Json& answer)
        : m_run(run), m_answer(answer), m_path(coveragePath(coverage, "adjudication"))
    {}

    void check()
    {
        if (!m_answer.contains("date") || !m_answer["date"].is_string())
            report("/date", "The other payer's answer has no date.", "Enter the date of the other payer's remittance.");
        const auto claim = adjustmentsOf(m_answer);
        m_sum = claim.sum;
        m_hasZero = claim.hasZero;
        checkLines();
        const auto paid = amountOf(m_answer, "paid");
        const Money charges = m_run.encounter().totalCharges();
        if (paid && *paid + m_sum != charges)
            report("",
                   fmt::format("The other payer paid {} and adjusted {}, which is not the charge of {}.",
                               paid->decimal(), m_sum.decimal(), charges.decimal()),
                   "Correct what was paid and adjusted: the sum must be the charge of the claim.");
        if (m_hasZero) report("", "The other payer's answer has an adjustment of zero.", "Remove adjustments of zero.");
    }

private:
    void checkLines()
    {
        const auto lines = m_answer.find("lines");
        if (lines == m_answer.end() || !lines->is_array()) return;
        const auto& own = m_run.encounter().procedures;
        for (std::size_t i = 0; i < lines->size(); ++i) {
            const auto& line = (*lines)[i];
            if (!line.is_object()) continue;
            const auto adjusted = adjustmentsOf(line);
            m_sum += adjusted.sum;
            m_hasZero = m_hasZero || adjusted.hasZero;
            const auto paid = amountOf(line, "paid");
            const auto number = line.value("line", Json());
            if (!paid || !number.is_number_integer()) continue;
            const auto at = number.get<std::int64_t>();
            if (at < 1 || at > static_cast<std::int64_t>(own.size())) continue;
            const auto& charged = own[static_cast<std::size_t>(at - 1)].charge;
            if (!charged || *paid + adjusted.sum == *charged) continue;
            report(fmt::format("/lines/{}", i),
                   fmt::format("For line {} the other payer paid {} and adjusted {}, which is not its charge of {}.",
                               at, paid->decimal(), adjusted.sum.decimal(), charged->decimal()),
                   "Correct what was paid and adjusted for the line.");
        }
    }

    void report(std::string_view member, std::string message, std::string fix)
    {
        auto finding = findingAt(m_path + std::string(member), Field::coverage);
        finding.message = std::move(message);
        finding.fix = std::move(fix);
        m_run.report(std::move(finding));
    }

    RuleRun& m_run;
    const Json& m_answer;
    std::string m_path;
    Money m_sum;
    bool m_hasZero = false;
};

}  // namespace

/// PF-19: what another payer paid and adjusted is not the charge, of the claim or of a line; its answer has no date.
void checkSecondaryBalance(RuleRun& run)
{
    const auto& coverages = run.encounter().coverages;
    for (std::size_t i = 0; i < coverages.size(); ++i) {
        if (coverages[i].adjudication.empty()) continue;
        const auto answer = Json::parse(coverages[i].adjudication, nullptr, false);
        if (answer.is_object()) PayerAnswer(run, i, answer).check();
    }
}

}  // namespace cw::edits
