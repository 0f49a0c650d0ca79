#include "codeset/reference_list.h"

#include <algorithm>
#include <array>

namespace cw {

namespace {

struct KindName {
    ListKind kind;
    std::string_view word;
    std::string_view shown;
};

constexpr std::array<KindName, 20> kindNames = {{
    {ListKind::tabular, "tabular", "Tabular List"},
    {ListKind::index, "index", "Index to Diseases and Injuries"},
    {ListKind::externalIndex, "eindex", "External Cause of Injuries Index"},
    {ListKind::neoplasm, "neoplasm", "Neoplasm Table"},
    {ListKind::drugs, "drugs", "Table of Drugs and Chemicals"},
    {ListKind::pcsTables, "tables", "ICD-10-PCS tables"},
    {ListKind::pcsIndex, "pcsindex", "ICD-10-PCS index"},
    {ListKind::pcsDefinitions, "definitions", "ICD-10-PCS definitions"},
    {ListKind::addenda, "addenda", "Addenda"},
    {ListKind::mpfs, "mpfs", "Physician Fee Schedule"},
    {ListKind::ptp, "ptp", "NCCI PTP edits"},
    {ListKind::mue, "mue", "Medically Unlikely Edits"},
    {ListKind::addOn, "aoc", "NCCI add-on codes"},
    {ListKind::poaExempt, "poa", "POA exempt list"},
    {ListKind::mce, "mce", "Medicare Code Editor lists"},
    {ListKind::gems, "gems", "General Equivalence Mappings"},
    {ListKind::hcc, "hcc", "Hierarchical Condition Categories"},
    {ListKind::placeOfService, "pos", "Place of service codes"},
    {ListKind::conversion, "conversion", "Conversion table"},
    {ListKind::opps, "opps", "OPPS Addendum B"},
}};

const KindName& nameOf(ListKind kind) noexcept
{
    const auto found =
        std::find_if(kindNames.begin(), kindNames.end(), [&](const auto& one) { return one.kind == kind; });
    return found == kindNames.end() ? kindNames.front() : *found;
}

}  // namespace

std::string_view toString(ListKind kind) noexcept
{
    return nameOf(kind).word;
}

std::string_view displayName(ListKind kind) noexcept
{
    return nameOf(kind).shown;
}

Result<ListKind> parseListKind(std::string_view text)
{
    std::string known;
    for (const auto& one : kindNames) {
        if (one.word == text) return one.kind;
        known += (known.empty() ? "" : ", ") + std::string(one.word);
    }
    return Error{ErrorKind::invalidInput, "CODESET-011", "kind of list must be one of " + known};
}

}  // namespace cw
