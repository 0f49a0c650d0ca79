#include "app/packet/packet_rows.h"
#include "base/text.h"

namespace cw::app::packet {

namespace {

constexpr float codeLeft = Flow::margin + 22;
constexpr float titleLeft = Flow::margin + 108;
constexpr float proofBar = codeLeft;
constexpr float proofLeft = codeLeft + 10;

constexpr std::string_view dot = " \xC2\xB7 ";
constexpr std::string_view tick = "\xE2\x9C\x93 ";
constexpr std::string_view triangle = "\xE2\x96\xB2 ";

std::string sourceLine(const AuditPacket::Proof& proof)
{
    std::string line = proof.document.empty() ? "document without title" : proof.document;
    if (!proof.type.empty()) line += std::string(dot) + proof.type;
    line += std::string(dot) + "version " + std::to_string(proof.version) + " of " + std::to_string(proof.versions);
    if (proof.isArchived) line += " (archived: a newer version has superseded it)";
    line += std::string(dot) + proof.date + std::string(dot);
    line += proof.author.empty() ? "author not given" : proof.author;
    return line + std::string(dot) + proof.place;
}

Style coloured(Style style, Colour colour)
{
    style.colour = colour;
    return style;
}

Rows proofRows(const Flow& flow, const AuditPacket::Proof& proof)
{
    const float width = Flow::right - proofLeft;
    const auto quote = text::trim(proof.quote).empty() ? std::string("no words: a part of the page image")
                                                       : "\xE2\x80\x9C" + proof.quote + "\xE2\x80\x9D";
    auto rows = flow.wrapped(quote, look::body, proofLeft, width);
    append(rows, flow.wrapped(sourceLine(proof), look::label, proofLeft, width));
    if (proof.isRecognised)
        append(rows, flow.wrapped(std::string(triangle) + "OCR, unverified: a program read these words from an image",
                                  coloured(look::label, look::warning), proofLeft, width));
    append(rows, flow.wrapped(std::string(proof.isSound ? tick : triangle) + proof.checked,
                              coloured(look::label, proof.isSound ? look::good : look::bad), proofLeft, width));
    if (!proof.digest.empty()) append(rows, flow.wrapped("SHA-256 " + proof.digest, look::digest, proofLeft, width));
    for (auto& row : rows) {
        row.bar = proof.isSound ? look::proof : look::bad;
        row.barLeft = proofBar;
    }
    return rows;
}

Row gap(float height)
{
    Row row;
    row.height = height;
    return row;
}

}  // namespace

CodeRows codeRows(const Flow& flow, const AuditPacket::Code& code)
{
    CodeRows result;
    const bool isWord = code.position.size() > 2;
    auto& rows = result.rows;
    rows = flow.columns({{isWord ? std::string_view() : code.position, look::label, Flow::margin, 20},
                         {code.code, look::strong, codeLeft, titleLeft - codeLeft - 8},
                         {code.title, look::body, titleLeft, Flow::right - titleLeft}});
    const auto detail =
        !isWord ? code.detail : code.position + (code.detail.empty() ? "" : std::string(dot)) + code.detail;
    if (!detail.empty()) append(rows, flow.wrapped(detail, look::label, titleLeft, Flow::right - titleLeft));
    rows.push_back(gap(3));
    if (code.proofs.empty())
        append(rows, flow.wrapped(std::string(triangle) + "no proof is attached to this code",
                                  coloured(look::label, look::warning), proofLeft, Flow::right - proofLeft));
    result.together = rows.size();
    for (std::size_t i = 0; i < code.proofs.size(); ++i) {
        append(rows, proofRows(flow, code.proofs[i]));
        if (i == 0) result.together = rows.size();
        rows.push_back(gap(5));
    }
    rows.push_back(gap(6));
    result.repeated = flow.wrapped(code.code + ", continued", look::label, codeLeft, Flow::right - codeLeft);
    result.repeated.push_back(gap(3));
    return result;
}

}  // namespace cw::app::packet
