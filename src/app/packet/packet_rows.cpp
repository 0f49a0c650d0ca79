#include "app/packet/packet_rows.h"

#include <algorithm>

namespace cw::app::packet {

namespace {

constexpr float titleLeft = Flow::margin;
constexpr float typeLeft = 232;
constexpr float dateLeft = 318;
constexpr float authorLeft = 376;
constexpr float versionLeft = 478;
constexpr float gutter = 8;

constexpr float accountLeft = 146;
constexpr float actionLeft = 216;
constexpr float detailLeft = 376;

Rows ruled(Rows rows)
{
    if (!rows.empty()) rows.back().hasRule = true;
    return rows;
}

std::string counted(std::size_t count, const std::string& one, const std::string& many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

Rows summaryRows(const Flow& flow, const AuditPacket& packet)
{
    std::size_t proofs = 0;
    std::size_t unsound = 0;
    std::size_t recognised = 0;
    std::size_t bare = 0;
    for (const auto* codes : {&packet.diagnoses, &packet.procedures})
        for (const auto& code : *codes) {
            if (code.proofs.empty()) ++bare;
            for (const auto& proof : code.proofs) {
                ++proofs;
                if (!proof.isSound) ++unsound;
                if (proof.isRecognised) ++recognised;
            }
        }
    const float width = Flow::right - Flow::margin;
    auto rows = flow.wrapped(counted(packet.diagnoses.size(), "diagnosis", "diagnoses") + ", " +
                                 counted(packet.procedures.size(), "procedure", "procedures") + ", " +
                                 counted(proofs, "proof", "proofs") + ", " +
                                 counted(packet.documents.size(), "document version", "document versions") +
                                 ". Every quote was looked up again and every digest checked when this was made.",
                             look::body, Flow::margin, width);
    const auto tell = [&](std::size_t count, const std::string& text, Colour colour) {
        if (count == 0) return;
        auto style = look::strong;
        style.colour = colour;
        append(rows, flow.wrapped("\xE2\x96\xB2 " + text, style, Flow::margin, width));
    };
    tell(unsound, counted(unsound, "proof does", "proofs do") + " not fit; see below.", look::bad);
    tell(bare, counted(bare, "code has", "codes have") + " no proof.", look::warning);
    tell(recognised, counted(recognised, "proof was", "proofs were") + " read by OCR, unverified.", look::warning);
    return rows;
}

Rows factRows(const Flow& flow, const AuditPacket& packet)
{
    constexpr float half = (Flow::right - Flow::margin) / 2;
    constexpr float labelWidth = 58;
    Rows rows;
    for (std::size_t i = 0; i < packet.facts.size(); i += 2) {
        std::vector<Cell> cells;
        for (std::size_t side = 0; side < 2 && i + side < packet.facts.size(); ++side) {
            const auto& [label, value] = packet.facts[i + side];
            const float left = Flow::margin + half * static_cast<float>(side);
            cells.push_back({label, look::label, left, labelWidth - 4});
            cells.push_back({value, look::body, left + labelWidth, half - labelWidth - 12});
        }
        append(rows, flow.columns(cells));
    }
    return rows;
}

Rows noteRows(const Flow& flow, const Bookmark& note)
{
    const float width = Flow::right - Flow::margin;
    Rows rows;
    if (!note.note.empty()) append(rows, flow.wrapped(note.note, look::body, Flow::margin, width));
    if (!note.quote.empty())
        append(rows,
               flow.wrapped("\xE2\x80\x9C" + note.quote + "\xE2\x80\x9D", look::body, Flow::margin + 10, width - 10));
    auto source = note.author + (note.role.empty() ? "" : " (" + note.role + ")") + " \xC2\xB7 " + note.documentTitle;
    if (note.isArchived) source += " (archived version)";
    auto at = note.madeAt.iso().substr(0, 16);
    at.at(10) = ' ';
    append(rows,
           flow.wrapped(source + " \xC2\xB7 page " + std::to_string(note.span.page + 1) + " \xC2\xB7 " + at + " UTC",
                        look::label, Flow::margin, width));
    return ruled(std::move(rows));
}

Rows documentHeader(const Flow& flow)
{
    return ruled(flow.columns({{"Document", look::label, titleLeft, typeLeft - titleLeft},
                               {"Type", look::label, typeLeft, dateLeft - typeLeft},
                               {"Date", look::label, dateLeft, authorLeft - dateLeft},
                               {"Author", look::label, authorLeft, versionLeft - authorLeft},
                               {"Version, format", look::label, versionLeft, Flow::right - versionLeft}}));
}

Rows documentRows(const Flow& flow, const AuditPacket::Document& document)
{
    const auto author = document.author.empty() ? std::string("not given") : document.author;
    const auto version = document.version + "\n" + document.format;
    auto rows = flow.columns({{document.title, look::body, titleLeft, typeLeft - titleLeft - gutter},
                              {document.type, look::label, typeLeft, dateLeft - typeLeft - gutter},
                              {document.date, look::label, dateLeft, authorLeft - dateLeft - gutter},
                              {author, look::label, authorLeft, versionLeft - authorLeft - gutter},
                              {version, look::label, versionLeft, Flow::right - versionLeft}});
    append(rows, flow.wrapped("SHA-256 " + document.digest, look::digest, titleLeft, Flow::right - titleLeft));
    return ruled(std::move(rows));
}

Rows historyHeader(const Flow& flow)
{
    return ruled(flow.columns({{"When", look::label, Flow::margin, accountLeft - Flow::margin},
                               {"Account", look::label, accountLeft, actionLeft - accountLeft},
                               {"What", look::label, actionLeft, detailLeft - actionLeft},
                               {"Detail", look::label, detailLeft, Flow::right - detailLeft}}));
}

Rows historyRows(const Flow& flow, const AuditPacket::HistoryLine& line)
{
    auto small = look::body;
    small.size = 8;
    return ruled(flow.columns({{line.at, look::label, Flow::margin, accountLeft - Flow::margin - gutter},
                               {line.account, small, accountLeft, actionLeft - accountLeft - gutter},
                               {line.action, small, actionLeft, detailLeft - actionLeft - gutter},
                               {line.detail, look::label, detailLeft, Flow::right - detailLeft}}));
}

}  // namespace cw::app::packet
