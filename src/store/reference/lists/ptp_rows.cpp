#include "store/reference/lists/ptp_rows.h"

#include <algorithm>
#include <array>

namespace cw::store::ptp {

namespace {

constexpr std::size_t editBytes = 12;
constexpr std::size_t keyBytes = 7;  // Column 2 and first day.
constexpr std::uint32_t base = 36;
constexpr std::size_t codeLength = 5;

using Packed = std::array<char, editBytes>;
struct Loose {
    std::uint32_t column1;
    Packed edit;
    bool operator<(const Loose& other) const
    {
        if (column1 != other.column1) return column1 < other.column1;
        return std::string_view(edit.data(), editBytes) < std::string_view(other.edit.data(), editBytes);
    }
};

Date dayZero()
{
    return Date::of(1900, 1, 1);
}

void put(Packed& edit, std::size_t at, std::size_t bytes, std::uint32_t value)
{
    for (std::size_t i = 0; i < bytes; ++i)
        edit.at(at + i) = static_cast<char>((value >> (8 * (bytes - 1 - i))) & 0xFFU);
}

std::uint32_t number(std::string_view edit, std::size_t at, std::size_t bytes)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) value = (value << 8U) | static_cast<unsigned char>(edit[at + i]);
    return value;
}

/// Days before 1900 do not occur: NCCI began in 1996.
std::uint32_t packDay(const std::optional<Date>& day)
{
    return day && dayZero() < *day ? static_cast<std::uint32_t>(dayZero().daysUntil(*day)) : 0;
}

std::optional<Date> unpackDay(std::uint32_t days)
{
    if (days == 0) return std::nullopt;
    return dayZero().plusDays(static_cast<int>(days));
}

PtpEdit unpack(const std::string& column1, std::string_view edit)
{
    PtpEdit unpacked;
    unpacked.column1 = column1;
    unpacked.column2 = unpackCode(number(edit, 0, 4));
    unpacked.first = unpackDay(number(edit, 4, 3));
    unpacked.last = unpackDay(number(edit, 7, 3));
    unpacked.modifierIndicator = edit[10];
    unpacked.rationale = static_cast<std::uint8_t>(edit[11]);
    return unpacked;
}

std::string_view editAt(std::string_view edits, std::size_t at)
{
    return edits.substr(at * editBytes, editBytes);
}

std::int64_t editCount(std::string_view edits)
{
    return static_cast<std::int64_t>(edits.size() / editBytes);
}

/// End of the edits that share the key of the one at `at`.
std::size_t groupEnd(std::string_view edits, std::size_t at)
{
    const auto key = editAt(edits, at).substr(0, keyBytes);
    while (at < edits.size() / editBytes && editAt(edits, at).starts_with(key)) ++at;
    return at;
}

void compareEdits(std::string_view before, std::string_view after, Difference& difference)
{
    const auto countBefore = before.size() / editBytes;
    const auto countAfter = after.size() / editBytes;
    std::size_t b = 0;
    std::size_t a = 0;
    while (b < countBefore || a < countAfter) {
        const auto keyBefore = b < countBefore ? editAt(before, b).substr(0, keyBytes) : std::string_view();
        const auto keyAfter = a < countAfter ? editAt(after, a).substr(0, keyBytes) : std::string_view();
        if (a == countAfter || (b < countBefore && keyBefore < keyAfter)) {
            ++difference.ended;
            ++b;
        } else if (b == countBefore || keyAfter < keyBefore) {
            ++difference.added;
            ++a;
        } else {
            const auto endBefore = groupEnd(before, b);
            const auto endAfter = groupEnd(after, a);
            const auto both = std::min(endBefore - b, endAfter - a);
            for (std::size_t i = 0; i < both; ++i) {
                if (editAt(before, b + i) != editAt(after, a + i)) ++difference.revised;
            }
            difference.ended += static_cast<std::int64_t>(endBefore - b - both);
            difference.added += static_cast<std::int64_t>(endAfter - a - both);
            b = endBefore;
            a = endAfter;
        }
    }
}

}  // namespace

std::optional<std::uint32_t> packCode(std::string_view code)
{
    if (code.size() != codeLength) return std::nullopt;
    std::uint32_t packed = 0;
    for (const char c : code) {
        if (c >= '0' && c <= '9')
            packed = packed * base + static_cast<std::uint32_t>(c - '0');
        else if (c >= 'A' && c <= 'Z')
            packed = packed * base + static_cast<std::uint32_t>(c - 'A') + 10;
        else
            return std::nullopt;
    }
    return packed;
}

std::string unpackCode(std::uint32_t packed)
{
    constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::string code(codeLength, '0');
    for (auto at = codeLength; at > 0; --at) {
        code[at - 1] = digits[packed % base];
        packed /= base;
    }
    return code;
}

