#include "store/reference/lists/fact_texts.h"
#include "store/reference/lists/list_content.h"
#include "store/reference/lists/reference_lists.h"
#include "store/reference/reference_snapshot.h"

#include <algorithm>

namespace cw::store {

namespace {

constexpr std::size_t shownCodes = 6;

/// Collects facts of one list.
class Facts {
public:
    Facts(const ReferenceList& list, std::optional<Date> on, std::vector<CodeFact>& facts)
        : m_list(list), m_coversDate(!on || list.inForce.contains(*on)), m_facts(facts)
    {}
    void add(std::string name, std::string value)
    {
        m_facts.push_back({m_list.kind, m_list.variant, std::move(name), std::move(value), m_list.name, m_coversDate});
    }
    const ReferenceList& list() const { return m_list; }

private:
    const ReferenceList& m_list;
    bool m_coversDate;
    std::vector<CodeFact>& m_facts;
};

void addRvus(const FeeScheduleRow& row, Facts& facts)
{
    const std::string of = row.modifier.empty() ? "" : " (" + row.modifier + ")";
    facts.add("Work RVU" + of, hundredths(row.workRvu));
    facts.add("Practice expense RVU, office" + of, hundredths(row.nonFacilityPeRvu));
    facts.add("Practice expense RVU, facility" + of, hundredths(row.facilityPeRvu));
    facts.add("Malpractice RVU" + of, hundredths(row.malpracticeRvu));
    facts.add("Total RVU, office" + of, hundredths(row.nonFacilityTotal));
    facts.add("Total RVU, facility" + of, hundredths(row.facilityTotal));
}

/// Indicators that do not apply ("9", supervision "09") are left out.
void addIndicator(std::string name, const std::string& value, std::string_view meaning, Facts& facts)
{
    if (value.empty() || value == "9" || value == "09") return;
    facts.add(std::move(name), withMeaning(value, meaning));
}

void addFee(const FeeScheduleRow& row, Facts& facts)
{
    const std::string of = row.modifier.empty() ? "" : " (" + row.modifier + ")";
    facts.add("Fee schedule status" + of, withMeaning(row.status, feeText::status(row.status)));
    if (row.modifier.empty()) {
        if (!row.globalDays.empty())
            facts.add("Global days", withMeaning(row.globalDays, feeText::globalDays(row.globalDays)));
        addIndicator("Professional and technical component", row.pcTc, feeText::pcTc(row.pcTc), facts);
        addIndicator("Multiple procedures (51)", row.multiple, feeText::multiple(row.multiple), facts);
        addIndicator("Bilateral surgery (50)", row.bilateral, feeText::bilateral(row.bilateral), facts);
        addIndicator("Assistant at surgery (80)", row.assistant, feeText::assistant(row.assistant), facts);
        addIndicator("Co-surgeons (62)", row.coSurgeon, feeText::coSurgeon(row.coSurgeon), facts);
        addIndicator("Team surgery (66)", row.team, feeText::team(row.team), facts);
        addIndicator("Supervision", row.supervision, feeText::supervision(row.supervision), facts);
        if (!row.endoscopicBase.empty()) facts.add("Endoscopic base", row.endoscopicBase);
    }
    addRvus(row, facts);
}

bool holds(const AddOnCode& row, std::optional<Date> on)
{
    return !on || DateInterval{row.first, row.last}.contains(*on);
}

std::string some(std::vector<std::string> codes)
{
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    std::string text;
    for (std::size_t at = 0; at < std::min(codes.size(), shownCodes); ++at) text += (at == 0 ? "" : ", ") + codes[at];
    if (codes.size() > shownCodes) text += " and " + std::to_string(codes.size() - shownCodes) + " more";
    return text;
}

/// Types 1 to 3 (NCCI add-on code edits): primaries listed, defined by the contractor, or some listed.
Status addAddOn(Database& database, std::string_view code, std::optional<Date> on, Facts& facts)
{
    CW_TRY(const auto rows, readAddOns(database, facts.list().id, code));
    std::vector<std::string> primaries;
    char type = ' ';
    for (const auto& row : rows.rows) {
        if (!holds(row, on)) continue;
        type = row.type;
        if (row.primary != "CCCCC") primaries.push_back(row.primary);
    }
    if (type == ' ') return {};
    std::string value = primaries.empty() ? "with what the contractor defines" : "with " + some(std::move(primaries));
    if (type == '3') value += ", others as the contractor defines";
    facts.add("Add-on code", std::move(value));
    return {};
}

Status addAddOnsOf(Database& database, std::string_view primary, std::optional<Date> on, Facts& facts)
{
    CW_TRY(auto query, database.prepare("SELECT code, first_day, last_day FROM add_on_code WHERE list_id = ? AND "
                                        "primary_code = ?"));
    query.bind(facts.list().id.value).bind(primary);
    std::vector<std::string> codes;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) break;
        AddOnCode row;
        CW_TRY(row.first, dayOf(query, 1));
        CW_TRY(row.last, dayOf(query, 2));
        if (holds(row, on)) codes.push_back(query.text(0));
    }
    if (!codes.empty()) facts.add("Add-on codes with it", some(std::move(codes)));
    return {};
}

