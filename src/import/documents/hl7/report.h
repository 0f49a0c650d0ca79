#pragma once

#include "chart/rendition.h"
#include "import/documents/hl7/observation.h"
#include "import/documents/incoming.h"

#include <string>
#include <vector>

namespace cw::hl7 {

/// How a document of a message is called and known again; the same for its readable text and what is embedded in it.
struct ReportHead {
    DocumentType type = DocumentType::other;
    std::string title;
    std::optional<Date> date;
    std::string author;
    std::string status;
    std::string sourceKey;  ///< Empty when the message tells no number.
    std::string sourceVersion;
    std::string replacesKey;
};

/// Makes observations readable: a table for results, running text for TX and FT of a report, a document of its own for
/// each ED. What an RP points to is named and never fetched.
class Report {
public:
    /// `record` names the message, for errors and notes.
    Report(std::string record, std::vector<std::string>& notes) : m_record(std::move(record)), m_notes(&notes) {}

    RenditionWriter& out() { return m_out; }
    void heading(int level, const std::string& text);
    void labelled(std::string_view label, const std::string& value);
    /// Keeps the code with its place; one that is there already stays at its first.
    void addCode(SourceCode code, TextRange span);
    /// A comment of the source (NTE), lines kept.
    void comment(const std::string& text);
    /// OBX with the NTE behind each; NTE before the first are comments of the whole.
    void observations(const Segments& segments);
    bool hasObservations() const noexcept { return m_hasTable || m_hasText; }
    bool hasContent() const noexcept { return hasObservations() || m_isBroken || !m_embedded.empty(); }

    /// The documents: the readable one with `bytes`, then what was embedded. When nothing but an embedded document was
    /// sent, it stands for the whole.
    std::vector<IncomingDocument> finish(const ReportHead& head, const std::string& bytes, std::string_view name) &&;

private:
    struct Embedded {
        NewDocument document;
        std::string key;  ///< What tells it from others of the same report.
    };

    /// `section` is the heading that the text stands under.
    void addText(const Observation& observation, std::string& section);
    void addRow(const Observation& observation);
    void addPointer(const Segment& obx);
    void addEmbedded(const Segment& obx);
    void beginRows();
    void flushText();

    std::string m_record;
    std::vector<std::string>* m_notes;
    RenditionWriter m_out;
    CodeList m_codes;
    std::vector<Embedded> m_embedded;
    std::string m_title;
    std::string m_text;  ///< Lines of a report's section that are not written yet.
    bool m_isTableOpen = false;
    bool m_hasTable = false;
    bool m_hasText = false;
    bool m_isBroken = false;  ///< An embedded document could not be used: said in the readable text.
};

/// Text of a report: blank lines part it; wrapped prose becomes paragraphs, short lines and columns stay as they came,
/// a line in capitals or with a colon at its end that stands alone is a heading.
void writeReportText(std::string_view text, RenditionWriter& out);

}  // namespace cw::hl7
