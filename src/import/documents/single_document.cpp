#include "base/text.h"
#include "chart/glance.h"
#include "import/documents/readers.h"
#include "import/documents/render.h"

namespace cw {

NewDocument textDocument(DocumentFormat format, std::string bytes, Rendition rendition)
{
    NewDocument document;
    document.format = format;
    document.bytes = std::move(bytes);
    document.rendition = std::move(rendition);
    document.pages = 1;
    return document;
}

IncomingFile singleDocument(NewDocument document, std::string_view name, std::vector<std::string> notes)
{
    const auto dot = name.rfind('.');
    document.title = name.substr(0, dot == 0 ? name.size() : dot);
    document.type = documentTypeOf({}, document.title);
    document.sourceName = name;
    Incoming item;
    item.bytes = document.bytes;
    item.format = document.format;
    IncomingFile file;
    file.kind = displayName(document.format);
    item.documents.push_back({std::move(document), {}});
    file.items.push_back(std::move(item));
    file.notes = std::move(notes);
    return file;
}

Error passwordNeeded(std::string_view label, std::string_view reason)
{
    return {ErrorKind::denied, "IMPORT-201", std::string(label) + ": " + std::string(reason)};
}

Status checkDocType(std::string_view bytes, std::string_view label)
{
    std::string storage;
    const auto text = glance::beginning(bytes, storage);
    if (!text.starts_with('<')) return {};
    const bool hasSubset = glance::rootOf(text).hasInternalSubset;
    if (!hasSubset && text.find("<!ENTITY") == std::string_view::npos) return {};
    return Error{ErrorKind::invalidInput, "IMPORT-204",
                 std::string(label) + ": its document type declares entities or elements of its own; " +
                     "such XML is refused, nothing was expanded or fetched"};
}

}  // namespace cw
