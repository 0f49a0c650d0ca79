#include "import/documents/fhir/fhir_item.h"

#include <set>
#include <tuple>

namespace cw::fhir {

namespace {

/// Codes of claims repeat what claim, EOB and encounter say: each once.
class CodeList {
public:
    explicit CodeList(Incoming& item) : m_item(item) {}

    void add(std::vector<SourceCode> codes, const std::optional<Date>& day, const std::string& status)
    {
        for (auto& code : codes) {
            code.date = day;
            code.status = status;
            const std::tuple key(code.kind, code.system, code.code, day);
            if (m_known.insert(key).second) m_item.codes.push_back(std::move(code));
        }
    }

private:
    Incoming& m_item;
    std::set<std::tuple<SourceCodeKind, std::string, std::string, std::optional<Date>>> m_known;
};

/// What a product or service is, by the system of its code.
std::vector<SourceCode> serviceCodes(const Node& codeable)
{
    auto codes = codesOf(codeable, SourceCodeKind::procedure);
    for (auto& code : codes)
        if (code.system == "rxnorm" || code.system == "ndc" || code.system == "cvx")
            code.kind = SourceCodeKind::medication;
        else if (code.system == "loinc")
            code.kind = SourceCodeKind::result;
    return codes;
}

void addClaim(const Resource& claim, const Desk& desk, CodeList& codes)
{
    const auto& node = *claim.node;
    const auto& period = at(node, "billablePeriod");
    const auto start = dayAt(period, "start");
    const auto day = start ? start : dayAt(period, "end");
    const auto status = lineAt(node, "status");
    for (const auto& diagnosis : each(node, "diagnosis")) {
        codes.add(codesOf(at(diagnosis, "diagnosisCodeableConcept"), SourceCodeKind::diagnosis), day, status);
        if (const auto* condition = desk.index.find(at(diagnosis, "diagnosisReference"), claim, "Condition"))
            codes.add(codesOf(at(*condition, "code"), SourceCodeKind::diagnosis), day, status);
    }
    for (const auto& procedure : each(node, "procedure")) {
        const auto own = dayAt(procedure, "date");
        codes.add(codesOf(at(procedure, "procedureCodeableConcept"), SourceCodeKind::procedure), own ? own : day,
                  status);
        if (const auto* done = desk.index.find(at(procedure, "procedureReference"), claim, "Procedure"))
            codes.add(codesOf(at(*done, "code"), SourceCodeKind::procedure), own ? own : day, status);
    }
    for (const auto& line : each(node, "item")) {
        const auto own = choiceDay(line, "serviced");
        codes.add(serviceCodes(at(line, "productOrService")), own ? own : day, status);
        // STU3's name, let through for CMS Blue Button only.
        codes.add(serviceCodes(at(line, "service")), own ? own : day, status);
    }
}

std::string countOf(std::size_t count, const char* one, const char* many)
{
    return count == 0 ? std::string() : std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

void addClaims(const Desk& desk, const Group& group, Incoming& item)
{
    CodeList codes(item);
    if (group.encounter != nullptr) {
        const auto day = dayAt(at(*group.encounter, "period"), "start");
        const auto status = lineAt(*group.encounter, "status");
        for (const auto& type : each(*group.encounter, "type")) {
            auto all = codesOf(type, SourceCodeKind::other);
            for (auto& code : all)
                if (code.system == "cpt" || code.system == "hcpcs") code.kind = SourceCodeKind::procedure;
            codes.add(std::move(all), day, status);
        }
        for (const auto& reason : each(*group.encounter, "reasonCode"))
            codes.add(codesOf(reason, SourceCodeKind::diagnosis), day, status);
    }
    const auto claims = membersOf(desk, group, "Claim");
    const auto benefits = membersOf(desk, group, "ExplanationOfBenefit");
    for (const auto* list : {&claims, &benefits})
        for (const auto position : *list) addClaim(desk.at(position), desk, codes);
    item.claims = countOf(claims.size(), "claim", "claims");
    const auto explained = countOf(benefits.size(), "explanation of benefit", "explanations of benefit");
    if (!item.claims.empty() && !explained.empty()) item.claims += " and ";
    item.claims += explained;
}

}  // namespace cw::fhir
