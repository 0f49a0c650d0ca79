#include "claim/answers/reading/set_reader.h"

#include <fmt/format.h>

namespace cw::answers {

void SetReader::warn(int segment, std::string_view sentence)
{
    m_findings.warn(fmt::format("interchange {}, segment {}: {}", m_origin.controlNumber, segment, sentence));
}

Result<Money> SetReader::money(const Piece& piece, std::size_t position)
{
    if (const auto value = readMoney(piece.element(position))) return *value;
    return Error{ErrorKind::invalidInput, "CLAIM-405",
                 fmt::format("segment {}: {}{:02} is not an amount", piece.number(), piece.tag(), position)};
}

std::optional<Money> SetReader::optionalMoney(const Piece& piece, std::size_t position)
{
    const auto text = piece.element(position);
    const auto value = readMoney(text);
    if (!value && !text.empty()) warn(piece.number(), fmt::format("{}{:02} is not an amount", piece.tag(), position));
    return value;
}

std::optional<int> SetReader::optionalCount(const Piece& piece, std::size_t position)
{
    const auto text = piece.element(position);
    const auto value = readCount(text);
    if (!value && !text.empty()) warn(piece.number(), fmt::format("{}{:02} is not a count", piece.tag(), position));
    return value;
}

std::optional<Date> SetReader::optionalDay(const Piece& piece, std::size_t position)
{
    const auto text = piece.element(position);
    const auto value = readDay(text);
    if (!value && !text.empty()) warn(piece.number(), fmt::format("{}{:02} is not a day", piece.tag(), position));
    return value;
}

Days SetReader::days(const Piece& piece, std::size_t position)
{
    const auto text = piece.element(position);
    const auto found = readDays(text);
    if (!text.empty() && (!found.first || !found.last))
        warn(piece.number(), fmt::format("{}{:02} is not a day or a span of days", piece.tag(), position));
    return found;
}

}  // namespace cw::answers
