#include "import/documents/ccda/body.h"
#include "import/documents/ccda/header.h"
#include "import/documents/ccda/unstructured.h"
#include "import/documents/ccda/values.h"
#include "import/documents/ccda/visit.h"
#include "import/documents/readers.h"

#include <algorithm>
#include <initializer_list>

namespace cw {

namespace {

using namespace ccda;

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool isStatement(std::string_view name)
{
    return isOneOf(name, {"entry", "entryRelationship", "act", "observation", "procedure", "encounter", "organizer",
                          "substanceAdministration", "supply"});
}

Incoming wholeFile(const SourceFile& file)
{
    Incoming incoming;
    incoming.bytes = file.bytes;
    incoming.format = DocumentFormat::ccda;
    return incoming;
}

IncomingDocument readable(const SourceFile& file, RenditionWriter writer, const BodyReader& body,
                          const std::vector<Statement>& header)
{
    IncomingDocument incoming;
    auto& document = incoming.document;
    document.format = DocumentFormat::ccda;
    document.sourceName = file.name;
    document.bytes = file.bytes;
    document.pages = 1;
    document.rendition = std::move(writer).finish();
    incoming.codes = body.codes(document.rendition.text, header);
    return incoming;
}

/// structuredBody or nonXMLBody, whichever component of the document holds.
pugi::xml_node bodyOf(pugi::xml_node root)
{
    for (const auto component : root.children("component"))
        for (const char* name : {"structuredBody", "nonXMLBody"})
            if (const auto body = component.child(name)) return body;
    return {};
}

bool isUnstructured(pugi::xml_node body)
{
    return std::string_view(body.name()) == "nonXMLBody";
}

Result<IncomingDocument> readBody(const SourceFile& file, pugi::xml_node root, const Header& header,
                                  const Incoming& incoming, std::vector<std::string>& notes)
{
    const std::string label(file.name);
    const auto statements = headerStatements(root);
    if (isUnstructured(bodyOf(root))) {
        IncomingDocument embedded;
        CW_TRY(embedded.document, readUnstructured(bodyOf(root), header.title, label));
        embedded.document.sourceName = file.name;
        RenditionWriter nothing;
        embedded.codes = BodyReader(nothing).codes({}, statements);
        return embedded;
    }
    RenditionWriter writer;
    writeHeader(header, writer);
    if (incoming.visit) writeVisit(*incoming.visit, writer);
    BodyReader body(writer);
    body.readSections(bodyOf(root));
    const auto& patient = incoming.patient;
    if (body.sectionCount() == 0 && patient.identifiers.empty() && patient.person.lastName.empty())
        return Error{ErrorKind::invalidInput, "IMPORT-235",
                     label + ": ClinicalDocument: neither a patient nor a body with sections or a nonXMLBody"};
    if (body.sectionCount() == 0) {
        writer.note("The document has no sections.");
        notes.push_back("the document has no sections: only its header was read");
    }
    if (auto empty = body.emptySections(); !empty.empty()) notes.push_back(std::move(empty));
    return readable(file, std::move(writer), body, statements);
}

Result<IncomingFile> readDocument(const SourceFile& file, pugi::xml_node root)
{
    IncomingFile out;
    auto incoming = wholeFile(file);
    const auto header = readHeader(root, out.notes);
    incoming.patient = header.patient;
    incoming.visit = readVisit(root);
    if (incoming.visit && !incoming.visit->number.value.empty()) incoming.kind = IncomingKind::admit;
    CW_TRY(auto document, readBody(file, root, header, incoming, out.notes));
    describe(header, document.document);
    out.kind = header.kind.empty() ? "C-CDA" : "C-CDA " + header.kind;
    if (isUnstructured(bodyOf(root)))
        out.kind += " with " + std::string(displayName(document.document.format)) + " inside";
    incoming.documents.push_back(std::move(document));
    out.items.push_back(std::move(incoming));
    return out;
}

/// Sections, components and entries that stand alone: examples, and what is cut out of a document.
void readFragmentRoot(pugi::xml_node root, BodyReader& body, std::vector<pugi::xml_node>& entries)
{
    const std::string_view name = root.name();
    if (name == "section") {
        body.readSection(root, 2);
    } else if (name == "structuredBody") {
        body.readSections(root);
    } else if (isStatement(name)) {
        entries.push_back(root);
    } else if (name == "component") {
        for (const auto child : root.children()) readFragmentRoot(child, body, entries);
    }
}

Result<IncomingFile> readFragment(const SourceFile& file, const std::vector<pugi::xml_node>& roots)
{
    IncomingFile out;
    out.kind = "C-CDA fragment";
    out.notes.push_back("a fragment of a C-CDA: it names no patient, author or date");
    auto incoming = wholeFile(file);
    const std::string label(file.name);
    IncomingDocument document;
    const auto first = roots.front();
    const auto embedded = std::string_view(first.name()) == "nonXMLBody" ? first : first.child("nonXMLBody");
    if (embedded) {
        CW_TRY(document.document, readUnstructured(embedded, "C-CDA fragment", label));
        document.document.sourceName = file.name;
    } else {
        RenditionWriter writer;
        writer.heading(1, "C-CDA fragment");
        writer.note("This file is a fragment of a C-CDA: it names no patient, author or date.");
        BodyReader body(writer);
        std::vector<pugi::xml_node> entries;
        for (const auto root : roots) readFragmentRoot(root, body, entries);
        if (!entries.empty()) body.readEntries(entries);
        if (body.sectionCount() == 0)
            return Error{ErrorKind::invalidInput, "IMPORT-241", label + ": the fragment has no section and no entry"};
        if (auto empty = body.emptySections(); !empty.empty()) out.notes.push_back(std::move(empty));
        document = readable(file, std::move(writer), body, {});
        document.document.title = wordsOf(
            first.name() == std::string_view("section") ? first.child("title") : first.child("section").child("title"));
    }
    if (document.document.title.empty()) document.document.title = "C-CDA fragment";
    incoming.documents.push_back(std::move(document));
    out.items.push_back(std::move(incoming));
    return out;
}

bool isFragment(std::string_view name)
{
    return isStatement(name) || isOneOf(name, {"section", "component", "structuredBody", "nonXMLBody"});
}

}  // namespace

Result<IncomingFile> readCcdaFile(const SourceFile& file)
{
    if (file.progress.isCancelled()) return Error{ErrorKind::cancelled, "IMPORT-242", "reading a C-CDA was cancelled"};
    CW_TRY(const auto xml, Xml::parse(file.bytes, file.name));
    const auto roots = xml.roots();
    const auto document = std::find_if(roots.begin(), roots.end(), [](pugi::xml_node root) {
        return std::string_view(root.name()) == "ClinicalDocument";
    });
    if (document != roots.end()) {
        CW_TRY(auto out, readDocument(file, *document));
        if (roots.size() > 1) out.notes.push_back("more than one root element: only the ClinicalDocument was read");
        return out;
    }
    if (roots.empty() || !isFragment(roots.front().name()))
        return Error{ErrorKind::invalidInput, "IMPORT-234",
                     std::string(file.name) + ": the root element must be ClinicalDocument or a part of one (section, "
                                              "component, entry …)"};
    return readFragment(file, roots);
}

}  // namespace cw