Status addFlags(Database& database, CodeSystem system, std::string_view code, Facts& facts)
{
    CW_TRY(const auto flags, readFlags(database, facts.list().id, code));
    for (const auto& flag : flags.flags) {
        if (flag.system != system) continue;
        if (flag.flag == "poa")
            facts.add("Present on admission", flag.value);
        else if (flag.flag == "si")
            facts.add("OPPS status indicator", flag.value);
        else if (flag.flag == "rate")
            facts.add("OPPS payment rate", "$" + flag.value);
        else
            facts.add(flagName(flag.flag), flag.value);
    }
    return {};
}

Status addMaps(Database& database, std::string_view code, Facts& facts)
{
    CW_TRY(const auto maps, readMaps(database, facts.list().id, code));
    for (const auto& map : maps.maps) {
        if (map.map == "icd9-icd10") continue;  // From the other system: the same text may be another code there.
        const bool isToIcd9 = map.map == "icd10-icd9";
        std::string value = map.to.empty() ? "no match"
                            : isToIcd9     ? displayIcd9(map.to)
                                           : displayCode(CodeSystem::icd10cm, map.to);
        const auto flags = map.to.empty() ? std::string() : mapFlags(map.flags);
        if (!flags.empty()) value += " (" + flags + ")";
        if (map.effective) value += " from " + map.effective->iso();
        facts.add(isToIcd9 ? "ICD-9-CM (GEM)" : "Successor", std::move(value));
    }
    return {};
}

Status addProcedureFacts(Database& database, ListKind kind, std::string_view code, std::optional<Date> on, Facts& facts)
{
    if (kind == ListKind::mpfs) {
        CW_TRY(const auto schedule, readFees(database, facts.list().id, code));
        for (const auto& row : schedule.rows) addFee(row, facts);
    } else if (kind == ListKind::mue) {
        CW_TRY(const auto limits, readMueLimits(database, facts.list().id, code));
        const auto& variant = facts.list().variant;
        for (const auto& limit : limits.limits) {
            auto value = mueText(limit);
            if (!limit.rationale.empty()) value += " (" + limit.rationale + ")";
            facts.add(variant.empty() ? "MUE" : "MUE " + variant, std::move(value));
        }
    } else if (kind == ListKind::addOn) {
        CW_CHECK(addAddOn(database, code, on, facts));
        CW_CHECK(addAddOnsOf(database, code, on, facts));
    }
    return {};
}

std::vector<ListKind> kindsFor(CodeSystem system)
{
    switch (system) {
    case CodeSystem::icd10cm:
        return {ListKind::poaExempt, ListKind::hcc, ListKind::mce, ListKind::gems, ListKind::conversion};
    case CodeSystem::icd10pcs: return {ListKind::mce};
    case CodeSystem::hcpcs:
    case CodeSystem::cpt: return {ListKind::mpfs, ListKind::mue, ListKind::addOn, ListKind::opps};
    }
    return {};
}

}  // namespace

Result<std::vector<CodeFact>> ReferenceLists::facts(CodeSystem system, std::string_view compact,
                                                    std::optional<Date> on) const
{
    CW_TRY(const auto snapshot, Snapshot::take(m_database));
    CW_TRY(const auto all, readLists(m_database));
    std::vector<CodeFact> found;
    for (const auto kind : kindsFor(system)) {
        for (const auto* list : servingVariants(all, kind, on)) {
            Facts facts(*list, on, found);
            if (kind == ListKind::poaExempt || kind == ListKind::hcc || kind == ListKind::mce || kind == ListKind::opps)
                CW_CHECK(addFlags(m_database, system, compact, facts));
            else if (kind == ListKind::gems || kind == ListKind::conversion)
                CW_CHECK(addMaps(m_database, compact, facts));
            else
                CW_CHECK(addProcedureFacts(m_database, kind, compact, on, facts));
        }
    }
    return found;
}

}  // namespace cw::store
