#pragma once

#include "app/workspace.h"
#include "edits/facts.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace cw::app {

/// Where words stand in a text: the sentence around them, and the heading above it in lower case without its colon.
struct WordsInContext {
    std::string sentence;
    std::string section;
};
/// [begin, end) in bytes. A sentence ends at a full stop, at a blank line, before an item of a list and at the bounds of its
/// block; it is cut at some hundred bytes to either side. Headings are those of the rendition, lines in capitals or with a
/// colon at their end, and a label that begins the paragraph ("Family history: ...").
WordsInContext wordsInContext(const Rendition& text, std::size_t begin, std::size_t end);

/// Reads what is known of proof beside its words; each document version once. One object for a transaction.
class ProofReader {
public:
    ProofReader(Workspace& workspace, ReadTx& tx) : m_workspace(workspace), m_tx(tx) {}
    struct Read {
        EvidenceFacts facts;
        bool isFinal = true;  ///< False: the text of the page was not read yet, ask again later.
    };
    /// Fails only as the store fails; what is missing or damaged does not match.
    Result<Read> read(const Evidence& evidence);

private:
    struct Source {
        std::optional<DocumentInfo> info;
        std::optional<Rendition> rendition;
        std::vector<PageText> pages;
    };
    Result<const Source*> source(DocumentVersionId version);

    Workspace& m_workspace;
    ReadTx& m_tx;
    std::map<DocumentVersionId, Source> m_sources;
};

}  // namespace cw::app
