#include "import/cms/cms_lists.h"

#include "base/text.h"
#include "codeset/codes.h"

#include <array>

namespace cw {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

}  // namespace

std::span<const ListReader> cmsListReaders()
{
    static const std::array readers = {feeScheduleReader(), feeScheduleRecordReader(), ptpReader(),  mueReader(),
                                       addOnReader(),       poaExemptReader(),         mceReader(),  hccReader(),
                                       hccMappingReader(),  placeOfServiceReader(),    gemsReader(), conversionReader(),
                                       hccLabelsReader(),   hccHierarchiesReader(),    oppsReader()};
    return readers;
}

bool isProcedureCode(std::string_view text) noexcept
{
    if (text.size() != 5 || !isDigit(text[1]) || !isDigit(text[2]) || !isDigit(text[3])) return false;
    const bool isLevel2 = text[0] >= 'A' && text[0] <= 'Z' && isDigit(text[4]);
    return isLevel2 || (isDigit(text[0]) && (isDigit(text[4]) || (text[4] >= 'A' && text[4] <= 'Z')));
}

std::optional<std::string> icd10CmOf(std::string_view text)
{
    const auto code = Icd10CmCode::parse(text::trim(text));
    if (!code) return std::nullopt;
    return std::string(code->compact());
}

std::optional<std::int64_t> fixedPoint(std::string_view text, int places) noexcept
{
    text = text::trim(text);
    std::int64_t value = 0;
    int left = -1;  // Places still to come; -1 before the point.
    bool anyDigit = text.empty();
    for (const char c : text) {
        if (c == '.' && left < 0) {
            left = places;
            continue;
        }
        if (!isDigit(c) || value > 100'000'000'000'000) return std::nullopt;
        anyDigit = true;
        if (left == 0) {
            if (c != '0') return std::nullopt;
            continue;
        }
        value = value * 10 + (c - '0');
        if (left > 0) --left;
    }
    if (!anyDigit) return std::nullopt;
    for (int i = left < 0 ? places : left; i > 0; --i) value *= 10;
    return value;
}

}  // namespace cw
