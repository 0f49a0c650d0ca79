#include "app/packet/packet_rows.h"

namespace cw::app {

namespace {

using namespace packet;

/// Writes the sections of a packet one below the other.
class Writer {
public:
    Writer(PdfDocument& document, const AuditPacket& packet) : m_document(document), m_flow(document), m_packet(packet)
    {}

    void write()
    {
        m_flow.place(wrapped("Audit packet \xC2\xB7 encounter " + m_packet.encounterId, look::title));
        m_document.outline("Summary", m_flow.pageOfFirst());
        m_flow.space(6);
        m_flow.place(factRows(m_flow, m_packet));
        m_flow.space(8);
        m_flow.place(summaryRows(m_flow, m_packet));
        codes("Diagnoses", m_packet.diagnoses, "No diagnosis is coded.");
        codes("Procedures", m_packet.procedures, "No procedure is coded.");
        lines("Edits", m_packet.findings, "No finding: every check that applies is met.");
        lines("Attestations", m_packet.attestations, "None recorded.");
        notes();
        table("Documents", documentHeader(m_flow), documentTable(), "The chart has no documents.");
        table("History", historyHeader(m_flow), historyTable(), "Nothing is recorded.");
        m_flow.finish("Encounter " + m_packet.encounterId + " \xC2\xB7 made " + m_packet.madeAt + " by " +
                          m_packet.madeBy,
                      look::label);
    }

private:
    static constexpr float width = Flow::right - Flow::margin;

    Rows wrapped(std::string_view text, const Style& style) const
    {
        return m_flow.wrapped(text, style, Flow::margin, width);
    }

    /// A heading never stands alone at the foot of a page: it goes with the first rows of what follows.
    void section(const std::string& name, const Rows& first, std::size_t together, const Rows& repeated = {})
    {
        Row gap;
        gap.height = 14;
        Rows rows{gap};
        append(rows, wrapped(name, look::heading));
        rows.back().hasRule = true;
        gap.height = 5;
        rows.push_back(gap);
        const auto head = rows.size();
        append(rows, first);
        m_flow.place(rows, head + together, repeated);
        m_document.outline(name, m_flow.pageOfFirst());
    }

    void codes(const std::string& name, const std::vector<AuditPacket::Code>& all, std::string_view none)
    {
        if (all.empty()) return section(name, wrapped(none, look::body), 1);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto code = codeRows(m_flow, all[i]);
            if (i == 0)
                section(name, code.rows, code.together, code.repeated);
            else
                m_flow.place(code.rows, code.together, code.repeated);
        }
    }

    void lines(const std::string& name, const std::vector<std::string>& all, std::string_view none)
    {
        if (all.empty()) return section(name, wrapped(none, look::body), 1);
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto rows = wrapped(all[i], look::body);
            rows.back().hasRule = true;
            const auto together = rows.size();
            if (i == 0)
                section(name, rows, together);
            else
                m_flow.place(rows, together);
        }
    }

    void notes()
    {
        if (m_packet.notes.empty()) return;
        for (std::size_t i = 0; i < m_packet.notes.size(); ++i) {
            const auto rows = noteRows(m_flow, m_packet.notes[i]);
            if (i == 0)
                section("Notes", rows, rows.size());
            else
                m_flow.place(rows, rows.size());
        }
    }

    std::vector<Rows> documentTable() const
    {
        std::vector<Rows> all;
        for (const auto& document : m_packet.documents) all.push_back(documentRows(m_flow, document));
        return all;
    }
    std::vector<Rows> historyTable() const
    {
        std::vector<Rows> all;
        for (const auto& line : m_packet.history) all.push_back(historyRows(m_flow, line));
        return all;
    }

    void table(const std::string& name, const Rows& header, const std::vector<Rows>& all, std::string_view none)
    {
        if (all.empty()) return section(name, wrapped(none, look::body), 1);
        auto first = header;
        append(first, all.front());
        section(name, first, first.size(), header);
        for (std::size_t i = 1; i < all.size(); ++i) m_flow.placeWhole(all[i], header);
    }

    PdfDocument& m_document;
    Flow m_flow;
    const AuditPacket& m_packet;
};

}  // namespace

Result<std::string> auditPacketPdf(const AuditPacket& packet)
{
    CW_TRY(const auto document, PdfDocument::create("Audit packet"));
    Writer(*document, packet).write();
    return document->bytes();
}

}  // namespace cw::app
