#include "tests/claim/strict/loop_tree.h"

#include <map>
#include <optional>
#include <string>

namespace cw::strict {

namespace {

bool matches(const Seg& segment, std::string_view tag, std::string_view qualifier)
{
    return segment.tag() == tag && (qualifier.empty() || segment.at(1, 1) == qualifier);
}

/// No value of a file: it holds a blank at its end.
constexpr std::string_view anyQualifier = "any ";

/// A loop that is open while a set is walked.
struct Frame {
    const LoopRule* rule;
    Loop* loop;
    std::size_t position = 0;  ///< Of the last segment taken.
    std::size_t child = 0;     ///< Of the last loop taken.
    bool inLoops = false;
    std::map<std::pair<std::size_t, std::string_view>, int> taken;  ///< By position and qualifier.
    std::map<std::string_view, int> loopsTaken;                     ///< By loop, and by loop and qualifier.
};

class Walk {
public:
    explicit Walk(Faults& faults) : m_faults(faults) {}

    void start(const LoopRule& guide, Loop& root, const Seg& first)
    {
        root.name = guide.name;
        m_frames.push_back({.rule = &guide, .loop = &root});
        if (!guide.positions[0].takes(first)) return m_faults.push_back(first.where() + ": the set does not start so");
        take(m_frames.back(), 0, first);
    }

    void add(const Seg& segment)
    {
        for (std::size_t depth = m_frames.size(); depth-- > 0;) {
            auto& frame = m_frames[depth];
            if (const auto position = placeIn(frame, segment)) {
                closeTo(depth + 1);
                return take(m_frames.back(), *position, segment);
            }
            if (const auto child = childFor(frame, segment)) {
                closeTo(depth + 1);
                return open(*child, segment);
            }
        }
        m_faults.push_back(segment.where() + "*" + std::string(segment.at(1, 1)) + ": may not stand here, after loop " +
                           std::string(m_frames.back().rule->name));
    }

    void finish() { closeTo(0); }

private:
    /// The position may be that of the last segment again, or a later one; or another of the same group.
    static std::optional<std::size_t> placeIn(const Frame& frame, const Seg& segment)
    {
        if (frame.inLoops) return {};
        const auto& positions = frame.rule->positions;
        const int group = positions[frame.position].row->group;
        for (std::size_t i = 1; i < positions.size(); ++i) {
            const bool sameGroup =
                group != 0 && positions[i].row->group == group && isOneGroup(positions, i, frame.position);
            if ((i >= frame.position || sameGroup) && positions[i].takes(segment)) return i;
        }
        return {};
    }

    static bool isOneGroup(const std::vector<Position>& positions, std::size_t from, std::size_t to)
    {
        for (auto i = std::min(from, to); i <= std::max(from, to); ++i)
            if (positions[i].row->tag != positions[from].row->tag) return false;
        return true;
    }

    static std::optional<std::size_t> childFor(const Frame& frame, const Seg& segment)
    {
        for (std::size_t i = frame.inLoops ? frame.child : 0; i < frame.rule->loops.size(); ++i)
            if (frame.rule->loops[i].positions[0].takes(segment)) return i;
        return {};
    }

    void take(Frame& frame, std::size_t position, const Seg& segment)
    {
        const auto& place = frame.rule->positions[position];
        frame.position = position;
        frame.loop->segments.push_back(&segment);
        const auto each = ++frame.taken[{position, place.qualifierOf(segment)}];
        const auto all = ++frame.taken[{position, anyQualifier}];
        // The first segment of a loop is counted with the loop.
        if (position > 0 && (each > place.row->maxEach && !place.qualifiers.empty()))
            m_faults.push_back(segment.where() + ": this qualifier stands too often in loop " +
                               std::string(frame.rule->name));
        if (position > 0 && all > place.row->maxAll)
            m_faults.push_back(segment.where() + ": too many in loop " + std::string(frame.rule->name));
        checkElements(segment, place.formats, frame.rule->name, m_faults);
    }

