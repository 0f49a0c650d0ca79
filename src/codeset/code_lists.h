#pragma once

#include "base/date.h"
#include "codeset/code_system.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// A line of the fee schedule. Relative values in hundredths: 1.92 is 192. Indicators as CMS writes them (RVU file
/// record layout, "RVU25D.pdf").
struct FeeScheduleRow {
    std::string code;
    std::string modifier;  ///< "", "26", "TC", "53".
    std::string status;    ///< "A" active, "C" carrier priced, "I" not valid for Medicare ...
    std::int32_t workRvu = 0;
    std::int32_t nonFacilityPeRvu = 0;
    std::int32_t facilityPeRvu = 0;
    std::int32_t malpracticeRvu = 0;
    std::int32_t nonFacilityTotal = 0;
    std::int32_t facilityTotal = 0;
    std::string pcTc;
    std::string globalDays;  ///< "000", "010", "090", "XXX", "YYY", "ZZZ", "MMM".
    std::string multiple;
    std::string bilateral;
    std::string assistant;
    std::string coSurgeon;
    std::string team;
    std::string endoscopicBase;
    std::string supervision;
};
struct FeeSchedule {
    std::int64_t conversionFactor = 0;  ///< In ten-thousandths of a dollar: 32.3465 is 323465.
    std::vector<FeeScheduleRow> rows;
};

/// A CPT or HCPCS code without heap, for the list of millions of pairs; up to five characters, longer text is cut.
class PairCode {
public:
    constexpr PairCode() = default;
    PairCode(std::string_view text) noexcept { text.copy(m_chars.data(), m_chars.size()); }
    PairCode(const std::string& text) noexcept : PairCode(std::string_view(text)) {}
    PairCode(const char* text) noexcept : PairCode(std::string_view(text)) {}

    std::string_view view() const noexcept
    {
        const std::string_view all(m_chars.data(), m_chars.size());
        return all.substr(0, all.find('\0'));
    }
    operator std::string_view() const noexcept { return view(); }
    auto operator<=>(const PairCode&) const = default;
    bool operator==(const PairCode&) const = default;

private:
    std::array<char, 5> m_chars{};
};

/// Column 2 is not paid beside column 1 of the same provider and day unless the indicator allows a modifier.
struct PtpEdit {
    PairCode column1;
    PairCode column2;
    std::optional<Date> first;     ///< Unknown in lists without effective dates.
    std::optional<Date> last;      ///< The deletion date; none: active.
    char modifierIndicator = '0';  ///< 0 not allowed, 1 allowed, 9 not applicable.
    std::uint8_t rationale = 0;    ///< Index into PtpEdits::rationales.
};
struct PtpEdits {
    std::vector<std::string> rationales;
    std::vector<PtpEdit> edits;
};

struct MueLimit {
    std::string code;
    std::int32_t units = 0;
    char adjudication = '3';  ///< MAI: 1 line, 2 day by policy, 3 day by clinical data.
    std::string rationale;
};
struct MueLimits {
    std::vector<MueLimit> limits;
};

struct AddOnCode {
    std::string code;
    std::string primary;  ///< A code, or "CCCCC": the contractor defines the primaries (type 2).
    char type = '1';      ///< 1 primaries are listed, 2 contractor-defined, 3 some are listed.
    std::optional<Date> first;
    std::optional<Date> last;
};
struct AddOnCodes {
    std::vector<AddOnCode> rows;
};

/// A property of a code: "hcc:CMS-HCC V28" = "37"; "age" = "newborn"; "sex" = "female"; "poa" = "exempt".
struct CodeFlag {
    CodeSystem system = CodeSystem::icd10cm;
    std::string code;  ///< Compact.
    std::string flag;  ///< poa, age, sex, manifestation, unacceptable-pdx, questionable, ..., hcc:MODEL.
    std::string value;
};
struct CodeFlags {
    std::vector<CodeFlag> flags;
};

/// A mapping of one code to another.
struct CodeMap {
    std::string map;    ///< "icd9-icd10", "icd10-icd9" (GEMs), "successor" (conversion table: old to new).
    std::string from;   ///< Compact.
    std::string to;     ///< Compact; empty: no match.
    std::string flags;  ///< GEMs: approximate, no map, combination, scenario, choice list. Else empty.
    std::optional<Date> effective;
};
struct CodeMaps {
    std::vector<CodeMap> maps;
};

struct PlaceOfServiceRow {
    std::string code;  ///< Two digits.
    std::string name;
    std::string description;
    bool isFacilityRate = false;
    bool isAssigned = true;
};
struct PlacesOfService {
    std::vector<PlaceOfServiceRow> rows;
};

/// One change of an addenda file.
struct AddendaChange {
    enum class Kind { added, deleted, revised };
    Kind kind = Kind::added;
    std::string code;
    bool billable = true;
    std::string before;  ///< Long title before; for deleted and revised.
    std::string after;   ///< Long title after; for added and revised.
};
struct Addenda {
    std::vector<AddendaChange> changes;
};

}  // namespace cw
