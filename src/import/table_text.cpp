#include "import/table_text.h"

#include "base/text.h"

namespace cw {

std::string describeRow(std::string_view label, std::size_t line, const RowFault& fault)
{
    std::string text(label);
    text += ": line " + std::to_string(line);
    if (fault.column != 0) text += ", column " + std::to_string(fault.column);
    return text + ": " + fault.reason;
}

std::vector<std::string_view> tableLines(std::string_view text)
{
    auto lines = text::lines(text);
    while (!lines.empty() && text::trim(lines.back()).empty()) lines.pop_back();
    return lines;
}

bool isCutOff(std::string_view text) noexcept
{
    const auto first = text.find('\n');
    return first != std::string_view::npos && first > 0 && text[first - 1] == '\r' && text.back() != '\n';
}

std::string collapseBlanks(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text::trim(text)) {
        const bool blank = c == ' ' || c == '\t';
        if (!blank)
            out += c;
        else if (out.back() != ' ')
            out += ' ';
    }
    return out;
}

std::string grouped(std::int64_t count)
{
    auto digits = std::to_string(count);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

}  // namespace cw
