#include "app/billing/appeal_packet.h"

#include "app/packet/packet_rows.h"

#include <algorithm>

namespace cw::app {

namespace {

using namespace packet;

constexpr float width = Flow::right - Flow::margin;
constexpr float numberLeft = Flow::margin;
constexpr float serviceLeft = Flow::margin + 20;
constexpr float chargeLeft = 200;
constexpr float paidLeft = 258;
constexpr float patientLeft = 316;
constexpr float reasonLeft = 374;
constexpr float gutter = 6;

Rows ruled(Rows rows)
{
    if (!rows.empty()) rows.back().hasRule = true;
    return rows;
}

Row gap(float height)
{
    Row row;
    row.height = height;
    return row;
}

/// Writes the sections of an appeal one below the other.
class Writer {
public:
    Writer(PdfDocument& document, const AppealPacket& packet) : m_document(document), m_flow(document), m_packet(packet)
    {}

    void write()
    {
        m_flow.place(wrapped("Appeal \xC2\xB7 claim " + m_packet.claimNumber, look::title));
        m_document.outline("Letter", m_flow.pageOfFirst());
        m_flow.space(6);
        AuditPacket facts;
        facts.facts = m_packet.facts;
        m_flow.place(factRows(m_flow, facts));
        if (!m_packet.letter.empty()) section("Letter", {wrapped(m_packet.letter, look::body)});
        section("Decision in question", sentences(m_packet.decision, "No reason was given."));
        table();
        codes("Diagnoses and their evidence", m_packet.chart.diagnoses);
        codes("Services and their evidence", m_packet.chart.procedures);
        section("Rules", rules());
        section("Attestations", sentences(m_packet.chart.attestations, "None recorded."));
        m_flow.finish("Claim " + m_packet.claimNumber + " \xC2\xB7 made " + m_packet.chart.madeAt + " by " +
                          m_packet.chart.madeBy,
                      look::label);
    }

private:
    Rows wrapped(std::string_view text, const Style& style) const
    {
        return m_flow.wrapped(text, style, Flow::margin, width);
    }

    /// A heading never stands alone at the foot of a page: it goes with the first of what follows.
    void head(const std::string& name, const Rows& first, std::size_t together, const Rows& repeated = {})
    {
        Rows rows{gap(14)};
        append(rows, wrapped(name, look::heading));
        rows.back().hasRule = true;
        rows.push_back(gap(5));
        const auto above = rows.size();
        append(rows, first);
        m_flow.place(rows, above + together, repeated);
        m_document.outline(name, m_flow.pageOfFirst());
    }
    void section(const std::string& name, const std::vector<Rows>& parts)
    {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            // A long letter may be parted by a page, a sentence not.
            const auto together = std::min<std::size_t>(parts[i].size(), 4);
            if (i == 0)
                head(name, parts[i], together);
            else
                m_flow.place(parts[i], together);
        }
    }

    std::vector<Rows> sentences(const std::vector<std::string>& all, std::string_view none) const
    {
        std::vector<Rows> parts;
        for (const auto& one : all) parts.push_back(ruled(wrapped(one, look::body)));
        if (parts.empty()) parts.push_back(wrapped(none, look::body));
        return parts;
    }

    std::vector<Rows> rules() const
    {
        std::vector<Rows> parts;
        for (const auto& rule : m_packet.rules) {
            auto rows = wrapped(rule.id + "  " + rule.title, look::strong);
            if (!rule.fix.empty()) append(rows, wrapped(rule.fix, look::body));
            if (!rule.source.empty()) append(rows, wrapped("Source: " + rule.source, look::label));
            parts.push_back(ruled(std::move(rows)));
        }
        if (parts.empty()) parts.push_back(wrapped("No rule of ours looks for this reason.", look::body));
        return parts;
    }

    Rows tableHeader() const
    {
        return ruled(m_flow.columns({{"", look::label, numberLeft, serviceLeft - numberLeft},
                                     {"Service", look::label, serviceLeft, chargeLeft - serviceLeft - gutter},
                                     {"Charge", look::label, chargeLeft, paidLeft - chargeLeft - gutter},
                                     {"Paid", look::label, paidLeft, patientLeft - paidLeft - gutter},
                                     {"Patient", look::label, patientLeft, reasonLeft - patientLeft - gutter},
                                     {"Reasons of the payer", look::label, reasonLeft, Flow::right - reasonLeft}}));
    }
    Rows lineRows(const AppealPacket::Line& line) const
    {
        std::string reasons;
        for (const auto& reason : line.reasons) reasons += (reasons.empty() ? "" : "\n") + reason;
        return ruled(m_flow.columns({{line.number, look::label, numberLeft, serviceLeft - numberLeft},
                                     {line.service, look::body, serviceLeft, chargeLeft - serviceLeft - gutter},
                                     {line.charge, look::body, chargeLeft, paidLeft - chargeLeft - gutter},
                                     {line.paid, look::body, paidLeft, patientLeft - paidLeft - gutter},
                                     {line.patient, look::body, patientLeft, reasonLeft - patientLeft - gutter},
                                     {reasons, look::label, reasonLeft, Flow::right - reasonLeft}}));
    }
    void table()
    {
        const auto header = tableHeader();
        for (std::size_t i = 0; i < m_packet.lines.size(); ++i) {
            const auto rows = lineRows(m_packet.lines[i]);
            if (i > 0) {
                m_flow.placeWhole(rows, header);
                continue;
            }
            auto first = header;
            append(first, rows);
            head("Claim lines and the payer's answer", first, first.size(), header);
        }
    }

    void codes(const std::string& name, const std::vector<AuditPacket::Code>& all)
    {
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto code = codeRows(m_flow, all[i]);
            if (i == 0)
                head(name, code.rows, code.together, code.repeated);
            else
                m_flow.place(code.rows, code.together, code.repeated);
        }
    }

    PdfDocument& m_document;
    Flow m_flow;
    const AppealPacket& m_packet;
};

}  // namespace

Result<std::string> appealPdf(const AppealPacket& packet)
{
    CW_TRY(const auto document, PdfDocument::create("Appeal"));
    Writer(*document, packet).write();
    return document->bytes();
}

}  // namespace cw::app
