#include "edits/code_keys.h"
#include "edits/rules.h"

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
    if (line.system == CodeSystem::icd10pcs) return std::nullopt;
    const auto code = line.system ? ProcedureCode::parse(*line.system, line.code.text)
                                  : ProcedureCode::parseLevel1or2(line.code.text);
    if (!code) return std::nullopt;
    return CodeKey{code->system(), code->text(), line.serviceFrom.value_or(encounter.service.from)};
}

}  // namespace edits

const CodeStanding* EditFacts::standing(CodeSystem system, std::string_view compact, Date on) const
{
    const auto found = standings.find({system, std::string(compact), on});
    return found == standings.end() ? nullptr : &found->second;
}

Result<EditFacts> gatherFacts(const Encounter& encounter, const CodeLibrary& library, Date today)
{
    EditFacts facts{.today = today};
    const auto look = [&facts, &library](const std::optional<edits::CodeKey>& key) -> Status {
        if (!key || facts.standings.contains(*key)) return {};
        const auto& [system, code, date] = *key;
        CW_TRY(auto standing, library.standing(system, code, date));
        facts.standings.emplace(*key, std::move(standing));
        return {};
    };
    for (const auto& diagnosis : encounter.diagnoses) CW_CHECK(look(edits::codeKey(encounter, diagnosis)));
    for (const auto& line : encounter.procedures) CW_CHECK(look(edits::codeKey(encounter, line)));
    return facts;
}

}  // namespace cw
