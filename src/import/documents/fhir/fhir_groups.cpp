#include "import/documents/fhir/fhir_groups.h"

#include <algorithm>
#include <unordered_set>

namespace cw::fhir {

namespace {

bool isGrouped(const std::string& type)
{
    static constexpr std::string_view types[] = {"Encounter", "DocumentReference",   "DiagnosticReport",  "Composition",
                                                 "Condition", "Procedure",           "MedicationRequest", "Observation",
                                                 "Claim",     "ExplanationOfBenefit"};
    return std::find(std::begin(types), std::end(types), type) != std::end(types);
}

/// Read along with others, but nothing by themselves.
bool isAuxiliary(const std::string& type)
{
    static constexpr std::string_view types[] = {"Practitioner", "PractitionerRole", "Organization",  "Location",
                                                 "Media",        "Binary",           "RelatedPerson", "Medication",
                                                 "Patient",      "Coverage"};
    return std::find(std::begin(types), std::end(types), type) != std::end(types);
}

const Node& subjectOf(const Resource& resource)
{
    const auto& subject = at(*resource.node, "subject");
    return subject.isNull() ? at(*resource.node, "patient") : subject;
}

/// DocumentReference.context.encounter, item.encounter of claims, else `encounter`.
const Node& encounterReferenceOf(const Resource& resource)
{
    const auto& context = each(at(*resource.node, "context"), "encounter");
    if (!context.empty()) return context.front();
    for (const auto& item : each(*resource.node, "item"))
        if (const auto& encounters = each(item, "encounter"); !encounters.empty()) return encounters.front();
    return at(*resource.node, "encounter");
}

bool isType(const Node* node, std::string_view type)
{
    return node != nullptr && rawAt(*node, "resourceType") == type;
}

/// What a reference says, as a key; empty when it says nothing that tells one from another.
std::string referenceKey(const Node& reference)
{
    if (auto url = lineAt(reference, "reference"); !url.empty()) return url;
    return identifierKey(at(reference, "identifier"));
}

class Sorter {
public:
    Sorter(const ResourceFile& file, const ResourceIndex& index) : m_file(file), m_index(index) {}

    Grouping run()
    {
        for (std::size_t position = 0; position < m_file.resources.size(); ++position)
            if (m_file.resources[position].type == "DiagnosticReport" && !m_file.resources[position].isContext)
                claimResults(static_cast<int>(position));
        for (std::size_t position = 0; position < m_file.resources.size(); ++position)
            place(static_cast<int>(position));
        addCoverages();
        addLonePatients();
        return std::move(m_out);
    }

private:
    struct Owner {
        const Node* patient = nullptr;
        const Node* patientReference = nullptr;
        const Node* encounter = nullptr;
        const Node* encounterReference = nullptr;
        bool isOther = false;  ///< Of a group, device or place.
        bool isMixed = false;  ///< Subject and encounter name two patients.
        std::string key;
    };

    static std::string pointerKey(const Node* node) { return std::to_string(reinterpret_cast<std::uintptr_t>(node)); }

    void setPatient(Owner& owner, const Node& reference, const Resource& resource) const
    {
        const auto* node = m_index.find(reference, resource, "Patient");
        const auto named = lineAt(reference, "reference");
        if (isType(node, "Patient"))
            owner.patient = node;
        else if (node != nullptr || named.starts_with("Group/") || named.starts_with("Device/") ||
                 named.starts_with("Location/"))
            owner.isOther = true;
        else if (!referenceKey(reference).empty())
            owner.patientReference = &reference;
    }

    Owner ownerOf(int position) const
    {
        const auto& resource = m_index.at(position);
        Owner owner;
        setPatient(owner, subjectOf(resource), resource);
        if (resource.type == "Encounter") {
            owner.encounter = resource.node;
        } else {
            const auto& reference = encounterReferenceOf(resource);
            if (const auto* node = m_index.find(reference, resource, "Encounter"); isType(node, "Encounter"))
                owner.encounter = node;
            else if (!referenceKey(reference).empty())
                owner.encounterReference = &reference;
        }
        if (resource.type != "Encounter" && owner.encounter != nullptr) takePatientOfEncounter(owner, resource);
        owner.key = patientKey(owner);
        if (owner.encounter != nullptr)
            owner.key += " e" + pointerKey(owner.encounter);
        else if (owner.encounterReference != nullptr)
            owner.key += " r" + referenceKey(*owner.encounterReference);
        else if (owner.patient == nullptr && owner.patientReference == nullptr)
            owner.key = "alone " + std::to_string(position);
        return owner;
    }

