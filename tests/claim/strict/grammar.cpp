#include "tests/claim/strict/grammar.h"

#include "base/text.h"

#include <algorithm>

namespace cw::strict {

std::string_view Position::qualifierOf(const Seg& segment) const
{
    if (segment.tag() == "HL") return segment.at(3);
    return segment.at(1, 1);
}

bool Position::takes(const Seg& segment) const
{
    if (segment.tag() != row->tag) return false;
    return qualifiers.empty() ||
           std::find(qualifiers.begin(), qualifiers.end(), qualifierOf(segment)) != qualifiers.end();
}

namespace {

Position positionOf(const Row& row)
{
    Position position{.row = &row, .qualifiers = {}, .formats = parseFormats(row.elements)};
    if (!row.qualifiers.empty()) position.qualifiers = text::split(row.qualifiers, '|');
    return position;
}

/// Takes rows from the front of `rows` into a loop whose first row is the front one.
LoopRule takeLoop(std::span<const Row>& rows)
{
    LoopRule loop{.name = rows.front().loop, .positions = {positionOf(rows.front())}, .loops = {}};
    const int depth = rows.front().depth;
    rows = rows.subspan(1);
    while (!rows.empty()) {
        const auto& row = rows.front();
        if (row.loop.empty() && row.depth == depth) {
            loop.positions.push_back(positionOf(row));
            rows = rows.subspan(1);
        } else if (row.depth == depth + 1 && !row.loop.empty())
            loop.loops.push_back(takeLoop(rows));
        else
            break;
    }
    return loop;
}

}  // namespace

LoopRule guideOf(std::span<const Row> levels, std::span<const Row> claim)
{
    auto guide = takeLoop(levels);
    const auto claimLoop = takeLoop(claim);
    for (auto& billing : guide.loops)
        for (auto& subscriber : billing.loops) {
            if (subscriber.name != "2000B") continue;
            subscriber.loops.back().loops.push_back(claimLoop);  // 2000C comes last.
            subscriber.loops.insert(subscriber.loops.end() - 1, claimLoop);
        }
    return guide;
}

}  // namespace cw::strict
