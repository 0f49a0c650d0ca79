#include "store/reference/code_validity.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace cw::store {

namespace {

/// Days since 1970, both included; the sentinels stand for an open side.
struct Span {
    int first;
    int last;
};
constexpr int openFirst = std::numeric_limits<int>::min() / 2;
constexpr int openLast = std::numeric_limits<int>::max() / 2;

Date epoch()
{
    return Date::of(1970, 1, 1);
}

Span spanOf(const DateInterval& interval)
{
    return {interval.first ? epoch().daysUntil(*interval.first) : openFirst,
            interval.last ? epoch().daysUntil(*interval.last) : openLast};
}

DateInterval intervalOf(const Span& span)
{
    DateInterval interval;
    if (span.first != openFirst) interval.first = epoch().plusDays(span.first);
    if (span.last != openLast) interval.last = epoch().plusDays(span.last);
    return interval;
}

bool isStarter(const Release& release)
{
    return release.kind == ReleaseKind::starter;
}

/// Orders releases of one system: the greater one wins.
auto strength(const Release& release)
{
    return std::tuple(!isStarter(release), spanOf(release.inForce).first, release.importedAt, release.id);
}

/// True where `covering` is complete and decides: what a weaker release says does not hold there.
bool silences(const Release& covering, const Release& release)
{
    return !isStarter(covering) && covering.id != release.id && strength(release) < strength(covering);
}

/// Takes the days away on which a stronger release of the system is complete.
std::vector<Span> withoutCovered(Span whole, const Release& own, const std::vector<Release>& releases)
{
    std::vector<Span> left{whole};
    for (const auto& release : releases) {
        if (release.system != own.system || !silences(release, own)) continue;
        const auto cut = spanOf(release.inForce);
        std::vector<Span> next;
        for (const auto& span : left) {
            if (cut.last < span.first || span.last < cut.first) {
                next.push_back(span);
                continue;
            }
            if (span.first < cut.first) next.push_back({span.first, cut.first - 1});
            if (cut.last < span.last) next.push_back({cut.last + 1, span.last});
        }
        left = std::move(next);
    }
    return left;
}

/// The days of all rows with the flag of `anchor`, joined where they touch, in order.
std::vector<Span> stretches(const StoredCode& code, const StoredRow& anchor, const std::vector<Release>& releases)
{
    std::vector<Span> spans;
    for (const auto& row : code.rows) {
        if (row.billable != anchor.billable) continue;
        const auto span = spanOf(rowInterval(row));
        if (span.first > span.last) continue;
        if (isStarter(*row.release) && !isStarter(*anchor.release)) continue;
        const auto left = withoutCovered(span, *row.release, releases);
        spans.insert(spans.end(), left.begin(), left.end());
    }
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.first < b.first; });
    std::vector<Span> joined;
    for (const auto& span : spans) {
        if (!joined.empty() && span.first <= joined.back().last + 1)
            joined.back().last = std::max(joined.back().last, span.last);
        else
            joined.push_back(span);
    }
    return joined;
}

Span stretchAround(const StoredCode& code, const StoredRow& anchor, const std::vector<Release>& releases,
                   std::optional<Date> on)
{
    const auto own = spanOf(rowInterval(anchor));
    const int probe = on ? epoch().daysUntil(*on) : own.last;
    const auto all = stretches(code, anchor, releases);
    for (const auto& span : all) {
        if (span.first <= probe && probe <= span.last) return span;
    }
    return all.empty() ? own : all.back();
}

const StoredRow* strongest(const StoredCode& code, const Release* covering, std::optional<Date> on)
{
    const StoredRow* best = nullptr;
    for (const auto& row : code.rows) {
        if (on && !isInForce(row, covering, *on)) continue;
        if (best == nullptr || strength(*best->release) < strength(*row.release)) best = &row;
    }
    return best;
}

const StoredRow& lastKnown(const StoredCode& code)
{
    const auto lateness = [](const StoredRow& row) {
        return std::tuple(!isStarter(*row.release), spanOf(rowInterval(row)).last, strength(*row.release));
    };
    return *std::max_element(code.rows.begin(), code.rows.end(),
                             [&](const StoredRow& a, const StoredRow& b) { return lateness(a) < lateness(b); });
}

}  // namespace

DateInterval rowInterval(const StoredRow& row)
{
    DateInterval interval = row.release->inForce;
    if (row.validFrom) interval.first = row.validFrom;
    if (row.validUntil && (!interval.last || *row.validUntil < *interval.last)) interval.last = row.validUntil;
    return interval;
}

const Release* coveringRelease(const std::vector<Release>& releases, CodeSystem system, Date on)
{
    const Release* best = nullptr;
    for (const auto& release : releases) {
        if (release.system != system || !release.inForce.contains(on)) continue;
        if (best == nullptr || strength(*best) < strength(release)) best = &release;
    }
    return best;
}

bool isInForce(const StoredRow& row, const Release* covering, Date on)
{
    if (!rowInterval(row).contains(on)) return false;
    return covering == nullptr || !silences(*covering, *row.release);
}

std::optional<ResolvedCode> resolve(const StoredCode& code, const std::vector<Release>& releases,
                                    std::optional<Date> on)
{
    if (code.rows.empty()) return std::nullopt;
    const Release* covering = on ? coveringRelease(releases, code.system, *on) : nullptr;
    const StoredRow* inForce = strongest(code, covering, on);
    const StoredRow& row = inForce != nullptr ? *inForce : lastKnown(code);

    ResolvedCode found;
    found.release = row.release;
    found.position = row.position;
    found.isCommon =
        std::any_of(code.rows.begin(), code.rows.end(), [](const auto& r) { return isStarter(*r.release); });
    found.entry.system = code.system;
    found.entry.code = code.code;
    found.entry.shortTitle = row.shortTitle;
    found.entry.longTitle = row.longTitle;
    found.entry.billable = row.billable;
    found.entry.isModifier = code.isModifier;
    found.entry.validOnDate = inForce != nullptr;
    found.entry.valid = intervalOf(stretchAround(code, row, releases, inForce != nullptr ? on : std::nullopt));
    found.entry.kind = row.release->kind;
    found.entry.releaseName = row.release->name;
    return found;
}

}  // namespace cw::store
