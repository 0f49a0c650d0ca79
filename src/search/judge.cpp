#include "search/judge.h"

#include "search/ranking.h"

namespace cw::search {

namespace {

std::string_view codeOf(const format::Entry& entry)
{
    return {entry.code.data(), entry.codeSize};
}

/// Codes that report a quality measure or a clinical finding for it (HCPCS G8000 to G9999 and M0001 to M1999).
bool isQualityMeasure(std::string_view code)
{
    return code.starts_with("G8") || code.starts_with("G9") || code.starts_with("M0") || code.starts_with("M1");
}

}  // namespace

Judge::Judge(const Index& index, const Query& query) : m_index(index), m_query(query)
{
    if (!query.on) return;
    m_day = static_cast<std::int32_t>(Date::of(1970, 1, 1).daysUntil(*query.on));
    for (const auto& covered : index.coverage())
        if (covered.system < m_isCovered.size() && covered.first <= m_day && m_day <= covered.last)
            m_isCovered[covered.system] = true;
}

bool Judge::isCovered(std::uint8_t system) const noexcept
{
    return !m_query.on || (system < m_isCovered.size() && m_isCovered[system]);
}

const format::Span& Judge::spanOf(const format::Entry& entry, bool& isInForce) const noexcept
{
    const auto spans = m_index.spansOf(entry);
    isInForce = true;
    if (!m_query.on) return spans.back();
    for (const auto& span : spans)
        if (span.appliesFirst <= m_day && m_day <= span.appliesLast) return span;
    isInForce = false;
    return spans.back();
}

bool Judge::admits(std::uint32_t number, bool isChosen, float& factor, bool& isInForce) const noexcept
{
    const auto& entry = m_index.entries()[number];
    if (((entry.flags & format::isModifierFlag) != 0) != m_query.modifiers) return false;
    const auto system = static_cast<CodeSystem>(entry.system);
    if (m_query.system && *m_query.system != system) return false;
    const auto& span = spanOf(entry, isInForce);
    if (m_query.billableOnly && span.billable == 0) return false;
    if (!m_query.firstCategory.empty()) {
        const auto category = codeOf(entry).substr(0, 3);
        if (system != CodeSystem::icd10cm || category < m_query.firstCategory || category > m_query.lastCategory)
            return false;
    }
    // No table tells of the day: then all are judged alike, and the entry itself says that it was not checked.
    if (!isInForce && !isCovered(entry.system)) isInForce = true;
    const bool weighsSystem = !m_query.system && !(isChosen && m_query.setting == Setting::any);
    factor = weighsSystem ? ranking::ofSystem(system, m_query.setting) : 1.0F;
    if (isChosen) return true;
    if (span.billable == 0) factor *= ranking::header;
    if (system == CodeSystem::hcpcs && isQualityMeasure(codeOf(entry))) factor *= ranking::qualityMeasure;
    if ((entry.flags & format::isCommonFlag) != 0) factor *= ranking::common;
    if ((entry.flags & format::isEpisodeFlag) != 0 && entry.code[6] != 'A') factor *= ranking::laterEpisode;
    return true;
}

}  // namespace cw::search
