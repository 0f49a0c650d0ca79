#include "app/billing/answering/line_match.h"

#include "app/billing/answering/claim_match.h"

namespace cw::app::answering {

namespace {

using answers::RemitLine;

class LineMatcher {
public:
    LineMatcher(const answers::RemitClaim& answer, const Encounter& encounter)
        : m_answer(answer), m_encounter(encounter), m_lines(answer.lines.size()), m_used(encounter.procedures.size())
    {}

    void byNumber(std::string_view claimNumber)
    {
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const auto line = lineOfControlNumber(m_encounter, claimNumber, m_answer.lines[i].lineControlNumber);
            if (line > 0) take(i, static_cast<std::size_t>(line) - 1);
        }
    }

    using Same = bool (*)(const RemitLine&, const ProcedureLine&);
    void by(Same same)
    {
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const auto& answered = m_answer.lines[i];
            for (std::size_t at = 0; m_lines[i] == 0 && at < m_used.size(); ++at)
                if (!m_used[at] && isSameDay(answered, m_encounter.procedures[at]) &&
                    same(answered, m_encounter.procedures[at]))
                    take(i, at);
        }
    }

    std::vector<int> lines() && { return std::move(m_lines); }

private:
    void take(std::size_t answered, std::size_t line)
    {
        m_lines[answered] = static_cast<int>(line) + 1;
        m_used[line] = true;
    }
    bool isSameDay(const RemitLine& answered, const ProcedureLine& line) const
    {
        const auto day = answered.from ? answered.from : m_answer.serviceFrom;
        return !day || *day == line.serviceFrom.value_or(m_encounter.service.from);
    }

    const answers::RemitClaim& m_answer;
    const Encounter& m_encounter;
    std::vector<int> m_lines;
    std::vector<bool> m_used;
};

bool isSameCharge(const RemitLine& answered, const ProcedureLine& line)
{
    return line.charge && *line.charge == answered.charge;
}

bool isSameCode(const RemitLine& answered, const ProcedureLine& line)
{
    if (line.code.text.empty()) return !line.revenueCode.empty() && line.revenueCode == answered.revenueCode;
    return line.code.text == answered.code;
}

}  // namespace

std::vector<int> matchLines(const answers::RemitClaim& answer, const Encounter& encounter, std::string_view claimNumber)
{
    LineMatcher matcher(answer, encounter);
    matcher.byNumber(claimNumber);
    matcher.by([](const RemitLine& answered, const ProcedureLine& line) {
        return isSameCode(answered, line) && answered.modifiers == line.modifiers && isSameCharge(answered, line);
    });
    matcher.by([](const RemitLine& answered, const ProcedureLine& line) {
        return isSameCode(answered, line) && isSameCharge(answered, line);
    });
    matcher.by([](const RemitLine& answered, const ProcedureLine& line) {
        return !answered.billedCode.empty() && answered.billedCode == line.code.text && isSameCharge(answered, line);
    });
    return std::move(matcher).lines();
}

}  // namespace cw::app::answering
