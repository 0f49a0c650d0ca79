#include "import/documents/fhir/fhir_item.h"
#include "import/documents/render.h"

#include "base/text.h"

namespace cw::fhir {

namespace {

constexpr int deepestHeading = 4;

class Writer {
public:
    Writer(const Desk& desk, const Resource& composition) : m_desk(desk), m_composition(composition) {}

    void writeHead(const std::string& title)
    {
        const auto& node = *m_composition.node;
        m_writer.heading(1, title);
        m_writer.labelled("Type", conceptText(at(node, "type")));
        m_writer.labelled("Status", lineAt(node, "status"));
        m_writer.labelled("Date", dayTextAt(node, "date"));
        m_writer.labelled("Author", displaysOf(each(node, "author"), m_composition, m_desk.index));
        m_writer.labelled("Custodian", displayOf(at(node, "custodian"), m_composition, m_desk.index));
        for (const auto& attester : each(node, "attester")) {
            auto words = displayOf(at(attester, "party"), m_composition, m_desk.index);
            for (const auto& part : {lineAt(attester, "mode"), dayTextAt(attester, "time")})
                if (!part.empty()) words += (words.empty() ? "" : ", ") + part;
            m_writer.labelled("Attested by", words);
        }
    }

    void writeSections(const Node& parent, int level)
    {
        for (const auto& section : each(parent, "section")) {
            auto title = lineAt(section, "title");
            if (title.empty()) title = conceptText(at(section, "code"));
            m_writer.heading(std::min(level, deepestHeading), title);
            writeNarrative(at(section, "text"), level + 1);
            m_writer.labelled("Empty", conceptText(at(section, "emptyReason")));
            writeSections(section, level + 1);
        }
    }

    /// Composition.text: only when no section has words.
    void writeOwnNarrative() { writeNarrative(at(*m_composition.node, "text"), 2); }

    RenditionWriter& writer() { return m_writer; }

private:
    void writeNarrative(const Node& narrative, int level)
    {
        const auto div = rawAt(narrative, "div");
        if (div.empty()) return;
        const auto rendered = renderHtml(div, "utf-8", m_composition.place());
        if (rendered)
            appendRendition(m_writer, rendered->rendition, std::min(level, deepestHeading));
        else
            m_writer.note("The narrative here has no words that can be read.");
    }

    const Desk& m_desk;
    const Resource& m_composition;
    RenditionWriter m_writer;
};

bool hasNarrative(const Node& parent)
{
    for (const auto& section : each(parent, "section"))
        if (!rawAt(at(section, "text"), "div").empty() || hasNarrative(section)) return true;
    return false;
}

std::string replacedBy(const Desk& desk, const Resource& composition)
{
    for (const auto& relation : each(*composition.node, "relatesTo")) {
        if (rawAt(relation, "code") != "replaces") continue;
        if (auto key = identifierKey(at(relation, "targetIdentifier")); !key.empty()) return key;
        const auto& target = at(relation, "targetReference");
        if (const auto* node = desk.index.find(target, composition, "Composition")) {
            const auto key = identifierKey(at(*node, "identifier"));
            return key.empty() ? "Composition/" + lineAt(*node, "id") : key;
        }
        return lineAt(target, "reference");
    }
    return {};
}

}  // namespace

void addCompositions(const Desk& desk, const Group& group, Incoming& item)
{
    for (const auto position : membersOf(desk, group, "Composition")) {
        const auto& composition = desk.at(position);
        const auto& node = *composition.node;
        auto title = lineAt(node, "title");
        if (title.empty()) title = conceptText(at(node, "type"));
        if (title.empty()) title = "Document";
        Writer writer(desk, composition);
        writer.writeHead(title);
        if (hasNarrative(node))
            writer.writeSections(node, 2);
        else
            writer.writeOwnNarrative();
        auto made = readableDocument(desk, std::move(writer.writer()), {}, {position});
        made.document.type = documentTypeOf(codeIn(at(node, "type"), "loinc"), title);
        made.document.title = title;
        made.document.date = dayAt(node, "date");
        made.document.author = displaysOf(each(node, "author"), composition, desk.index);
        made.document.status = lineAt(node, "status");
        made.document.sourceKey = identifierKey(at(node, "identifier"));
        if (made.document.sourceKey.empty()) made.document.sourceKey = keyOf(composition);
        made.document.sourceVersion = versionOf(composition);
        made.document.replacesKey = replacedBy(desk, composition);
        item.documents.push_back(std::move(made));
    }
}

}  // namespace cw::fhir