Result<std::vector<Column>> pack(const PtpEdits& edits)
{
    std::vector<Loose> loose;
    loose.reserve(edits.edits.size());
    for (const auto& edit : edits.edits) {
        const auto column1 = packCode(edit.column1);
        const auto column2 = packCode(edit.column2);
        if (!column1 || !column2)
            return Error{ErrorKind::invalidInput, "STORE-231",
                         "NCCI edit " + std::string(edit.column1.view()) + " / " + std::string(edit.column2.view()) +
                             ": a code must have five characters"};
        auto& packed = loose.emplace_back(Loose{*column1, {}}).edit;
        put(packed, 0, 4, *column2);
        put(packed, 4, 3, packDay(edit.first));
        put(packed, 7, 3, packDay(edit.last));
        packed[10] = edit.modifierIndicator;
        packed[11] = static_cast<char>(edit.rationale);
    }
    std::sort(loose.begin(), loose.end());
    std::vector<Column> columns;
    for (const auto& one : loose) {
        if (columns.empty() || columns.back().column1 != one.column1) columns.push_back({one.column1, {}});
        columns.back().edits.append(one.edit.data(), editBytes);
    }
    return columns;
}

Status write(Database& database, ReferenceListId list, const std::vector<Column>& columns, RowProgress& progress)
{
    CW_TRY(auto insert, database.prepare("INSERT INTO ptp_column (id, edits) VALUES (?, ?)"));
    for (const auto& column : columns) {
        for (auto edits = editCount(column.edits); edits > 0; --edits) CW_CHECK(progress.next());
        insert.bind(rowId::root(list) | column.column1).bindBlob(column.edits);
        CW_CHECK(insert.run());
    }
    return {};
}

Result<std::vector<PtpEdit>> read(Database& database, ReferenceListId list)
{
    CW_TRY(auto query, database.prepare("SELECT id, edits FROM ptp_column WHERE id BETWEEN ? AND ? ORDER BY id"));
    query.bind(rowId::root(list)).bind(rowId::last(list));
    std::vector<PtpEdit> edits;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return edits;
        const auto column1 = unpackCode(static_cast<std::uint32_t>(query.integer(0)));
        const auto packed = query.blob(1);
        for (std::size_t at = 0; at < packed.size() / editBytes; ++at)
            edits.push_back(unpack(column1, editAt(packed, at)));
    }
}

Result<std::vector<PtpEdit>> readColumn(Database& database, ReferenceListId list, std::string_view column1)
{
    std::vector<PtpEdit> edits;
    const auto row = packCode(column1);
    if (!row) return edits;
    CW_TRY(auto query, database.prepare("SELECT edits FROM ptp_column WHERE id = ?"));
    query.bind(rowId::root(list) | *row);
    CW_TRY(const bool hasRow, query.step());
    if (!hasRow) return edits;
    const auto packed = query.blob(0);
    const std::string code(column1);
    edits.reserve(packed.size() / editBytes);
    for (std::size_t at = 0; at < packed.size() / editBytes; ++at) edits.push_back(unpack(code, editAt(packed, at)));
    return edits;
}

Result<std::vector<PtpEdit>> read(Database& database, ReferenceListId list, std::string_view column1,
                                  std::string_view column2)
{
    std::vector<PtpEdit> edits;
    const auto row = packCode(column1);
    const auto wanted = packCode(column2);
    if (!row || !wanted) return edits;
    CW_TRY(auto query, database.prepare("SELECT edits FROM ptp_column WHERE id = ?"));
    query.bind(rowId::root(list) | *row);
    CW_TRY(const bool hasRow, query.step());
    if (!hasRow) return edits;
    const auto packed = query.blob(0);
    std::size_t low = 0;
    std::size_t high = packed.size() / editBytes;
    const auto count = high;
    while (low < high) {
        const auto middle = (low + high) / 2;
        if (number(editAt(packed, middle), 0, 4) < *wanted)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < count && number(editAt(packed, low), 0, 4) == *wanted; ++low)
        edits.push_back(unpack(std::string(column1), editAt(packed, low)));
    return edits;
}

Result<Difference> compare(Database& database, ReferenceListId before, const std::vector<Column>& columns)
{
    CW_TRY(auto query, database.prepare("SELECT id, edits FROM ptp_column WHERE id BETWEEN ? AND ? ORDER BY id"));
    query.bind(rowId::root(before)).bind(rowId::last(before));
    Difference difference;
    auto next = columns.begin();
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) break;
        const auto column1 = static_cast<std::uint32_t>(query.integer(0));
        const auto edits = query.blob(1);
        for (; next != columns.end() && next->column1 < column1; ++next) difference.added += editCount(next->edits);
        if (next == columns.end() || next->column1 != column1) {
            difference.ended += editCount(edits);
            continue;
        }
        if (edits != next->edits) compareEdits(edits, next->edits, difference);
        ++next;
    }
    for (; next != columns.end(); ++next) difference.added += editCount(next->edits);
    return difference;
}

std::vector<std::string> codesIn(const std::vector<Column>& columns)
{
    std::vector<bool> isNamed(std::size_t{1} << 26U);
    for (const auto& column : columns) {
        isNamed[column.column1] = true;
        for (std::size_t at = 0; at < column.edits.size() / editBytes; ++at)
            isNamed[number(editAt(column.edits, at), 0, 4)] = true;
    }
    std::vector<std::string> codes;
    for (std::uint32_t packed = 0; packed < isNamed.size(); ++packed) {
        if (isNamed[packed]) codes.push_back(unpackCode(packed));
    }
    return codes;
}

}  // namespace cw::store::ptp
