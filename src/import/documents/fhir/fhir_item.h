#pragma once

#include "import/documents/fhir/fhir_groups.h"
#include "import/documents/fhir/fhir_people.h"
#include "import/documents/incoming.h"

namespace cw::fhir {

/// What the makers of an item's documents read from and report to.
struct Desk {
    const SourceFile& source;
    const ResourceFile& file;
    const ResourceIndex& index;
    const Grouping& grouping;
    std::vector<RefusedRecord>& refused;
    std::map<std::string, int>& passedOver;  ///< What was not used, for the notes: "attachments by link only: …".

    const Resource& at(int position) const { return index.at(position); }
};

/// Members of one kind, in the order of the file.
std::vector<int> membersOf(const Desk& desk, const Group& group, std::string_view type);

/// A readable document of ours with the resources it was made from as its bytes.
IncomingDocument readableDocument(const Desk& desk, RenditionWriter&& writer, std::vector<SourceCode> codes,
                                  const std::vector<int>& resources);

/// Identity of a resource: type and id; empty without an id.
std::string keyOf(const Resource& resource);
/// meta.versionId, else meta.lastUpdated.
std::string versionOf(const Resource& resource);
/// Key of a document that lists many: that of the one, else of the set of their ids, so that a list of others never takes
/// its place.
std::string keyOfAll(const Desk& desk, const std::vector<int>& resources);
std::string versionOfAll(const Desk& desk, const std::vector<int>& resources);
std::optional<Date> firstDay(const std::vector<std::optional<Date>>& days);

/// Each adds its documents and codes to the item.
void addDocumentReferences(const Desk& desk, const Group& group, Incoming& item);
void addCompositions(const Desk& desk, const Group& group, Incoming& item);
void addReports(const Desk& desk, const Group& group, Incoming& item);       ///< DiagnosticReport and its results.
void addObservations(const Desk& desk, const Group& group, Incoming& item);  ///< By category, those outside reports.
void addPrescriptions(const Desk& desk, const Group& group, Incoming& item);
void addStatements(const Desk& desk, const Group& group, Incoming& item);  ///< Conditions and procedures.
void addClaims(const Desk& desk, const Group& group, Incoming& item);      ///< Codes only.

/// Rows "Test | Result | Unit | Reference range | Flag | Date" of Observations, and their codes on the first cell.
void writeResults(const Desk& desk, const std::vector<int>& observations, RenditionWriter& writer,
                  std::vector<SourceCode>& codes);

/// What the documents of attachments have in common.
struct AttachmentHead {
    DocumentType type = DocumentType::other;
    std::string title;
    std::optional<Date> date;
    std::string author;
    std::string status;
    std::string key;
    std::string version;
    std::string replacesKey;
    bool onlyNew = false;  ///< Leave out what the item has already, byte for byte.
};
/// Attachments with data, or with a link to a Binary of the file; others are passed over. From the second on, keys get
/// "#2" and so on.
void addAttachments(const Desk& desk, const Resource& from, const std::vector<const Node*>& attachments,
                    const AttachmentHead& head, Incoming& item);

/// "ICD-10-CM E11.9; SNOMED CT 44054006"
std::string codeList(const std::vector<SourceCode>& codes);
/// Puts the words of another rendition at the end: headings become `level` at the most.
void appendRendition(RenditionWriter& writer, const Rendition& rendition, int level);

}  // namespace cw::fhir
