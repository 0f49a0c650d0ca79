#include "import/documents/hl7/report.h"

#include "base/text.h"

#include <algorithm>

namespace cw::hl7 {

namespace {

constexpr std::size_t longestHeading = 60;
constexpr std::size_t shortestWrappedLine = 50;
constexpr int sectionLevel = 3;

using Lines = std::vector<std::string_view>;

bool hasLowerCase(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool hasUpperCase(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool isHeading(std::string_view line)
{
    line = text::trim(line);
    if (line.size() > longestHeading || !hasUpperCase(line)) return false;
    return line.ends_with(':') || (!hasLowerCase(line) && !line.ends_with('.') && line.size() > 3);
}

/// Prose that was broken to fit a width: long lines, no columns.
bool isWrapped(const Lines& lines)
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto line = lines[i];
        if (line.find("   ") != line.npos || line.find('\t') != line.npos) return false;
        if (i + 1 < lines.size() && line.size() < shortestWrappedLine) return false;
    }
    return true;
}

void writeChunk(Lines lines, RenditionWriter& out)
{
    if (lines.empty()) return;
    if (isHeading(lines.front())) {
        auto heading = text::trim(lines.front());
        out.heading(sectionLevel, heading);
        lines.erase(lines.begin());
        if (lines.empty()) return;
    }
    std::string whole;
    for (const auto line : lines) {
        if (!whole.empty()) whole += '\n';
        whole += line.substr(0, line.find_last_not_of(" \t") + 1);
    }
    if (isWrapped(lines))
        out.paragraph(whole);
    else
        out.preformatted(whole);
}

}  // namespace

void writeReportText(std::string_view text, RenditionWriter& out)
{
    Lines chunk;
    for (const auto line : text::lines(text)) {
        if (!text::trim(line).empty()) {
            chunk.push_back(line);
            continue;
        }
        writeChunk(std::move(chunk), out);
        chunk.clear();
    }
    writeChunk(std::move(chunk), out);
}

}  // namespace cw::hl7
