#include "import/documents/fhir/fhir_groups.h"

#include <algorithm>
#include <unordered_set>

namespace cw::fhir {

namespace {

using Kind = JsonNode::Kind;

/// What may stand beside the members of a part. Conditions and DocumentReferences are looked into by claims and
/// "replaces"; reports and observations never.
bool isContextType(std::string_view type)
{
    static constexpr std::string_view types[] = {
        "Patient",     "Practitioner", "PractitionerRole", "Organization", "Location",          "Media",
        "Binary",      "Encounter",    "RelatedPerson",    "Medication",   "DocumentReference", "Coverage",
        "Composition", "Condition",    "Procedure"};
    return std::find(std::begin(types), std::end(types), type) != std::end(types);
}

/// Whose own references are followed too.
bool isFollowed(std::string_view type)
{
    return type == "PractitionerRole" || type == "Location" || type == "Coverage" || type == "Media" ||
           type == "Encounter";
}

class Collector {
public:
    Collector(const ResourceIndex& index, const std::vector<int>& members)
        : m_index(index), m_seen(members.begin(), members.end())
    {}

    void add(int position)
    {
        if (position < 0 || !m_seen.insert(position).second) return;
        const auto& resource = m_index.at(position);
        if (!isContextType(resource.type)) return;
        m_found.push_back(position);
        if (isFollowed(resource.type)) follow(*resource.node, resource);
    }

    void follow(const Node& node, const Resource& from)
    {
        for (const auto& child : node.children) {
            if (child.kind == Kind::string) {
                if (child.key == "reference") add(m_index.positionOf(m_index.find(node, from)));
                if (child.key == "url") addContent(child.text, from);
            } else if (!child.children.empty()) {
                follow(child, from);
            }
        }
    }

    std::vector<int> take()
    {
        std::sort(m_found.begin(), m_found.end());
        return std::move(m_found);
    }

private:
    /// Attachment.url of a Binary that the file has.
    void addContent(std::string_view url, const Resource& from)
    {
        const auto position = m_index.positionOf(m_index.findUrl(url, from));
        if (position >= 0 && m_index.at(position).type == "Binary") add(position);
    }

    const ResourceIndex& m_index;
    std::unordered_set<int> m_seen;
    std::vector<int> m_found;
};

bool isInForce(const Node& coverage, const std::optional<Date>& day)
{
    const auto status = rawAt(coverage, "status");
    if (status == "cancelled" || status == "draft" || status == "entered-in-error") return false;
    if (!day) return true;
    const auto& period = at(coverage, "period");
    return DateInterval{dayAt(period, "start"), dayAt(period, "end")}.contains(*day);
}

}  // namespace

std::vector<int> contextOf(const Group& group, const std::vector<int>& coverages, const ResourceIndex& index)
{
    Collector collector(index, group.members);
    for (const auto* node : {group.patient, group.encounter})
        if (node != nullptr) collector.add(index.positionOf(node));
    for (const auto position : coverages) collector.add(position);
    for (const auto position : group.members) collector.follow(*index.at(position).node, index.at(position));
    return collector.take();
}

std::vector<int> coveragesOf(const Group& group, const Grouping& grouping, const ResourceIndex& index)
{
    std::vector<int> found;
    if (group.encounter == nullptr) return found;
    for (const auto position : group.members) {
        const auto& claim = index.at(position);
        for (const auto& insurance : each(*claim.node, "insurance")) {
            const auto coverage = index.positionOf(index.find(at(insurance, "coverage"), claim, "Coverage"));
            if (coverage < 0 || index.at(coverage).type != "Coverage") continue;
            if (std::find(found.begin(), found.end(), coverage) == found.end()) found.push_back(coverage);
        }
    }
    const auto all = grouping.coverages.find(group.patient);
    if (!found.empty() || all == grouping.coverages.end()) return found;
    const auto day = dayAt(at(*group.encounter, "period"), "start");
    for (const auto position : all->second)
        if (isInForce(*index.at(position).node, day)) found.push_back(position);
    const auto order = [&](int position) {
        const auto& node = at(*index.at(position).node, "order");
        return node.kind == Kind::integer ? node.integer : INT64_MAX;
    };
    std::stable_sort(found.begin(), found.end(), [&](int a, int b) { return order(a) < order(b); });
    return found;
}

}  // namespace cw::fhir
