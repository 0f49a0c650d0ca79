#include "ui/billing/file_text.h"

#include "ui/billing/queue_load.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace cw::ui {

namespace {

constexpr int mostLines = 20000;
constexpr int linesBefore = 200;  ///< Of a marked claim in a file that is cut.

// ISA is of fixed length: its 106th character is the segment terminator (X12.5).
char terminatorOf(const std::string& bytes)
{
    return bytes.size() > 105 && bytes.starts_with("ISA") ? bytes[105] : '~';
}

bool isX12(const std::string& bytes)
{
    return bytes.starts_with("ISA") || bytes.starts_with("TA1") || bytes.starts_with("ST");
}

std::string inLines(const std::string& bytes)
{
    const char terminator = terminatorOf(bytes);
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 20);
    for (const char c : bytes) {
        if (c == '\r' || c == '\n') continue;
        text += c;
        if (c == terminator) text += '\n';
    }
    if (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

/// Lines `first` to `first + count` of a text.
std::string window(const std::string& text, int first, int count)
{
    std::size_t begin = 0;
    for (int line = 0; line < first; ++line) begin = text.find('\n', begin) + 1;
    std::size_t end = begin;
    for (int line = 0; line < count && end != std::string::npos; ++line) end = text.find('\n', end + 1);
    return text.substr(begin, end == std::string::npos ? end : end - begin);
}

}  // namespace

QString segmentLines(const std::string& bytes)
{
    return qs(inLines(bytes));
}

int lineOfByte(const std::string& bytes, std::size_t at)
{
    const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(at, bytes.size()));
    return static_cast<int>(std::count(bytes.begin(), end, isX12(bytes) ? terminatorOf(bytes) : '\n'));
}

int linesOf(const std::string& segments, const std::string& file)
{
    return static_cast<int>(std::count(segments.begin(), segments.end(), isX12(file) ? terminatorOf(file) : '\n'));
}

FileText fileText(const std::string& bytes, const std::string& marked)
{
    FileText shown;
    if (bytes.starts_with("%PDF") || bytes.starts_with("PK") || bytes.find('\0') != std::string::npos) {
        shown.note = QStringLiteral("This file is no text: save it and open it with its own program.");
        return shown;
    }
    const std::string text = isX12(bytes) ? inLines(bytes) : bytes;
    const auto at = marked.empty() ? std::string::npos : bytes.find(marked);
    if (at != std::string::npos) {
        shown.markedAt = lineOfByte(bytes, at);
        shown.marked = std::max(1, linesOf(marked, bytes));
    }
    const int lines = static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 1;
    if (lines <= mostLines) {
        shown.text = qs(text);
        return shown;
    }
    shown.first = std::clamp(shown.markedAt - linesBefore, 0, lines - mostLines);
    shown.text = qs(window(text, shown.first, mostLines));
    if (shown.markedAt >= 0) shown.markedAt -= shown.first;
    shown.note = QStringLiteral("Lines %1 to %2 of %3 are shown.")
                     .arg(countText(shown.first + 1), countText(shown.first + mostLines), countText(lines));
    return shown;
}

}  // namespace cw::ui