    static std::string patientKey(const Owner& owner)
    {
        if (owner.patient != nullptr) return "p" + pointerKey(owner.patient);
        return owner.patientReference == nullptr ? std::string() : "r" + referenceKey(*owner.patientReference);
    }

    void takePatientOfEncounter(Owner& owner, const Resource& resource) const
    {
        const auto position = m_index.positionOf(owner.encounter);
        const auto& encounter = position < 0 ? resource : m_index.at(position);
        Owner other;
        setPatient(other, subjectOf(encounter), encounter);
        if (other.isOther) {
            owner.isOther = true;
            return;
        }
        if (owner.patient == nullptr && owner.patientReference == nullptr) {
            owner.patient = other.patient;
            owner.patientReference = other.patientReference;
            return;
        }
        const bool isKnown = other.patient != nullptr || other.patientReference != nullptr;
        owner.isMixed = isKnown && !isSamePatient(owner, other);
    }

    static bool isSamePatient(const Owner& one, const Owner& other)
    {
        if (one.patientReference == nullptr || other.patientReference == nullptr) return one.patient == other.patient;
        const auto a = referenceKey(*one.patientReference);
        const auto b = referenceKey(*other.patientReference);
        return a == b || a.ends_with("/" + b) || b.ends_with("/" + a);
    }

    /// Observations of a report, those of panels after their panel.
    void claimResults(int report)
    {
        auto& results = m_out.results[report];
        const auto patient = patientKey(ownerOf(report));
        const auto claim = [&](const std::vector<Node>& references, const Resource& from) {
            for (const auto& reference : references) {
                const auto position = m_index.positionOf(m_index.find(reference, from, "Observation"));
                if (position < 0 || m_index.at(position).type != "Observation" || m_index.at(position).isContext)
                    continue;
                if (patientKey(ownerOf(position)) != patient || !m_out.reportOf.emplace(position, report).second)
                    continue;
                results.push_back(position);
            }
        };
        const auto& resource = m_index.at(report);
        claim(each(*resource.node, "result"), resource);
        for (std::size_t next = 0; next < results.size(); ++next) {
            const auto& panel = m_index.at(results[next]);
            claim(each(*panel.node, "hasMember"), panel);
        }
    }

    void place(int position)
    {
        const auto& resource = m_index.at(position);
        if (resource.isContext) return;
        if (!isGrouped(resource.type)) {
            if (!isAuxiliary(resource.type)) ++m_out.others[resource.type];
            return;
        }
        const auto report = m_out.reportOf.find(position);
        const auto owner = ownerOf(report == m_out.reportOf.end() ? position : report->second);
        if (owner.isOther) {
            ++m_out.others[resource.type + " whose subject is no patient"];
            return;
        }
        if (owner.isMixed) {
            m_out.refused.push_back({resource.place(), "subject and encounter are of two patients"});
            return;
        }
        const auto [found, isNew] = m_byKey.emplace(owner.key, m_out.groups.size());
        if (isNew)
            m_out.groups.push_back(
                {owner.patient, owner.patientReference, owner.encounter, owner.encounterReference, {}});
        m_out.groups[found->second].members.push_back(position);
        if (owner.patient != nullptr) m_used.insert(owner.patient);
    }

    void addCoverages()
    {
        for (std::size_t position = 0; position < m_file.resources.size(); ++position) {
            const auto& resource = m_file.resources[position];
            if (resource.type != "Coverage") continue;
            const auto* patient = m_index.find(at(*resource.node, "beneficiary"), resource, "Patient");
            if (isType(patient, "Patient")) m_out.coverages[patient].push_back(static_cast<int>(position));
        }
    }

    void addLonePatients()
    {
        if (m_file.isPart && m_file.ownCount > 0) return;
        for (const auto& resource : m_file.resources)
            if (resource.type == "Patient" && !m_used.contains(resource.node))
                m_out.groups.push_back({resource.node, nullptr, nullptr, nullptr, {}});
    }

    const ResourceFile& m_file;
    const ResourceIndex& m_index;
    Grouping m_out;
    std::unordered_map<std::string, std::size_t> m_byKey;
    std::unordered_set<const Node*> m_used;
};

}  // namespace

Grouping groupResources(const ResourceFile& file, const ResourceIndex& index)
{
    return Sorter(file, index).run();
}

}  // namespace cw::fhir
