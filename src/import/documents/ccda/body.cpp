#include "import/documents/ccda/body.h"

#include "base/text.h"
#include "import/documents/ccda/values.h"

#include <algorithm>

namespace cw::ccda {

namespace {

constexpr const char* madeFromEntries = "Made from the entries: the document has no narrative for it.";

/// Pictures and files inside the entries (observationMedia, Note Activity).
struct AttachmentCounter final : pugi::xml_tree_walker {
    int count = 0;
    bool for_each(pugi::xml_node& node) override
    {
        if (attribute(node, "representation") == "B64" && node.first_child()) ++count;
        return true;
    }
};

}  // namespace

void BodyReader::readSections(pugi::xml_node parent, int level)
{
    for (const auto component : parent.children("component"))
        for (const auto section : component.children("section")) readSection(section, level);
}

void BodyReader::readSection(pugi::xml_node section, int level)
{
    Section out;
    out.topic = topicOf(section);
    for (const auto entry : section.children("entry")) out.entries.push_back(entry);
    const auto index = m_sections.size();
    m_sections.push_back({});
    writeNarrative(section, level, out);
    AttachmentCounter attachments;
    for (auto entry : out.entries) entry.traverse(attachments);
    if (attachments.count > 0)
        m_writer.note("The entries hold " + std::to_string(attachments.count) +
                      (attachments.count == 1 ? " file or picture that is" : " files or pictures that are") +
                      " not shown here, see the original file.");
    m_sections[index] = std::move(out);
    readSections(section, std::min(level + 1, 4));
}

void BodyReader::writeNarrative(pugi::xml_node section, int level, Section& out)
{
    const auto number = std::to_string(m_sections.size());
    if (!section.child("title"))
        m_writer.heading(level, shownCode(section.child("code")));
    else
        m_narrative.writeHeading(level, section.child("title"));
    if (section.attribute("nullFlavor")) m_writer.note("The source says of this section: " + nullWords(section) + ".");
    for (const auto text : section.children("text")) {
        const auto range = m_narrative.write(text);
        if (out.range.isEmpty()) out.range.begin = range.begin;
        if (!range.isEmpty()) out.range.end = range.end;
    }
    if (!out.range.isEmpty() || section.child("component")) return;
    if (!out.entries.empty()) {
        m_writer.note(madeFromEntries);
        const auto before = m_writer.lastRange();
        writeEntryTable(out.entries, out.topic, m_writer);
        const auto after = m_writer.lastRange();
        if (after.end > before.end) out.range = {before.end, after.end};
    }
    if (!out.range.isEmpty()) return;
    if (!section.attribute("nullFlavor")) m_writer.note("The section is empty.");
    m_empty.push_back(number);
}

std::string BodyReader::emptySections() const
{
    constexpr std::size_t shown = 20;
    if (m_empty.empty()) return {};
    const std::vector<std::string> first(
        m_empty.begin(), m_empty.begin() + static_cast<std::ptrdiff_t>(std::min(shown, m_empty.size())));
    auto words = "sections without text: " + text::join(first, ", ");
    if (m_empty.size() > shown) words += " and " + std::to_string(m_empty.size() - shown) + " more";
    return words;
}

void BodyReader::readEntries(const std::vector<pugi::xml_node>& entries)
{
    Section out;
    out.entries = entries;
    m_writer.note(madeFromEntries);
    const auto before = m_writer.lastRange();
    writeEntryTable(entries, Topic::other, m_writer);
    const auto after = m_writer.lastRange();
    if (after.end > before.end) out.range = {before.end, after.end};
    m_sections.push_back(std::move(out));
}

std::vector<SourceCode> BodyReader::codes(const std::string& text, const std::vector<Statement>& header) const
{
    CodeCollector collector(text, m_index);
    for (const auto& statement : header) collector.collect(statement, {0, static_cast<std::int64_t>(text.size())});
    for (const auto& section : m_sections)
        for (const auto entry : section.entries) collector.collect(entry, section.topic, section.range);
    return std::move(collector).take();
}

}  // namespace cw::ccda
