#include "ui/desk/viewer/difference_rows.h"

#include "ui/widgets/text.h"

#include <algorithm>
#include <string_view>

namespace cw::ui {

namespace {

using Kind = DifferencePart::Kind;

/// Collects rows: words and the space between them are handed in as they stand in the texts.
class RowBuilder {
public:
    void add(bool isLeft, std::string_view text, Kind kind)
    {
        if (text.empty()) return;
        QString& row = isLeft ? m_row.left : m_row.right;
        auto& ranges = isLeft ? m_row.leftRanges : m_row.rightRanges;
        const auto begin = static_cast<int>(row.size());
        row += qs(text);
        const auto end = static_cast<int>(row.size());
        if (!ranges.empty() && ranges.back().kind == kind && ranges.back().end == begin)
            ranges.back().end = end;
        else
            ranges.push_back({begin, end, kind});
    }
    void close()
    {
        if (m_row.left.isEmpty() && m_row.right.isEmpty()) return;
        m_rows.push_back(std::move(m_row));
        m_row = {};
    }
    std::vector<DifferenceRow> take() { return std::move(m_rows); }

private:
    DifferenceRow m_row;
    std::vector<DifferenceRow> m_rows;
};

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

/// Takes one word, or the space before it, from the beginning of `rest`.
std::string_view take(std::string_view& rest, bool wantsSpace)
{
    std::size_t size = 0;
    while (size < rest.size() && isSpace(rest[size]) == wantsSpace) ++size;
    const auto taken = rest.substr(0, size);
    rest.remove_prefix(size);
    return taken;
}

/// Two stretches with the same words: a new row begins wherever both begin a new line.
void addSame(RowBuilder& rows, std::string_view left, std::string_view right)
{
    while (!left.empty() || !right.empty()) {
        const auto leftSpace = take(left, true);
        const auto rightSpace = take(right, true);
        const auto isLineEnd = [](std::string_view space) { return space.find('\n') != std::string_view::npos; };
        if (isLineEnd(leftSpace) && isLineEnd(rightSpace)) {
            rows.close();
            // Blank lines part paragraphs; one of them is enough to see that.
            const bool isBlank = std::count(leftSpace.begin(), leftSpace.end(), '\n') > 1;
            if (isBlank) rows.add(true, " ", Kind::same), rows.add(false, " ", Kind::same), rows.close();
        } else {
            rows.add(true, leftSpace, Kind::same);
            rows.add(false, rightSpace, Kind::same);
        }
        rows.add(true, take(left, false), Kind::same);
        rows.add(false, take(right, false), Kind::same);
    }
}

std::string_view cut(std::string_view text, const TextRange& range)
{
    return text.substr(static_cast<std::size_t>(range.begin), static_cast<std::size_t>(range.end - range.begin));
}

QString trimmedEnd(QString text)
{
    while (!text.isEmpty() && text.back().isSpace()) text.chop(1);
    return text;
}

void tidy(QString& text, std::vector<DifferenceRange>& ranges)
{
    text = trimmedEnd(text);
    const auto size = static_cast<int>(text.size());
    for (auto& range : ranges) {
        range.end = std::min(range.end, size);
        // The space behind the last word that differs is no difference.
        while (range.kind != Kind::same && range.end > range.begin && text.at(range.end - 1).isSpace()) --range.end;
    }
    std::erase_if(ranges, [](const DifferenceRange& range) { return range.begin >= range.end; });
}

}  // namespace

bool DifferenceRow::isSame() const
{
    const auto same = [](const DifferenceRange& range) { return range.kind == Kind::same; };
    return std::all_of(leftRanges.begin(), leftRanges.end(), same) &&
           std::all_of(rightRanges.begin(), rightRanges.end(), same);
}

PreparedDifference prepareDifference(const std::string& left, const std::string& right)
{
    PreparedDifference prepared;
    const auto parts = differenceOf(left, right);
    RowBuilder rows;
    for (const auto& part : parts) {
        const auto before = cut(left, part.left);
        const auto after = cut(right, part.right);
        switch (part.kind) {
        case Kind::same: addSame(rows, before, after); break;
        case Kind::removed: rows.add(true, before, Kind::removed); break;
        case Kind::added: rows.add(false, after, Kind::added); break;
        }
    }
    rows.close();
    prepared.rows = rows.take();
    bool wasSame = true;
    for (auto& row : prepared.rows) {
        tidy(row.left, row.leftRanges);
        tidy(row.right, row.rightRanges);
        const bool isSame = row.isSame();
        if (wasSame && !isSame) ++prepared.differences;
        wasSame = isSame;
    }
    prepared.shared = sharedWords(parts, right);
    return prepared;
}

}  // namespace cw::ui
