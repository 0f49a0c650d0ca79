#include "edits/facts.h"

#include "edits/code_keys.h"
#include "edits/rules.h"
#include "edits/tables/rule_tables.h"

#include <algorithm>
#include <set>

namespace cw {

namespace edits {

std::optional<CodeKey> codeKey(const Encounter& encounter, const Diagnosis& diagnosis)
{
    const auto code = Icd10CmCode::parse(diagnosis.code.text);
    if (!code) return std::nullopt;
    return CodeKey{CodeSystem::icd10cm, code->compact(), encounter.codingDate()};
}

std::optional<CodeKey> codeKey(const Encounter& encounter, const ProcedureLine& line)
{
    // Procedures of a stay are judged on its last day (ICD-10-PCS Official Guidelines, year of discharge).
    if (line.system == CodeSystem::icd10pcs) {
        const auto code = ProcedureCode::parse(CodeSystem::icd10pcs, line.code.text);
        if (!code) return std::nullopt;
        return CodeKey{CodeSystem::icd10pcs, code->text(), encounter.codingDate()};
    }
    const auto code = line.system ? ProcedureCode::parse(*line.system, line.code.text)
                                  : ProcedureCode::parseLevel1or2(line.code.text);
    if (!code) return std::nullopt;
    return CodeKey{code->system(), code->text(), line.serviceFrom.value_or(encounter.service.from)};
}

}  // namespace edits

namespace {

/// Titles that name a side, or say that it was not told, have codes beside them to choose from (CV-14 to CV-16).
bool hasSisters(const CodeStanding& standing)
{
    if (!standing.entry) return false;
    const auto& title = standing.entry->longTitle;
    for (const auto* word : {"nspecified", "right", "left", "ilateral"})
        if (title.find(word) != std::string::npos) return true;
    return false;
}

bool namesSides(const std::vector<CodeEntry>& codes)
{
    const auto names = [&codes](std::string_view side) {
        return std::any_of(codes.begin(), codes.end(),
                           [side](const CodeEntry& entry) { return entry.longTitle.find(side) != std::string::npos; });
    };
    return names("right") && names("left");
}

/// The code whose children stand beside `compact`: without the last character, and before that without what completes the
/// code, the 7th character with its placeholders ("XA"). In a 7th digit of diabetes stands the eye (E11.3211).
std::string parentOf(std::string_view compact)
{
    if (compact.size() == 7 && (compact[6] >= 'A' || compact[0] != 'E')) {
        compact.remove_suffix(1);
        while (compact.ends_with('X')) compact.remove_suffix(1);
    }
    if (compact.size() <= 3) return {};
    const bool hasEye = compact.size() == 7;
    compact.remove_suffix(1);
    while (hasEye && compact.ends_with('X')) compact.remove_suffix(1);  // E11.37X1 stands under E11.37.
    return std::string(compact);
}

class Gathering {
public:
    Gathering(const Encounter& encounter, const RuleTables& tables, EditFacts& facts)
        : m_encounter(encounter), m_tables(tables), m_facts(facts)
    {}

    Status run()
    {
        std::set<Date> days{m_encounter.codingDate()};
        for (const auto& diagnosis : m_encounter.diagnoses) CW_CHECK(look(diagnosis));
        for (const auto& line : m_encounter.procedures) {
            CW_CHECK(look(line));
            days.insert(line.serviceFrom.value_or(m_encounter.service.from));
        }
        for (const auto day : days) CW_CHECK(m_tables.prepare(m_encounter.setting, day));
        return lookPairs();
    }

private:
    Result<std::shared_ptr<const CodeStanding>> standing(const edits::CodeKey& key)
    {
        const auto known = m_facts.standings.find(key);
        if (known != m_facts.standings.end()) return known->second;
        CW_TRY(auto found, m_tables.standing(std::get<0>(key), std::get<1>(key), std::get<2>(key)));
        m_facts.standings.emplace(key, found);
        return found;
    }

    Status look(const Diagnosis& diagnosis)
    {
        const auto key = edits::codeKey(m_encounter, diagnosis);
        if (!key) return {};
        CW_TRY(const auto found, standing(*key));
        const auto& code = std::get<1>(*key);
        if (!hasSisters(*found) || m_facts.siblings.contains(code)) return {};
        const auto parent = parentOf(code);
        if (parent.empty()) return {};
        CW_TRY(auto children, m_tables.children(CodeSystem::icd10cm, parent, std::get<2>(*key)));
        if (parent.size() > 4 && !namesSides(*children)) {  // The sides may part the level above: L97.51-, L97.52-.
            CW_TRY(auto wider,
                   m_tables.children(CodeSystem::icd10cm, parent.substr(0, parent.size() - 1), std::get<2>(*key)));
            if (namesSides(*wider)) children = std::move(wider);
        }
        m_facts.siblings.emplace(code, std::move(children));
        return {};
    }

    Status look(const ProcedureLine& line)
    {
        const auto key = edits::codeKey(m_encounter, line);
        if (key) CW_CHECK(standing(*key));
        const Date day = line.serviceFrom.value_or(m_encounter.service.from);
        for (const auto& text : line.modifiers) {
            if (text.size() != 2 || m_facts.modifiers.contains({text, day})) continue;
            CW_TRY(auto found, m_tables.modifier(text, day));
            m_facts.modifiers.emplace(std::pair(text, day), std::move(found));
        }
        return {};
    }

    Status lookPairs()
    {
        if (m_encounter.setting == Setting::inpatient) return {};
        const auto variant = m_encounter.setting == Setting::outpatient ? "outpatient" : "practitioner";
        std::map<Date, std::set<std::string>> codes;
        for (const auto& line : m_encounter.procedures)
            if (const auto key = edits::codeKey(m_encounter, line); key && std::get<0>(*key) != CodeSystem::icd10pcs)
                codes[std::get<2>(*key)].insert(std::get<1>(*key));
        for (const auto& [day, ofDay] : codes)
            for (auto one = ofDay.begin(); one != ofDay.end(); ++one)
                for (auto other = std::next(one); other != ofDay.end(); ++other) {
                    CW_TRY(auto hits, m_tables.pairs(*one, *other, day, variant));
                    for (auto& hit : hits) m_facts.pairs.emplace_back(day, std::move(hit));
                }
        return {};
    }

    const Encounter& m_encounter;
    const RuleTables& m_tables;
    EditFacts& m_facts;
};

}  // namespace

const CodeStanding* EditFacts::standing(CodeSystem system, std::string_view compact, Date on) const
{
    const auto found = standings.find({system, std::string(compact), on});
    return found == standings.end() ? nullptr : found->second.get();
}

Result<EditFacts> gatherFacts(const Encounter& encounter, const std::shared_ptr<const RuleTables>& tables,
                              EditContext context)
{
    EditFacts facts{.today = context.today,
                    .tables = tables,
                    .history = std::move(context.history),
                    .evidence = std::move(context.evidence),
                    .attestations = std::move(context.attestations)};
    CW_CHECK(Gathering(encounter, *tables, facts).run());
    return facts;
}

Result<EditFacts> gatherFacts(const Encounter& encounter, const CodeLibrary& library, Date today)
{
    const auto tables = std::make_shared<const RuleTables>(std::make_shared<const LibrarySource>(library),
                                                           std::make_shared<const edits::RuleData>());
    return gatherFacts(encounter, tables, EditContext{.today = today});
}

}  // namespace cw
