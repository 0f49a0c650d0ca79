#pragma once

#include "app/billing/answering/line_match.h"
#include "app/billing/answering/remit_verdict.h"
#include "claim/claim_repository.h"
#include "claim/work_item.h"

#include <algorithm>
#include <map>

namespace cw::app::answering {

/// Day of service of the claim, else of its first line that has one.
inline std::optional<Date> serviceDayOf(const answers::RemitClaim& answer)
{
    if (answer.serviceFrom) return answer.serviceFrom;
    for (const auto& line : answer.lines)
        if (line.from) return line.from;
    return std::nullopt;
}

/// Whether the answer is on all that was charged.
inline bool isOfWholeClaim(const answers::RemitClaim& answer, const ClaimRecord& claim)
{
    return answer.charge == claim.charges;
}

/// The service lines that an answer decides, and what it says of those that were denied before.
class DecidedLines {
public:
    /// Without an encounter no line is known.
    DecidedLines(const answers::RemitClaim& answer, const RemitVerdict& verdict, const Encounter* encounter,
                 std::string_view claimNumber)
    {
        if (encounter == nullptr) return;
        const auto places = matchLines(answer, *encounter, claimNumber);
        for (std::size_t i = 0; i < places.size(); ++i)
            if (places[i] > 0) m_lines[places[i]].paid += answer.lines[i].paid;
        for (const auto& part : verdict.denied) {
            if (part.line == 0)
                m_isClaimDenied = true;
            else if (const auto place = places[static_cast<std::size_t>(part.line) - 1]; place > 0)
                m_lines[place].isDenied = true;
        }
    }

    /// Paid for the lines that the item names.
    Money paidFor(const WorkItem& item) const
    {
        Money paid;
        for (const auto& [line, said] : m_lines)
            if (std::any_of(item.codes.begin(), item.codes.end(),
                            [&, at = line](const auto& code) { return code.kind == "reason" && code.line == at; }))
                paid += said.paid;
        return std::max(paid, Money());
    }
    /// Whether each denied line of the item is decided now, and none is denied.
    bool settle(const WorkItem& item) const
    {
        const auto isOpen = [&](const WorkItemCode& code) {
            const auto said = m_lines.find(code.line);
            return code.kind != "remark" && (said == m_lines.end() || said->second.isDenied);
        };
        return !m_isClaimDenied && !item.codes.empty() && std::none_of(item.codes.begin(), item.codes.end(), isOpen);
    }

private:
    struct Said {
        Money paid;
        bool isDenied = false;
    };
    std::map<int, Said> m_lines;  ///< By place among the encounter's procedures.
    bool m_isClaimDenied = false;
};

}  // namespace cw::app::answering
