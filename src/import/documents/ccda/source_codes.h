#pragma once

#include "import/documents/ccda/narrative.h"
#include "import/documents/ccda/statements.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace cw::ccda {

/// Finds the place in the readable text for each code of a section's entries.
///
/// First where the source points (reference of the code's originalText, then of the statement's text), there as narrow as
/// the code's wording is found; else where the section says the wording; else nowhere.
class CodeCollector {
public:
    /// Both must outlive the collector.
    CodeCollector(const std::string& text, const NarrativeIndex& index);

    /// Codes of one section; `section` is where its words stand.
    void collect(pugi::xml_node entry, Topic topic, TextRange section);
    void collect(const Statement& statement, TextRange section);
    std::vector<SourceCode> take() && { return std::move(m_codes); }

private:
    /// What the source calls a code and where it points.
    struct Wording {
        std::vector<TextRange> places;   ///< What references resolve to, best first.
        std::vector<std::string> words;  ///< Best first, lower case.
        std::string display;
    };
    void add(const Statement& statement, const Coding& coding, TextRange section);
    void addOne(const Statement& statement, pugi::xml_node code, SourceCodeKind kind, const Wording& wording,
                TextRange section);
    Wording wordingOf(const Statement& statement, pugi::xml_node code, TextRange section) const;
    void refer(pugi::xml_node owner, TextRange section, Wording& wording) const;
    TextRange locate(const Wording& wording, TextRange section);
    TextRange search(const std::string& words, TextRange within);

    const std::string& m_text;
    std::string m_lower;  ///< The text, ASCII letters lower case: same offsets.
    const NarrativeIndex& m_index;
    std::unordered_set<std::string> m_seen;  ///< The same code said twice at the same place is one.
    std::int64_t m_searched = 0;
    std::vector<SourceCode> m_codes;
};

/// A table of what the entries of a section without narrative say: words, value, date, status, codes. Nothing when they
/// say nothing.
void writeEntryTable(const std::vector<pugi::xml_node>& entries, Topic topic, RenditionWriter& writer);

}  // namespace cw::ccda
