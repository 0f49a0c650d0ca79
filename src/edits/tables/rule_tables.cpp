#include "edits/tables/rule_tables.h"

#include "edits/tables/code_memory.h"
#include "edits/tables/list_shelf.h"

#include <algorithm>

namespace cw {

using edits::ListShelf;

struct RuleTables::Cache {
    explicit Cache(const TableSource& source) : codes(source), lists(source) {}
    edits::CodeMemory codes;
    ListShelf lists;
};

RuleTables::RuleTables(std::shared_ptr<const TableSource> source, std::shared_ptr<const edits::RuleData> data)
    : m_source(std::move(source)), m_data(std::move(data)), m_cache(std::make_unique<Cache>(*m_source))
{}

RuleTables::~RuleTables() = default;

Result<std::shared_ptr<const CodeStanding>> RuleTables::standing(CodeSystem system, std::string_view compact,
                                                                 Date on) const
{
    return m_cache->codes.standing(system, compact, on);
}

Result<std::shared_ptr<const std::vector<CodeEntry>>> RuleTables::children(CodeSystem system, std::string_view parent,
                                                                           Date on) const
{
    return m_cache->codes.children(system, parent, on);
}

Result<std::shared_ptr<const CodeEntry>> RuleTables::modifier(std::string_view text, Date on) const
{
    return m_cache->codes.modifier(text, on);
}

Result<std::vector<PtpHit>> RuleTables::pairs(std::string_view code, std::string_view other, Date on,
                                              std::string_view variant) const
{
    return m_cache->lists.pairs(code, other, on, variant);
}

Status RuleTables::prepare(Setting setting, Date on) const
{
    auto& lists = m_cache->lists;
    CW_CHECK(lists.prepare(ListKind::tabular, on));
    switch (setting) {
    case Setting::professional:
        for (const auto kind : {ListKind::mpfs, ListKind::mue, ListKind::addOn, ListKind::mce})
            CW_CHECK(lists.prepare(kind, on));
        return {};
    case Setting::outpatient:
        for (const auto kind : {ListKind::mpfs, ListKind::mue, ListKind::addOn, ListKind::mce, ListKind::opps})
            CW_CHECK(lists.prepare(kind, on));
        return {};
    case Setting::inpatient:
        for (const auto kind : {ListKind::mce, ListKind::poaExempt}) CW_CHECK(lists.prepare(kind, on));
        return {};
    }
    return {};
}

Serving<edits::NoteTable> RuleTables::notes(Date on) const
{
    return m_cache->lists.serving<edits::NoteTable>(ListKind::tabular, {}, on);
}

Serving<edits::FlagTable> RuleTables::poaExempt(Date discharge) const
{
    return m_cache->lists.serving<edits::FlagTable>(ListKind::poaExempt, {}, discharge);
}

Serving<edits::FlagTable> RuleTables::mce(Date discharge) const
{
    return m_cache->lists.serving<edits::FlagTable>(ListKind::mce, {}, discharge);
}

Serving<edits::FlagTable> RuleTables::opps(Date service) const
{
    return m_cache->lists.serving<edits::FlagTable>(ListKind::opps, {}, service);
}

Serving<edits::FeeScheduleTable> RuleTables::feeSchedule(Date service) const
{
    return m_cache->lists.serving<edits::FeeScheduleTable>(ListKind::mpfs, {}, service);
}

Serving<edits::MueTable> RuleTables::mue(std::string_view variant, Date service) const
{
    return m_cache->lists.serving<edits::MueTable>(ListKind::mue, variant, service);
}

Serving<edits::AddOnTable> RuleTables::addOns(Date service) const
{
    return m_cache->lists.serving<edits::AddOnTable>(ListKind::addOn, {}, service);
}

bool RuleTables::hasPairs(std::string_view variant, Date service) const
{
    return m_cache->lists.find(ListKind::ptp, variant, service) != nullptr;
}

std::string_view RuleTables::pairsRelease(std::string_view variant, Date service) const
{
    const auto* list = m_cache->lists.find(ListKind::ptp, variant, service);
    return list ? std::string_view(list->name) : std::string_view();
}

}  // namespace cw
