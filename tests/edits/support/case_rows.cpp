#include "case_builder.h"

#include <algorithm>

namespace cw::test {

namespace {

std::vector<std::string> splitBy(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(separator, at), text.size());
        parts.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

}  // namespace

bool CaseBuilder::takeRows(const CaseKey& key)
{
    if (key.name == "dx")
        addDiagnoses(key, DiagnosisRole::diagnosis);
    else if (key.name == "admitting")
        addDiagnoses(key, DiagnosisRole::admitting);
    else if (key.name == "reason")
        addDiagnoses(key, DiagnosisRole::reasonForVisit);
    else if (key.name == "line")
        addLine(key);
    else if (key.name == "pcs")
        addPcs(key);
    else
        return false;
    return true;
}

void CaseBuilder::addDiagnoses(const CaseKey& key, DiagnosisRole role)
{
    if (role == DiagnosisRole::admitting) m_hasAdmitting = true;
    if (key.value == "none") return;
    auto& rows = encounter().diagnoses;
    for (const auto& part : partsOf(key.value)) {
        const auto words = wordsOf(part);
        const auto same = std::count_if(rows.begin(), rows.end(), [role](const auto& row) { return row.role == role; });
        const int base = role == DiagnosisRole::diagnosis ? 1 : role == DiagnosisRole::admitting ? 301 : 351;
        Diagnosis row{.id = {base + same}, .role = role, .code = {compactCode(words.front())}};
        for (std::size_t i = 1; i < words.size(); ++i) {
            const auto set = setterOf(words[i]);
            if (set.name != "poa") refuse(key, "only poa= may follow a code");
            row.presentOnAdmission = set.value == "-" ? "" : set.value;
        }
        rows.push_back(std::move(row));
    }
}

void CaseBuilder::setOnLine(const CaseKey& key, ProcedureLine& line, const Setter& set)
{
    const auto& value = set.value;
    if (set.name == "ptr") {
        line.pointers.clear();
        const auto claim = encounter().claimDiagnoses();
        for (const auto& one : splitBy(value == "-" ? "" : value, ',')) {
            if (one.empty()) continue;
            const int position = numberOf(key, one);
            if (position < 1 || position > static_cast<int>(claim.size()))
                line.brokenPointers.push_back(position);
            else
                line.pointers.push_back(claim[static_cast<std::size_t>(position - 1)]->id);
        }
    } else if (set.name == "pos")
        line.placeOfService = value;
    else if (set.name == "date")
        line.serviceFrom = line.serviceTo = value == "-" ? std::nullopt : std::optional(dateOf(key, value));
    else if (set.name == "to")
        line.serviceTo = dateOf(key, value);
    else if (set.name == "rev")
        line.revenueCode = value == "-" ? "" : value;
    else if (set.name == "unit")
        line.unitBasis = value;
    else if (set.name == "note")
        line.note = value;
    else if (set.name == "ndc") {
        const auto parts = splitBy(value, '/');
        if (parts.size() != 3) refuse(key, "ndc=code/quantity/unit");
        line.ndc = DrugCode{.code = parts[0], .quantity = quantityOf(key, parts[1]), .unit = parts[2]};
    } else
        refuse(key, "\"" + set.name + "\" is not known on a line");
}

void CaseBuilder::addLine(const CaseKey& key)
{
    auto& all = encounter();
    if (key.value == "none") {
        m_namesNoLines = true;
        return;
    }
    m_hasLines = true;
    ProcedureLine line{.charge = Money::cents(10000)};
    const auto same = std::count_if(all.procedures.begin(), all.procedures.end(),
                                    [](const auto& row) { return row.system != CodeSystem::icd10pcs; });
    line.id = {101 + same};
    if (all.setting != Setting::inpatient) line.serviceFrom = line.serviceTo = all.service.from;
    if (all.setting == Setting::outpatient) line.revenueCode = "0510";
    if (!isFacility() && !all.claimDiagnoses().empty()) line.pointers = {all.claimDiagnoses().front()->id};
    int copies = 1;
    for (const auto& word : wordsOf(key.value)) {
        if (const auto set = setterOf(word); set.name == "repeat") {
            copies = numberOf(key, set.value);
        } else if (!set.name.empty()) {
            setOnLine(key, line, set);
        } else if (word.front() == '$') {
            line.charge = word == "$-" ? std::nullopt : std::optional(moneyOf(key, std::string_view(word).substr(1)));
        } else if (word.size() > 1 && word.front() == 'x') {
            line.units = quantityOf(key, std::string_view(word).substr(1));
        } else {
            auto parts = splitBy(word, '-');
            line.code.text = compactCode(parts.front());
            const auto code = ProcedureCode::parseLevel1or2(line.code.text);
            line.system = code ? code->system() : CodeSystem::cpt;
            line.modifiers.assign(parts.begin() + 1, parts.end());
        }
    }
    for (int i = 1; i < copies; ++i) {
        all.procedures.push_back(line);
        ++line.id.value;
    }
    all.procedures.push_back(std::move(line));
}

void CaseBuilder::addPcs(const CaseKey& key)
{
    auto& all = encounter();
    for (const auto& part : partsOf(key.value)) {
        const auto same = std::count_if(all.procedures.begin(), all.procedures.end(),
                                        [](const auto& row) { return row.system == CodeSystem::icd10pcs; });
        ProcedureLine line{.id = {501 + same}, .system = CodeSystem::icd10pcs};
        line.serviceFrom = line.serviceTo = all.service.from;
        for (const auto& word : wordsOf(part)) {
            const auto set = setterOf(word);
            if (set.name.empty())
                line.code.text = compactCode(word);
            else
                setOnLine(key, line, set);
        }
        all.procedures.push_back(std::move(line));
    }
}

}  // namespace cw::test
