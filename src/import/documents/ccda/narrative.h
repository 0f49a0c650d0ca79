#pragma once

#include "import/documents/ccda/narrative_words.h"
#include "import/documents/ccda/xml.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace cw::ccda {

/// Where in the readable text the elements stand that entries refer to by their ID.
class NarrativeIndex {
public:
    void add(std::string_view id, TextRange range);
    /// The range of the ID; of several with the same ID the first within `near`, else the first. Empty when not there.
    TextRange find(std::string_view id, TextRange near) const;

private:
    std::unordered_multimap<std::string_view, TextRange> m_ranges;
};

/// Bold, italic or underlined by its styleCode, which holds several words ("Bold Italics xlabel").
bool isEmphasised(pugi::xml_node element);

/// Writes section narrative (CDA R2 narrative block) as blocks: paragraphs, lists, tables, captions; content, sub, sup,
/// footnotes, links and line breaks inside them. Text that is marked as deleted or inserted says so. Unknown elements
/// give their words. Tables keep column spans; a cell that spans rows leaves its place in the rows below empty.
class NarrativeWriter {
public:
    NarrativeWriter(RenditionWriter& writer, NarrativeIndex& index) : m_writer(writer), m_index(index) {}

    /// `text` of a section. Returns the range of all that was written.
    TextRange write(pugi::xml_node text);
    /// A block of ours that IDs of the element stand for.
    void writeHeading(int level, pugi::xml_node title);

private:
    /// What the words gathered so far will become.
    struct Flow {
        int listLevel = 0;   ///< 0: a paragraph.
        std::string number;  ///< "1." before the first block of an item of an ordered list.
        bool isItemOpen = false;
    };
    struct Container {
        std::string_view id;
        bool isEmphasis = false;
        TextRange range;
    };

    void writeBlocks(pugi::xml_node container, Flow& flow);
    void writeElement(pugi::xml_node element, Flow& flow);
    void writeList(pugi::xml_node list, int level);
    void writeTable(pugi::xml_node table);
    void writeRows(pugi::xml_node group, bool isHeader, std::vector<int>& covered);
    void writeRow(pugi::xml_node row, bool isHeader, std::vector<int>& covered);
    void writeMedia(pugi::xml_node media);
    void flush(Flow& flow);

    void gather(pugi::xml_node node, NarrativeWords& out);
    void gatherChildren(pugi::xml_node node, NarrativeWords& out);
    void gatherMarked(pugi::xml_node node, NarrativeWords& out);

    void place(const NarrativeWords& words, TextRange block);
    void cover(TextRange block);
    void openContainer(pugi::xml_node element);
    void closeContainer();

    RenditionWriter& m_writer;
    NarrativeIndex& m_index;
    NarrativeWords m_words;
    std::vector<Container> m_containers;
    int m_footnotes = 0;
    int m_fillers = 0;
};

}  // namespace cw::ccda
