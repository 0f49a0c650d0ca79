#include "edits/tables/code_memory.h"

#include <algorithm>
#include <mutex>

namespace cw::edits {

namespace {

/// The days for which an answer holds: of a code that was found its own stretch, else only the day asked for.
DateInterval daysOf(const CodeStanding& standing, Date on)
{
    using State = CodeStanding::State;
    const bool isInForce = standing.state == State::valid || standing.state == State::header;
    if (isInForce && standing.entry && standing.entry->valid.contains(on)) return standing.entry->valid;
    const bool isBare = standing.state == State::unknown || standing.state == State::notChecked;
    if (isBare && !standing.entry) return {};
    return {on, on};
}

}  // namespace

Status CodeMemory::readBounds()
{
    {
        const std::shared_lock lock(m_mutex);
        if (m_hasBounds) return {};
    }
    CW_TRY(const auto releases, m_source.releases());
    const std::unique_lock lock(m_mutex);
    if (m_hasBounds) return {};
    for (const auto& release : releases) {
        auto& bounds = m_bounds[release.system];
        if (release.inForce.first) bounds.push_back(*release.inForce.first);
        if (release.inForce.last) bounds.push_back(release.inForce.last->plusDays(1));
    }
    for (auto& [system, bounds] : m_bounds) std::sort(bounds.begin(), bounds.end());
    m_hasBounds = true;
    return {};
}

Result<Date> CodeMemory::stretchOf(CodeSystem system, Date on)
{
    CW_CHECK(readBounds());
    const std::shared_lock lock(m_mutex);
    const auto found = m_bounds.find(system);
    if (found == m_bounds.end()) return Date::of(1800, 1, 1);
    const auto next = std::upper_bound(found->second.begin(), found->second.end(), on);
    return next == found->second.begin() ? Date::of(1800, 1, 1) : *std::prev(next);
}

Result<std::shared_ptr<const CodeStanding>> CodeMemory::standing(CodeSystem system, std::string_view compact, Date on)
{
    CW_TRY(const Date stretch, stretchOf(system, on));
    Key key{system, std::string(compact), stretch};
    {
        const std::shared_lock lock(m_mutex);
        if (const auto found = m_standings.find(key); found != m_standings.end())
            for (const auto& known : found->second)
                if (known.days.contains(on)) return known.standing;
    }
    CW_TRY(auto standing, m_source.standing(system, compact, on));
    auto shared = std::make_shared<const CodeStanding>(std::move(standing));
    const std::unique_lock lock(m_mutex);
    m_standings[std::move(key)].push_back({daysOf(*shared, on), shared});
    return shared;
}

Result<std::shared_ptr<const std::vector<CodeEntry>>> CodeMemory::children(CodeSystem system, std::string_view parent,
                                                                           Date on)
{
    CW_TRY(const Date stretch, stretchOf(system, on));
    Key key{system, std::string(parent), stretch};
    {
        const std::shared_lock lock(m_mutex);
        if (const auto found = m_children.find(key); found != m_children.end()) return found->second;
    }
    CW_TRY(auto children, m_source.children(system, parent, on));
    auto shared = std::make_shared<const std::vector<CodeEntry>>(std::move(children));
    const std::unique_lock lock(m_mutex);
    return m_children.emplace(std::move(key), std::move(shared)).first->second;
}

Result<std::shared_ptr<const CodeEntry>> CodeMemory::modifier(std::string_view text, Date on)
{
    std::pair key(std::string(text), on);
    {
        const std::shared_lock lock(m_mutex);
        if (const auto found = m_modifiers.find(key); found != m_modifiers.end()) return found->second;
    }
    CW_TRY(auto entry, m_source.modifier(text, on));
    auto shared = entry ? std::make_shared<const CodeEntry>(std::move(*entry)) : nullptr;
    const std::unique_lock lock(m_mutex);
    return m_modifiers.emplace(std::move(key), std::move(shared)).first->second;
}

}  // namespace cw::edits
