#include "app/update_schedule.h"

#include <algorithm>
#include <array>

namespace cw::app {

namespace {

constexpr std::string_view icdPage = "https://www.cms.gov/medicare/coding-billing/icd-10-codes";
constexpr std::string_view nchsFolder = "https://ftp.cdc.gov/pub/Health_Statistics/NCHS/Publications/ICD10CM/";
constexpr std::string_view hcpcsPage =
    "https://www.cms.gov/medicare/coding-billing/healthcare-common-procedure-system/quarterly-update";
constexpr std::string_view ptpPage = "https://www.cms.gov/medicare/coding-billing/"
                                     "national-correct-coding-initiative-ncci-edits/"
                                     "medicare-ncci-procedure-procedure-ptp-edits";
constexpr std::string_view muePage = "https://www.cms.gov/medicare/coding-billing/"
                                     "national-correct-coding-initiative-ncci-edits/"
                                     "medicare-ncci-medically-unlikely-edits";
constexpr std::string_view addOnPage = "https://www.cms.gov/medicare/coding-billing/"
                                       "national-correct-coding-initiative-ncci-edits/"
                                       "medicare-ncci-add-code-edits";
constexpr std::string_view oppsPage =
    "https://www.cms.gov/medicare/payment/prospective-payment-systems/hospital-outpatient-pps/"
    "quarterly-addenda-updates";
constexpr std::string_view feePage =
    "https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files";

// ICD-10 updates on 1 October, and since 2022 on 1 April too (FY 2022 IPPS final rule, 86 FR 44774).
constexpr std::string_view icdRule = "Social Security Act 1886(d)(5)(K)(vii); FY 2022 IPPS final rule, 86 FR 44774";
constexpr std::string_view hcpcsRule =
    "CMS HCPCS Level II: quarterly updates effective 1 January, April, July, October";
constexpr std::string_view ncciRule = "CMS NCCI: edit files are replaced at the beginning of each calendar quarter";
constexpr std::string_view feeRule = "CMS PFS Relative Value Files: RVU A to D, January, April, July, October";
constexpr std::string_view oppsRule = "CMS OPPS: Addendum B is issued for January, April, July and October";
constexpr std::string_view hccRule = "CMS risk adjustment: model software and mappings for a calendar year";
constexpr std::string_view cptRule = "AMA CPT: the code set for a year is effective on 1 January";
constexpr std::string_view gemsRule = "CMS: the 2018 General Equivalence Mappings are the last";
constexpr std::string_view posRule = "CMS Place of Service Code Set: updated as needed";

constexpr auto half = Cycle::halfYearly;
constexpr auto quarter = Cycle::quarterly;
using S = CodeSystem;
using L = ListKind;

constexpr TableSource ofCodes(std::string_view key, std::string_view name, S system, Cycle cycle,
                              std::string_view agency, std::string_view citation, std::string_view address)
{
    return {key, name, system, std::nullopt, cycle, agency, citation, address, false};
}

constexpr TableSource ofList(std::string_view key, std::string_view name, L list, Cycle cycle, std::string_view agency,
                             std::string_view citation, std::string_view address, bool isOptional = false)
{
    return {key, name, std::nullopt, list, cycle, agency, citation, address, isOptional};
}

constexpr std::array sources = {
    ofCodes("icd10cm", "ICD-10-CM codes", S::icd10cm, half, "CDC/NCHS", icdRule, nchsFolder),
    ofCodes("icd10pcs", "ICD-10-PCS codes", S::icd10pcs, half, "CMS", icdRule, icdPage),
    ofCodes("hcpcs", "HCPCS Level II codes", S::hcpcs, quarter, "CMS", hcpcsRule, hcpcsPage),
    ofCodes("cpt", "CPT codes", S::cpt, Cycle::january, "AMA", cptRule, ""),
    ofList("tabular", "ICD-10-CM Tabular List", L::tabular, half, "CDC/NCHS", icdRule, nchsFolder),
    ofList("index", "ICD-10-CM Index", L::index, half, "CDC/NCHS", icdRule, nchsFolder),
    ofList("eindex", "ICD-10-CM External Cause Index", L::externalIndex, half, "CDC/NCHS", icdRule, nchsFolder),
    ofList("neoplasm", "ICD-10-CM Neoplasm Table", L::neoplasm, half, "CDC/NCHS", icdRule, nchsFolder),
    ofList("drugs", "ICD-10-CM Table of Drugs", L::drugs, half, "CDC/NCHS", icdRule, nchsFolder),
    ofList("tables", "ICD-10-PCS tables", L::pcsTables, half, "CMS", icdRule, icdPage),
    ofList("pcsindex", "ICD-10-PCS Index", L::pcsIndex, half, "CMS", icdRule, icdPage),
    ofList("definitions", "ICD-10-PCS definitions", L::pcsDefinitions, half, "CMS", icdRule, icdPage),
    ofList("ptp", "NCCI PTP edits", L::ptp, quarter, "CMS", ncciRule, ptpPage),
    ofList("mue", "Medically Unlikely Edits", L::mue, quarter, "CMS", ncciRule, muePage),
    ofList("aoc", "NCCI add-on codes", L::addOn, quarter, "CMS", ncciRule, addOnPage),
    ofList("mpfs", "Physician Fee Schedule", L::mpfs, quarter, "CMS", feeRule, feePage),
    ofList("opps", "OPPS Addendum B", L::opps, quarter, "CMS", oppsRule, oppsPage, true),
    ofList("poa", "POA exempt list", L::poaExempt, Cycle::october, "CMS", icdRule, icdPage),
    ofList("mce", "Medicare Code Editor lists", L::mce, half, "CMS", icdRule, icdPage),
    ofList("hcc", "HCC mappings", L::hcc, Cycle::january, "CMS", hccRule,
           "https://www.cms.gov/medicare/payment/medicare-advantage-rates-statistics/risk-adjustment"),
    ofList("pos", "Place of service codes", L::placeOfService, Cycle::none, "CMS", posRule,
           "https://www.cms.gov/medicare/coding-billing/place-of-service-codes/code-sets"),
    ofList("conversion", "ICD-10-CM conversion table", L::conversion, Cycle::october, "CDC/NCHS", icdRule, nchsFolder,
           true),
    ofList("addenda", "Addenda", L::addenda, half, "CDC/NCHS", icdRule, nchsFolder, true),
    ofList("gems", "General Equivalence Mappings", L::gems, Cycle::none, "CMS", gemsRule, icdPage, true),
};

/// First days of months on which a cycle gives something out.
std::vector<unsigned> monthsOf(Cycle cycle)
{
    switch (cycle) {
    case Cycle::halfYearly: return {4, 10};
    case Cycle::quarterly: return {1, 4, 7, 10};
    case Cycle::october: return {10};
    case Cycle::january: return {1};
    case Cycle::none: return {};
    }
    return {};
}

}  // namespace

std::string_view toString(Cycle cycle) noexcept
{
    switch (cycle) {
    case Cycle::halfYearly: return "1 October and 1 April";
    case Cycle::quarterly: return "1 January, April, July and October";
    case Cycle::october: return "1 October";
    case Cycle::january: return "1 January";
    case Cycle::none: return "no fixed dates";
    }
    return "";
}

std::span<const TableSource> tableSources() noexcept
{
    return sources;
}

const TableSource* findSource(std::string_view key) noexcept
{
    const auto* const found =
        std::find_if(sources.begin(), sources.end(), [key](const TableSource& source) { return source.key == key; });
    return found == sources.end() ? nullptr : found;
}

std::optional<Date> nextUpdate(Cycle cycle, Date day)
{
    for (int year = day.year(); year <= day.year() + 1; ++year)
        for (const unsigned month : monthsOf(cycle))
            if (const auto update = Date::of(year, month, 1); update > day) return update;
    return std::nullopt;
}

std::optional<Date> lastUpdate(Cycle cycle, Date day)
{
    std::optional<Date> last;
    for (int year = day.year() - 1; year <= day.year(); ++year)
        for (const unsigned month : monthsOf(cycle))
            if (const auto update = Date::of(year, month, 1); update <= day) last = update;
    return last;
}

}  // namespace cw::app
