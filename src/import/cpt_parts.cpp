#include "base/text.h"
#include "codeset/codes.h"
#include "import/cpt_table.h"
#include "import/table_text.h"

#include <array>
#include <filesystem>
#include <optional>
#include <unordered_map>

namespace cw {

namespace {

constexpr std::size_t codeLength = 5;
constexpr std::size_t linesToRecognise = 200;
constexpr std::array<std::string_view, 3> widths = {"short", "med", "long"};

/// 0 short, 1 medium, 2 long.
std::optional<std::size_t> widthOf(std::string_view name)
{
    const auto stem = text::lowerAscii(std::filesystem::path(name).filename().string());
    for (std::size_t i = 0; i < widths.size(); ++i)
        if (stem.find(widths.at(i)) != std::string::npos) return i;
    return std::nullopt;
}

/// A line "code TAB text" or "code blank text".
struct PartLine {
    std::string_view code;
    std::string_view text;
};

std::optional<PartLine> readLine(std::string_view line)
{
    if (line.size() < codeLength + 2 || (line[codeLength] != '\t' && line[codeLength] != ' ')) return std::nullopt;
    const PartLine found{line.substr(0, codeLength), text::trim(line.substr(codeLength + 1))};
    const bool isCode = ProcedureCode::parse(CodeSystem::cpt, found.code).hasValue();
    if (!isCode || found.text.empty() || found.text.find('\t') != std::string_view::npos) return std::nullopt;
    if (found.text.find("   ") != std::string_view::npos) return std::nullopt;  // Columns, not words.
    return found;
}

/// The texts of a code in the order of `widths`.
struct Descriptors {
    std::string code;
    std::array<std::string, widths.size()> text;
};

class PartJoiner {
public:
    void add(std::string_view bytes, std::size_t width)
    {
        if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
        const auto converted = text::isUtf8(bytes) ? std::string() : text::fromCp1252(bytes);
        bool isData = false;
        for (const auto line : tableLines(converted.empty() ? bytes : converted)) {
            const auto found = readLine(line);
            isData = isData || found;
            if (found)
                textOf(found->code).text.at(width) = collapseBlanks(found->text);
            else if (isData && !text::trim(line).empty())
                m_strange.push_back(std::string(line));
        }
    }
    std::string list() const
    {
        std::string out = "Code\tShort\tMedium\tLong\n";
        for (const auto& row : m_rows) {
            out += row.code;
            for (const auto& text : row.text) out += '\t' + text;
            out += '\n';
        }
        for (const auto& line : m_strange) out += line + '\n';
        return out;
    }

private:
    Descriptors& textOf(std::string_view code)
    {
        const auto [place, isNew] = m_places.try_emplace(std::string(code), m_rows.size());
        if (isNew) m_rows.push_back({std::string(code), {}});
        return m_rows[place->second];
    }
    std::vector<Descriptors> m_rows;
    std::unordered_map<std::string, std::size_t> m_places;
    std::vector<std::string> m_strange;
};

}  // namespace

bool isCptPart(std::string_view head, std::string_view name)
{
    if (!widthOf(name)) return false;
    std::size_t seen = 0;
    std::size_t fitting = 0;
    for (const auto line : text::lines(head)) {
        if (text::trim(line).empty()) continue;
        if (++seen > linesToRecognise) break;
        if (readLine(line)) ++fitting;
    }
    return fitting > 0 && fitting * 2 >= std::min(seen, linesToRecognise);
}

Result<std::string> joinCptParts(const std::vector<CptPart>& parts, const std::string& label)
{
    PartJoiner joiner;
    std::array<const CptPart*, widths.size()> known{};
    for (const auto& part : parts) {
        const auto width = widthOf(part.name);
        const auto* other = width ? known.at(*width) : nullptr;
        if (!width || other != nullptr)
            return Error{
                ErrorKind::invalidInput, "IMPORT-187",
                label + ": " + part.name +
                    (width ? " and " + other->name + " both hold the " + std::string(widths.at(*width)) + " texts"
                           : " does not say whether its texts are short, medium or long")};
        known.at(*width) = &part;
        joiner.add(part.bytes, *width);
    }
    return joiner.list();
}

}  // namespace cw