    void open(std::size_t child, const Seg& segment)
    {
        auto& parent = m_frames.back();
        const auto& rule = parent.rule->loops[child];
        parent.inLoops = true;
        parent.child = child;
        const auto& row = *rule.positions[0].row;
        const int all = ++parent.loopsTaken[rule.name];
        if (all > row.maxAll)
            m_faults.push_back(segment.where() + ": loop " + std::string(rule.name) + " stands too often");
        if (!row.qualifiers.empty() && row.maxEach < row.maxAll) {
            const int each = ++parent.taken[{1000 + child, segment.at(1, 1)}];
            if (each > row.maxEach)
                m_faults.push_back(segment.where() + ": loop " + std::string(rule.name) +
                                   " stands twice with one qualifier");
        }
        parent.loop->loops.push_back({.name = rule.name, .parent = parent.loop, .segments = {}, .loops = {}});
        m_frames.push_back({.rule = &rule, .loop = &parent.loop->loops.back()});
        take(m_frames.back(), 0, segment);
    }

    void closeTo(std::size_t depth)
    {
        while (m_frames.size() > depth) {
            const auto& frame = m_frames.back();
            for (std::size_t i = 1; i < frame.rule->positions.size(); ++i) checkPresent(frame, i);
            for (const auto& child : frame.rule->loops)
                if (child.positions[0].row->min > 0 && !frame.loopsTaken.contains(child.name))
                    m_faults.push_back("loop " + std::string(frame.rule->name) + " from " +
                                       frame.loop->segments.front()->where() + ": loop " + std::string(child.name) +
                                       " is missing");
            m_frames.pop_back();
        }
    }

    void checkPresent(const Frame& frame, std::size_t position)
    {
        const auto& row = *frame.rule->positions[position].row;
        if (row.min == 0 || frame.taken.contains({position, anyQualifier})) return;
        m_faults.push_back(
            "loop " + std::string(frame.rule->name) + " from " +
            (frame.loop->segments.empty() ? std::string("the start") : frame.loop->segments.front()->where()) + ": " +
            std::string(row.tag) + " " + std::string(row.qualifiers) + " is missing");
    }

    Faults& m_faults;
    std::vector<Frame> m_frames;
};

}  // namespace

const Seg* Loop::find(std::string_view tag, std::string_view qualifier) const
{
    for (const auto* segment : segments)
        if (matches(*segment, tag, qualifier)) return segment;
    return nullptr;
}

std::vector<const Seg*> Loop::all(std::string_view tag, std::string_view qualifier) const
{
    std::vector<const Seg*> found;
    for (const auto* segment : segments)
        if (matches(*segment, tag, qualifier)) found.push_back(segment);
    return found;
}

const Loop* Loop::loop(std::string_view wanted) const
{
    for (const auto& child : loops)
        if (child.name == wanted) return &child;
    return nullptr;
}

std::vector<const Loop*> Loop::allLoops(std::string_view wanted) const
{
    std::vector<const Loop*> found;
    for (const auto& child : loops)
        if (child.name == wanted) found.push_back(&child);
    return found;
}

void buildTree(const LoopRule& guide, const std::vector<Seg>& segments, Loop& root, Faults& faults)
{
    if (segments.empty()) return;
    Walk walk(faults);
    walk.start(guide, root, segments.front());
    for (std::size_t i = 1; i < segments.size(); ++i) walk.add(segments[i]);
    walk.finish();
}

std::vector<const Loop*> everyLoop(const Loop& root, std::string_view name)
{
    std::vector<const Loop*> found;
    for (const auto& child : root.loops) {
        if (child.name == name) found.push_back(&child);
        const auto below = everyLoop(child, name);
        found.insert(found.end(), below.begin(), below.end());
    }
    return found;
}

}  // namespace cw::strict
