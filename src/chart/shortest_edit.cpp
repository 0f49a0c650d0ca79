#include "chart/shortest_edit.h"

#include <algorithm>
#include <limits>

namespace cw {

namespace {

using Index = std::int32_t;

constexpr Index mostSteps = 256;  ///< Of one search from both ends before the best place so far is taken.

struct Box {
    Index left, leftEnd, right, rightEnd;
};
struct Place {
    Index left, right;
};

class Matcher {
public:
    Matcher(const std::vector<Index>& left, const std::vector<Index>& right)
        : m_left(left),
          m_right(right),
          m_matches(left.size(), -1),
          m_zero(static_cast<Index>(right.size()) + 1),
          m_forward(left.size() + right.size() + 3),
          m_backward(left.size() + right.size() + 3)
    {}
    std::vector<Index> run() &&
    {
        std::vector<Box> waiting{{0, static_cast<Index>(m_left.size()), 0, static_cast<Index>(m_right.size())}};
        while (!waiting.empty()) {
            auto box = waiting.back();
            waiting.pop_back();
            trim(box);
            if (box.left == box.leftEnd || box.right == box.rightEnd) continue;
            const auto place = split(box);
            waiting.push_back({place.left, box.leftEnd, place.right, box.rightEnd});
            waiting.push_back({box.left, place.left, box.right, place.right});
        }
        return std::move(m_matches);
    }

private:
    bool isSame(Index left, Index right) const
    {
        return m_left[static_cast<std::size_t>(left)] == m_right[static_cast<std::size_t>(right)];
    }
    void match(Index left, Index right) { m_matches[static_cast<std::size_t>(left)] = right; }
    void trim(Box& box)
    {
        for (; box.left < box.leftEnd && box.right < box.rightEnd && isSame(box.left, box.right);
             ++box.left, ++box.right)
            match(box.left, box.right);
        for (; box.left < box.leftEnd && box.right < box.rightEnd && isSame(box.leftEnd - 1, box.rightEnd - 1);
             --box.leftEnd, --box.rightEnd)
            match(box.leftEnd - 1, box.rightEnd - 1);
    }
    std::size_t at(Index diagonal) const
    {
        const Index index = diagonal + m_zero;
        return static_cast<std::size_t>(index);
    }
    Index& forward(Index diagonal) { return m_forward[at(diagonal)]; }
    Index& backward(Index diagonal) { return m_backward[at(diagonal)]; }

    /// Diagonals (left minus right) that a search has reached so far.
    struct Range {
        Index low, high;
    };

    static void widen(Range& range, const Box& box, Index outside, auto&& at)
    {
        if (range.low > box.left - box.rightEnd)
            at(--range.low - 1) = outside;
        else
            ++range.low;
        if (range.high < box.leftEnd - box.right)
            at(++range.high + 1) = outside;
        else
            --range.high;
    }

    Place split(const Box& box)
    {
        constexpr Index beyond = std::numeric_limits<Index>::max();
        const Index first = box.left - box.right;
        const Index last = box.leftEnd - box.rightEnd;
        Range fore{first, first};
        Range back{last, last};
        const bool isOdd = ((first - last) & 1) != 0;
        forward(first) = box.left;
        backward(last) = box.leftEnd;
        for (Index step = 1;; ++step) {
            widen(fore, box, -1, [this](Index d) -> Index& { return forward(d); });
            for (Index d = fore.high; d >= fore.low; d -= 2) {
                const Index x = goForward(box, d);
                if (isOdd && back.low <= d && d <= back.high && backward(d) <= x) return {x, x - d};
            }
            widen(back, box, beyond, [this](Index d) -> Index& { return backward(d); });
            for (Index d = back.high; d >= back.low; d -= 2) {
                const Index x = goBack(box, d);
                if (!isOdd && fore.low <= d && d <= fore.high && x <= forward(d)) return {x, x - d};
            }
            if (step >= mostSteps) return bestSoFar(box, fore, back);
        }
    }

    Index goForward(const Box& box, Index d)
    {
        const Index below = forward(d - 1);
        const Index above = forward(d + 1);
        Index x = below < above ? above : below + 1;
        while (x < box.leftEnd && x - d < box.rightEnd && isSame(x, x - d)) ++x;
        return forward(d) = x;
    }
    Index goBack(const Box& box, Index d)
    {
        const Index below = backward(d - 1);
        const Index above = backward(d + 1);
        Index x = below < above ? below : above - 1;
        while (x > box.left && x - d > box.right && isSame(x - 1, x - d - 1)) --x;
        return backward(d) = x;
    }

    /// The place farthest from where the search began, of both directions.
    Place bestSoFar(const Box& box, Range fore, Range back)
    {
        Place best{box.left, box.right};
        for (Index d = fore.high; d >= fore.low; d -= 2) {
            Place here{std::min(forward(d), box.leftEnd), 0};
            here.right = here.left - d;
            if (here.right > box.rightEnd) here = {box.rightEnd + d, box.rightEnd};
            if (here.left + here.right > best.left + best.right) best = here;
        }
        Place worst{box.leftEnd, box.rightEnd};
        for (Index d = back.high; d >= back.low; d -= 2) {
            Place here{std::max(backward(d), box.left), 0};
            here.right = here.left - d;
            if (here.right < box.right) here = {box.right + d, box.right};
            if (here.left + here.right < worst.left + worst.right) worst = here;
        }
        const Index gained = best.left + best.right - box.left - box.right;
        const Index gainedBack = box.leftEnd + box.rightEnd - worst.left - worst.right;
        return gainedBack < gained ? best : worst;
    }

    const std::vector<Index>& m_left;
    const std::vector<Index>& m_right;
    std::vector<Index> m_matches;
    Index m_zero;
    std::vector<Index> m_forward;
    std::vector<Index> m_backward;
};

}  // namespace

std::vector<Index> matchSequences(const std::vector<Index>& left, const std::vector<Index>& right)
{
    return Matcher(left, right).run();
}

}  // namespace cw
