#include "import/documents/hl7/report.h"

#include "base/text.h"
#include "import/documents/hl7/embedded.h"

#include <algorithm>

namespace cw::hl7 {

namespace {

constexpr std::size_t longestCell = 160;
const std::vector<std::string> columns = {"Test", "Result", "Unit", "Reference range", "Flag", "Status", "Date"};

bool isTextType(const std::string& type)
{
    return type == "TX" || type == "FT";
}

bool isBlank(const Segment& obx)
{
    return text::trim(obx.field(5).raw()).empty() || obx.field(5).isNull();
}

std::vector<Observation> observationsIn(const Segments& segments, Report& report)
{
    std::vector<Observation> all;
    bool isOfObservation = false;
    for (const auto* segment : segments) {
        if (segment->id() == "OBX") {
            all.push_back({segment, {}});
            isOfObservation = true;
        } else if (segment->id() == "NTE") {
            if (isOfObservation)
                all.back().notes.push_back(segment);
            else
                report.comment(noteText(*segment));
        } else {
            isOfObservation = false;
        }
    }
    return all;
}

/// A report in words: text and nothing else but documents, pointers and empty lines.
bool isNarrative(const std::vector<Observation>& all)
{
    bool hasText = false;
    for (const auto& observation : all) {
        const auto type = valueType(*observation.obx);
        if (type == "ED" || type == "RP" || isBlank(*observation.obx)) continue;
        if (!isTextType(type) && type != "ST") return false;
        hasText = hasText || isTextType(type);
    }
    return hasText;
}

/// Statuses that a reader must not miss: anything but final.
bool isNotable(const std::string& status)
{
    return !status.empty() && status != "final" && status != "order detail" && status != "verified";
}

}  // namespace

void Report::heading(int level, const std::string& text)
{
    if (level == 1) m_title = text;
    m_out.heading(level, text);
    m_isTableOpen = false;
}

void Report::labelled(std::string_view label, const std::string& value)
{
    m_out.labelled(label, value);
    m_isTableOpen = false;
}

void Report::addCode(SourceCode code, TextRange span)
{
    code.span = span;
    m_codes.add(std::move(code));
}

void Report::comment(const std::string& text)
{
    if (text::trim(text).empty()) return;
    flushText();
    m_out.labelled("Note", text);
    m_isTableOpen = false;
}

void Report::observations(const Segments& segments)
{
    const auto all = observationsIn(segments, *this);
    const bool narrative = isNarrative(all);
    std::string section = m_title;
    for (const auto& observation : all) {
        const auto& obx = *observation.obx;
        const auto type = valueType(obx);
        const bool isLong = isTextType(type) && textValue(obx).size() > longestCell;
        if (type == "ED")
            addEmbedded(obx);
        else if (type == "RP")
            addPointer(obx);
        else if (narrative || isLong)
            addText(observation, section);
        else
            addRow(observation);
    }
    flushText();
}

void Report::addText(const Observation& observation, std::string& section)
{
    const auto& obx = *observation.obx;
    const auto name = label(obx);
    const auto status = resultStatus(obx.text(11));
    if (!isBlank(obx) && !name.empty() && name != section) {
        flushText();
        section = name;
        m_out.heading(2, name);
        addCode(sourceCode(readCoded(obx.first(3)), SourceCodeKind::result), m_out.lastRange());
        if (isNotable(status)) m_out.labelled("Status", status);
        m_isTableOpen = false;
    }
    m_text += textValue(obx) + "\n";
    for (const auto* note : observation.notes) comment(noteText(*note));
}

void Report::flushText()
{
    const auto text = std::move(m_text);
    m_text.clear();
    if (text::trim(text).empty()) return;
    m_isTableOpen = false;
    m_hasText = true;
    writeReportText(text, m_out);
}

void Report::beginRows()
{
    if (m_isTableOpen) return;
    m_out.beginTable();
    m_out.headerRow(columns);
    m_isTableOpen = true;
    m_hasTable = true;
}

void Report::addRow(const Observation& observation)
{
    const auto& obx = *observation.obx;
    const auto test = readCoded(obx.first(3));
    const auto value = readableValue(obx);
    if (test.isEmpty() && value.empty()) return;
    flushText();
    beginRows();
    const auto status = resultStatus(obx.text(11));
    m_out.row({test.words(), value, readableUnit(obx), readableRange(obx), readableFlags(obx), status,
               readableTimestamp(obx.text(14))});
    const auto testCell = m_out.lastCell(0);
    const auto valueCell = m_out.lastCell(1);
    auto code = sourceCode(test, SourceCodeKind::result);
    code.status = status;
    code.date = parseTimestamp(obx.text(14)).date;
    addCode(code, testCell);
    const auto type = valueType(obx);
    if (type == "CE" || type == "CWE" || type == "CNE")
        for (const auto& repetition : obx.repetitions(5)) {
            auto coded = sourceCode(readCoded(repetition), SourceCodeKind::result);
            coded.status = status;
            coded.date = code.date;
            addCode(std::move(coded), valueCell);
        }
    for (const auto* note : observation.notes)
        if (const auto text = noteText(*note); !text::trim(text).empty())
            m_out.row({RenditionWriter::Cell{"Note: " + text, false, static_cast<int>(columns.size())}});
}

void Report::addPointer(const Segment& obx)
{
    flushText();
    m_isTableOpen = false;
    m_hasText = true;
    const auto name = label(obx);
    m_out.note((name.empty() ? std::string("A document") : name) +
               ": the message only points to it in another system; it was not fetched.");
    m_notes->push_back(m_record + ", segment " + std::to_string(obx.number()) +
                       " (OBX): the reference pointer (RP) was not followed");
}

void Report::addEmbedded(const Segment& obx)
{
    flushText();
    m_isTableOpen = false;
    const auto record = m_record + ", segment " + std::to_string(obx.number()) + " (OBX)";
    auto name = label(obx);
    if (name.empty()) name = m_title;
    for (const auto& ed : obx.repetitions(5)) {
        auto document = readEncapsulated(ed, name, record);
        if (document) {
            const auto position = std::to_string(m_embedded.size() + 1);
            m_embedded.push_back({std::move(*document), readCoded(obx.first(3)).code + "/" + position});
            m_out.note(name + ": sent as " + std::string(displayName(m_embedded.back().document.format)) +
                       ", kept as a document of its own.");
        } else {
            m_isBroken = true;
            m_out.note(name + ": a document was sent with it that cannot be used.");
            m_notes->push_back(document.error().detail);
        }
    }
}

std::vector<IncomingDocument> Report::finish(const ReportHead& head, const std::string& bytes, std::string_view name) &&
{
    std::vector<IncomingDocument> documents;
    const auto describeAs = [&](NewDocument& document) {
        document.type = head.type;
        document.date = head.date;
        document.author = head.author;
        document.status = head.status;
        document.sourceName = std::string(name);
        document.sourceVersion = head.sourceVersion;
    };
    const bool isOnlyEmbedded = !hasObservations() && !m_isBroken && m_embedded.size() == 1;
    if (!isOnlyEmbedded) {
        IncomingDocument readable;
        describeAs(readable.document);
        readable.document.format = DocumentFormat::hl7;
        readable.document.title = head.title;
        readable.document.bytes = bytes;
        readable.document.rendition = std::move(m_out).finish();
        readable.document.pages = 1;
        readable.document.sourceKey = head.sourceKey;
        readable.document.replacesKey = head.replacesKey;
        readable.codes = std::move(m_codes).take();
        documents.push_back(std::move(readable));
    }
    for (auto& embedded : m_embedded) {
        IncomingDocument part;
        part.document = std::move(embedded.document);
        describeAs(part.document);
        if (isOnlyEmbedded) {
            part.document.title = head.title;
            part.document.sourceKey = head.sourceKey;
            part.document.replacesKey = head.replacesKey;
            part.codes = std::move(m_codes).take();
            for (auto& code : part.codes) code.span = {};
        } else if (!head.sourceKey.empty()) {
            part.document.sourceKey = head.sourceKey + "#" + embedded.key;
            if (!head.replacesKey.empty()) part.document.replacesKey = head.replacesKey + "#" + embedded.key;
        }
        documents.push_back(std::move(part));
    }
    return documents;
}

}  // namespace cw::hl7
