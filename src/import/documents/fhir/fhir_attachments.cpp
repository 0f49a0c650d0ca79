#include "import/documents/fhir/fhir_item.h"
#include "import/documents/render.h"

#include <algorithm>

namespace cw::fhir {

namespace {

struct Content {
    std::string bytes;
    std::string mediaType;
};

/// Attachment.data, or what Attachment.url means when the file has it (FHIR R4, 2.24.0.5). Nothing is fetched.
std::optional<Content> contentOf(const Desk& desk, const Resource& from, const Node& attachment)
{
    Content content{{}, lineAt(attachment, "contentType")};
    auto data = rawAt(attachment, "data");
    if (data.empty()) {
        const auto url = lineAt(attachment, "url");
        const auto* binary = desk.index.findUrl(url, from);
        if (binary == nullptr || rawAt(*binary, "resourceType") != "Binary") {
            ++desk.passedOver[url.empty() ? "attachments without content"
                                          : "attachments by link only: nothing is fetched"];
            return std::nullopt;
        }
        data = rawAt(*binary, "data");
        if (content.mediaType.empty()) content.mediaType = lineAt(*binary, "contentType");
    }
    auto bytes = decodeBase64(data, from.place());
    if (!bytes) {
        desk.refused.push_back({from.place(), bytes.error().detail});
        return std::nullopt;
    }
    content.bytes = std::move(*bytes);
    return content;
}

bool isOfAnother(const IncomingPatient& one, const IncomingPatient& other)
{
    return one.person.birthDate && other.person.birthDate && one.person.birthDate != other.person.birthDate;
}

/// The documents of a C-CDA inside a resource, which must be about the same patient.
void addCcda(const Desk& desk, const Resource& from, const std::string& bytes, Incoming& item,
             std::vector<IncomingDocument>& made)
{
    const SourceFile& source = desk.source;
    const auto record = from.place();
    const auto checked = checkDocType(bytes, record);
    auto read = checked ? readCcdaFile({bytes, record, source.options, source.ids, source.progress})
                        : Result<IncomingFile>(checked.error());
    if (!read) {
        desk.refused.push_back({record, read.error().detail});
        return;
    }
    for (auto& inner : read->items) {
        if (isOfAnother(item.patient, inner.patient)) {
            desk.refused.push_back({from.place(), "the C-CDA document inside is about another patient (birth date)"});
            continue;
        }
        for (auto& document : inner.documents) made.push_back(std::move(document));
        item.codes.insert(item.codes.end(), inner.codes.begin(), inner.codes.end());
    }
}

bool holds(const Incoming& item, const std::string& bytes)
{
    return std::any_of(item.documents.begin(), item.documents.end(),
                       [&](const IncomingDocument& known) { return known.document.bytes == bytes; });
}

std::vector<IncomingDocument> documentsOf(const Desk& desk, const Resource& from, Content content,
                                          const AttachmentHead& head, Incoming& item)
{
    std::vector<IncomingDocument> made;
    const auto format = recogniseDocument(content.bytes, from.place());
    if (format && *format == DocumentFormat::ccda) {
        addCcda(desk, from, content.bytes, item, made);
        return made;
    }
    auto document = readEmbedded(std::move(content.bytes), content.mediaType, head.title, from.place());
    if (!document)
        desk.refused.push_back({from.place(), document.error().detail});
    else
        made.push_back({std::move(*document), {}});
    return made;
}

void fill(NewDocument& document, const Desk& desk, const AttachmentHead& head, const Node& attachment, int number)
{
    auto title = lineAt(attachment, "title");
    document.title = title.empty() ? head.title : std::move(title);
    document.type = head.type;
    document.date = head.date ? head.date : dayAt(attachment, "creation");
    if (!head.author.empty()) document.author = head.author;
    document.status = head.status;
    document.sourceName = desk.source.name;
    const auto suffix = number < 2 ? std::string() : "#" + std::to_string(number);
    document.sourceKey = head.key.empty() ? std::string() : head.key + suffix;
    document.sourceVersion = head.version;
    document.replacesKey = head.replacesKey.empty() ? std::string() : head.replacesKey + suffix;
}

/// docStatus is the document's own, status that of the reference: what is void or out of date goes first.
std::string statusOf(const Node& reference)
{
    const auto status = lineAt(reference, "status");
    const auto documentStatus = lineAt(reference, "docStatus");
    if (status == "entered-in-error" || status == "superseded" || documentStatus.empty()) return status;
    return documentStatus;
}

std::string keyOfReference(const Node& reference)
{
    if (auto key = identifierKey(at(reference, "masterIdentifier")); !key.empty()) return key;
    const auto id = lineAt(reference, "id");
    return id.empty() ? std::string() : "DocumentReference/" + id;
}

std::string replacedBy(const Desk& desk, const Resource& from)
{
    for (const auto& relation : each(*from.node, "relatesTo")) {
        if (rawAt(relation, "code") != "replaces") continue;
        const auto& target = at(relation, "target");
        if (const auto* node = desk.index.find(target, from, "DocumentReference")) return keyOfReference(*node);
        if (auto key = identifierKey(at(target, "identifier")); !key.empty()) return key;
        const auto id = referenceIdentifier(target).value;
        return id.empty() ? std::string() : "DocumentReference/" + id;
    }
    return {};
}

AttachmentHead headOf(const Desk& desk, const Resource& from)
{
    const auto& node = *from.node;
    AttachmentHead head;
    head.title = lineAt(node, "description");
    const auto typeText = conceptText(at(node, "type"));
    if (head.title.empty()) head.title = typeText;
    if (head.title.empty()) head.title = conceptTexts(each(node, "category"));
    if (head.title.empty()) head.title = "Document";
    head.type = documentTypeOf(codeIn(at(node, "type"), "loinc"), typeText.empty() ? head.title : typeText);
    // The day of the service, else the day the reference was made (DocumentReference.context.period, .date).
    head.date = dayAt(at(at(node, "context"), "period"), "start");
    if (!head.date) head.date = dayAt(node, "date");
    head.author = displaysOf(each(node, "author"), from, desk.index);
    head.status = statusOf(node);
    head.key = keyOfReference(node);
    head.version = versionOf(from);
    if (head.version.empty()) head.version = lineAt(node, "date");
    head.replacesKey = replacedBy(desk, from);
    return head;
}

}  // namespace

void addAttachments(const Desk& desk, const Resource& from, const std::vector<const Node*>& attachments,
                    const AttachmentHead& head, Incoming& item)
{
    int number = 0;
    for (const auto* attachment : attachments) {
        auto content = contentOf(desk, from, *attachment);
        if (!content) continue;
        if (head.onlyNew && holds(item, content->bytes)) {
            ++desk.passedOver["attachments stand in another document of the visit, byte for byte"];
            continue;
        }
        for (auto& made : documentsOf(desk, from, std::move(*content), head, item)) {
            fill(made.document, desk, head, *attachment, ++number);
            item.documents.push_back(std::move(made));
        }
    }
}

void addDocumentReferences(const Desk& desk, const Group& group, Incoming& item)
{
    for (const auto position : membersOf(desk, group, "DocumentReference")) {
        const auto& reference = desk.at(position);
        std::vector<const Node*> attachments;
        for (const auto& content : each(*reference.node, "content")) attachments.push_back(&at(content, "attachment"));
        addAttachments(desk, reference, attachments, headOf(desk, reference), item);
    }
}

}  // namespace cw::fhir
