#pragma once

#include "import/documents/fhir/fhir_node.h"
#include "import/documents/readers.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace cw::fhir {

/// A resource of the file, its shape checked.
struct Resource {
    const Node* node = nullptr;
    std::string type;
    std::string id;
    std::string fullUrl;     ///< Of its bundle entry.
    std::string record;      ///< "entry 12", "line 3"; empty for a file of one resource.
    bool isContext = false;  ///< Given along to make others readable: begets no item.

    std::string typedId() const { return id.empty() ? std::string() : type + "/" + id; }
    /// As records and messages name it: "entry 12, Observation".
    std::string place() const { return record.empty() ? type : record + ", " + type; }
};

/// What a file of ours calls a part of a bundle: Bundle.identifier; the value counts the entries that are its own.
constexpr std::string_view partSystem = "urn:chartwright:bundle-part";

/// The resources of a file. `roots` owns what they point to.
struct ResourceFile {
    std::vector<Node> roots;
    std::vector<Resource> resources;
    bool isPart = false;
    int ownCount = 0;  ///< Of a part: entries that are its own.
    std::string kind;  ///< For people: "FHIR R4 Bundle (transaction)".
    std::vector<RefusedRecord> refused;
    std::vector<std::string> notes;
};

/// Bundle, NDJSON or single resource; those of a wrong shape or version are refused one by one. Fails with
/// invalidInput: what parseJson says, no resource (IMPORT-250), another version (IMPORT-251).
Result<ResourceFile> readResources(const SourceFile& file);

/// Finds what references lead to (FHIR R4, 2.3.0.1 and Bundle 2.36.4): full and relative URLs, contained resources,
/// "Practitioner?identifier=…". Nothing is looked for outside the file.
class ResourceIndex {
public:
    explicit ResourceIndex(const std::vector<Resource>& resources);

    /// The resource meant by a Reference that stands in `from`; nullptr when it is not in the file. `type` helps a
    /// reference by identifier alone that does not tell its own.
    const Node* find(const Node& reference, const Resource& from, std::string_view type = {}) const;
    const Node* findUrl(std::string_view url, const Resource& from) const;
    /// Position among the resources; -1 for a contained one.
    int positionOf(const Node* node) const;
    const Resource& at(int position) const { return m_resources[static_cast<std::size_t>(position)]; }

private:
    int lookUp(const std::string& key) const;

    const std::vector<Resource>& m_resources;
    std::unordered_map<std::string, int> m_byKey;  ///< -1: more than one.
    std::unordered_map<std::string, int> m_byIdentifier;
    std::unordered_map<const Node*, int> m_positions;
};

/// "http://host/base" of a full URL that ends in type and id; empty for others.
std::string baseOf(const Resource& resource);

/// A collection Bundle of these resources; with `ownCount` a part that reads as a file again.
std::string writeBundle(const std::vector<const Resource*>& resources, int ownCount = -1);

/// "3 Goal, 1 CarePlan" in the order of names.
std::string countText(const std::map<std::string, int>& counts);

}  // namespace cw::fhir
