#include "import/documents/fhir/fhir_item.h"
#include "import/documents/fhir/fhir_visit.h"

#include "base/text.h"

namespace cw {

namespace {

using namespace fhir;

/// Where the item stands: its encounter, else its first resource. A file of one resource is the record itself.
std::string recordOf(const Group& group, const ResourceIndex& index)
{
    const auto encounter = group.encounter == nullptr ? -1 : index.positionOf(group.encounter);
    const auto patient = group.patient == nullptr ? -1 : index.positionOf(group.patient);
    const int position = encounter >= 0 ? encounter : !group.members.empty() ? group.members.front() : patient;
    return position < 0 ? std::string() : index.at(position).record;
}

/// The part of the bundle that reads as this item again: its own resources, then what they refer to.
std::string partOf(const Group& group, const std::vector<int>& coverages, const ResourceIndex& index)
{
    std::vector<const Resource*> resources;
    for (const auto position : group.members) resources.push_back(&index.at(position));
    for (const auto position : contextOf(group, coverages, index)) resources.push_back(&index.at(position));
    return writeBundle(resources, static_cast<int>(group.members.size()));
}

IncomingPatient patientOfGroup(const Group& group, const ResourceIndex& index)
{
    if (group.patient != nullptr) {
        const auto position = index.positionOf(group.patient);
        return patientOf(*group.patient, position < 0 ? nullptr : &index.at(position));
    }
    return group.patientReference == nullptr ? IncomingPatient{} : patientOfReference(*group.patientReference);
}

Incoming itemOf(const Desk& desk, const Group& group)
{
    Incoming item;
    const auto coverages = coveragesOf(group, desk.grouping, desk.index);
    item.record = recordOf(group, desk.index);
    item.bytes = partOf(group, coverages, desk.index);
    item.format = DocumentFormat::fhir;
    item.patient = patientOfGroup(group, desk.index);
    if (group.encounter != nullptr || group.encounterReference != nullptr)
        item.visit = visitOf(group, coverages, desk.index);
    if (group.encounter != nullptr) {
        if (isRegistered(*group.encounter))
            item.kind = IncomingKind::admit;
        else
            ++desk.passedOver["encounters are planned, cancelled or entered in error: not registered"];
    }
    addDocumentReferences(desk, group, item);
    addCompositions(desk, group, item);
    addReports(desk, group, item);
    addObservations(desk, group, item);
    addPrescriptions(desk, group, item);
    addStatements(desk, group, item);
    addClaims(desk, group, item);
    return item;
}

/// Documents by link only, reports whose form is damaged: nothing is left to file. A patient alone is kept.
bool isEmpty(const Incoming& item, const Group& group)
{
    const bool isLonePatient = group.members.empty();
    return item.kind == IncomingKind::document && item.documents.empty() && item.codes.empty() && item.claims.empty() &&
           !isLonePatient;
}

void addNotes(const Desk& desk, IncomingFile& out)
{
    for (const auto& [text, count] : desk.passedOver) out.notes.push_back(std::to_string(count) + " " + text);
    if (!desk.grouping.others.empty()) out.notes.push_back("not read: " + countText(desk.grouping.others));
}

/// Why nothing of the file could be used.
Error nothingIn(std::string_view name, const IncomingFile& out)
{
    std::vector<std::string> reasons;
    for (const auto& refused : out.refused)
        reasons.push_back(refused.record.empty() ? refused.reason : refused.record + ": " + refused.reason);
    reasons.insert(reasons.end(), out.notes.begin(), out.notes.end());
    constexpr std::size_t shown = 3;
    if (reasons.size() > shown) reasons.resize(shown);
    if (reasons.empty()) reasons.emplace_back("no patient, encounter, document, result or claim in it");
    return {ErrorKind::invalidInput, "IMPORT-252",
            std::string(name) + ": nothing for a chart in it: " + text::join(reasons, "; ")};
}

}  // namespace

Result<IncomingFile> readFhirFile(const SourceFile& file)
{
    CW_TRY(auto resources, readResources(file));
    const ResourceIndex index(resources.resources);
    auto grouping = groupResources(resources, index);
    IncomingFile out;
    out.kind = resources.kind;
    out.refused = std::move(resources.refused);
    out.refused.insert(out.refused.end(), grouping.refused.begin(), grouping.refused.end());
    out.notes = std::move(resources.notes);
    std::map<std::string, int> passedOver;
    const Desk desk{file, resources, index, grouping, out.refused, passedOver};
    const auto total = static_cast<std::int64_t>(grouping.groups.size());
    for (const auto& group : grouping.groups) {
        if (file.progress.isCancelled())
            return Error{ErrorKind::cancelled, "IMPORT-253", std::string(file.name) + ": stopped"};
        auto item = itemOf(desk, group);
        if (!isEmpty(item, group)) out.items.push_back(std::move(item));
        file.progress.report(static_cast<std::int64_t>(out.items.size()), total, "reading FHIR resources");
    }
    addNotes(desk, out);
    if (out.items.empty()) return nothingIn(file.name, out);
    return out;
}

}  // namespace cw
