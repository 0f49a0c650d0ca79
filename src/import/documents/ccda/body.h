#pragma once

#include "import/documents/ccda/source_codes.h"

#include <string>
#include <vector>

namespace cw::ccda {

/// Writes sections as readable text and gathers the codes of their entries.
class BodyReader {
public:
    /// The writer must outlive the reader.
    explicit BodyReader(RenditionWriter& writer) : m_writer(writer), m_narrative(writer, m_index) {}
    BodyReader(const BodyReader&) = delete;
    BodyReader& operator=(const BodyReader&) = delete;

    /// All sections below a structuredBody or component.
    void readSections(pugi::xml_node parent, int level = 2);
    void readSection(pugi::xml_node section, int level);
    /// Entries that stand in no section, as in a fragment.
    void readEntries(const std::vector<pugi::xml_node>& entries);

    int sectionCount() const noexcept { return static_cast<int>(m_sections.size()); }
    /// "sections without text: 3, 7"; empty when all have some.
    std::string emptySections() const;
    /// Codes with their places in the finished text: those of `header` anywhere, the others in their section.
    std::vector<SourceCode> codes(const std::string& text, const std::vector<Statement>& header) const;

private:
    struct Section {
        std::vector<pugi::xml_node> entries;
        Topic topic = Topic::other;
        TextRange range;
    };
    void writeNarrative(pugi::xml_node section, int level, Section& out);

    RenditionWriter& m_writer;
    NarrativeIndex m_index;
    NarrativeWriter m_narrative;
    std::vector<std::string> m_empty;  ///< Numbers of sections, from 1.
    std::vector<Section> m_sections;
};

}  // namespace cw::ccda
