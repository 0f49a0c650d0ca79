#include "claim/claim_fields.h"

#include "claim/fields/field_rows.h"

#include <algorithm>
#include <map>

namespace cw {

namespace {

bool isNumber(std::string_view part)
{
    return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// With "#" for each number.
std::string general(std::string_view pointer)
{
    std::string out;
    while (!pointer.empty()) {
        const auto end = std::min(pointer.find('/', 1), pointer.size());
        const auto part = pointer.substr(0, end);
        out += part.front() == '/' && isNumber(part.substr(1)) ? "/#" : part;
        pointer.remove_prefix(end);
    }
    return out;
}

/// Qualifiers that share a field: either kind of tax id, any place of a diagnosis.
std::string_view sameAs(std::string_view segment, std::string_view qualifier)
{
    if (segment == "REF" && qualifier == "SY") return "EI";
    if (segment == "HI" && (qualifier == "ABF" || qualifier == "ABJ" || qualifier == "APR" || qualifier == "ABN"))
        return "ABK";
    if (segment == "HI" && qualifier == "BO") return "BP";
    return qualifier;
}

/// 0: not here; 1: by the name of the segment; 2: by its qualifier too.
int fit(const ClaimField& field, std::string_view segment, std::string_view qualifier)
{
    const auto star = field.segment.find('*');
    if (field.segment.substr(0, star) != segment) return 0;
    if (star == std::string_view::npos) return 1;
    // The name of a loop is one, whatever its qualifier; a missing one has none.
    if (qualifier.empty() && (segment == "NM1" || segment == "PRV")) return 1;
    return field.segment.substr(star + 1) == qualifier ? 2 : 0;
}

bool isAny(int wanted, int at)
{
    return wanted == 0 || at == 0 || wanted == at;
}

/// Modifiers are components 3 to 6 of SV101.
int firstOfKind(std::string_view segment, int element, int component)
{
    return segment == "SV1" && element == 1 && component >= 3 && component <= 6 ? 3 : component;
}

template <class Here>
const ClaimField* bestFit(Here isHere, std::string_view segment, std::string_view qualifier, int element, int component)
{
    qualifier = sameAs(segment, qualifier);
    component = firstOfKind(segment, element, component);
    const ClaimField* best = nullptr;
    int bestFit = 0;
    for (const auto& field : claimFields()) {
        if (!isHere(field) || !isAny(element, field.element) || !isAny(component, field.component)) continue;
        if (const int found = fit(field, segment, qualifier); found > bestFit) {
            best = &field;
            bestFit = found;
        }
    }
    return best;
}

}  // namespace

namespace fields {

/// All rows, once.
static Rows makeRows()
{
    Rows rows;
    addPatient(rows);
    addCoverages(rows);
    addProviders(rows);
    addService(rows);
    addClaim(rows);
    addCodesAndLines(rows);
    return rows;
}

}  // namespace fields

const std::vector<ClaimField>& claimFields()
{
    static const auto rows = fields::makeRows();
    return rows;
}

const ClaimField* fieldAt(std::string_view loop, std::string_view segment, std::string_view qualifier, int element,
                          int component)
{
    return bestFit([loop](const ClaimField& field) { return field.loop == loop; }, segment, qualifier, element,
                   component);
}

const ClaimField* fields::fieldWithin(std::string_view root, std::string_view segment, std::string_view qualifier,
                                      int element, int component)
{
    return bestFit([root](const ClaimField& field) { return field.pointer.starts_with(root); }, segment, qualifier,
                   element, component);
}

const ClaimField* fieldOf(std::string_view pointer)
{
    static const auto byPointer = [] {
        std::map<std::string_view, const ClaimField*, std::less<>> all;
        for (const auto& field : claimFields()) all.try_emplace(field.pointer, &field);
        return all;
    }();
    const auto found = byPointer.find(general(pointer));
    return found == byPointer.end() ? nullptr : found->second;
}

}  // namespace cw
