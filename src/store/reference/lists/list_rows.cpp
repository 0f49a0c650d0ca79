#include "store/reference/lists/list_rows.h"

#include "base/text.h"

namespace cw::store {

namespace {

constexpr char partSeparator = '\x1F';
constexpr std::int64_t rowsBetweenReports = 2000;

}  // namespace

std::string packParts(const std::vector<std::string>& parts)
{
    return text::join(parts, std::string_view(&partSeparator, 1));
}

std::vector<std::string> unpackParts(std::string_view packed)
{
    std::vector<std::string> parts;
    if (packed.empty()) return parts;
    for (const auto part : text::split(packed, partSeparator)) parts.emplace_back(part);
    return parts;
}

std::optional<std::string> isoDay(const std::optional<Date>& day)
{
    if (!day) return std::nullopt;
    return day->iso();
}

Result<std::optional<Date>> dayOf(const Statement& row, int column)
{
    if (row.isNull(column)) return std::optional<Date>();
    CW_TRY(const auto day, Date::parse(row.view(column)));
    return std::optional(day);
}

char characterOf(const Statement& row, int column)
{
    const auto text = row.view(column);
    return text.empty() ? ' ' : text.front();
}

std::string bareCode(std::string_view written)
{
    std::string code;
    for (const char c : written) {
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
            code += c;
        else if (c >= 'a' && c <= 'z')
            code += static_cast<char>(c - 'a' + 'A');
    }
    return code;
}

Status RowProgress::next()
{
    if (m_done % rowsBetweenReports == 0) {
        m_progress.report(m_done, m_total, "installing " + m_what);
        if (m_progress.isCancelled())
            return Error{ErrorKind::cancelled, "STORE-230", "import of " + m_what + " cancelled; nothing was changed"};
    }
    ++m_done;
    return {};
}

}  // namespace cw::store
