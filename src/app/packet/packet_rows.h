#pragma once

#include "app/audit_packet.h"
#include "app/packet/flow.h"

namespace cw::app::packet {

/// How a packet looks: three sizes, one accent for nothing but marks, colour never alone (see the window's design).
namespace look {
inline constexpr Colour ink{0.106F, 0.122F, 0.141F};
inline constexpr Colour muted{0.357F, 0.396F, 0.447F};
inline constexpr Colour bad{0.706F, 0.137F, 0.094F};
inline constexpr Colour warning{0.541F, 0.353F, 0};
inline constexpr Colour good{0.102F, 0.498F, 0.216F};
inline constexpr Colour proof{0.788F, 0.592F, 0};
inline constexpr Style title{Face::bold, 15, ink};
inline constexpr Style heading{Face::bold, 10.5F, ink};
inline constexpr Style body{Face::regular, 9, ink};
inline constexpr Style strong{Face::bold, 9, ink};
inline constexpr Style label{Face::regular, 7.5F, muted};
inline constexpr Style digest{Face::mono, 6.5F, muted};
}  // namespace look

/// A code with its proof, to be kept together up to and with the first proof.
struct CodeRows {
    Rows rows;
    std::size_t together = 0;
    Rows repeated;  ///< "E11.22, continued"
};
CodeRows codeRows(const Flow& flow, const AuditPacket::Code& code);

/// "4 diagnoses, 3 procedures, 9 proofs. 1 proof does not fit."
Rows summaryRows(const Flow& flow, const AuditPacket& packet);
Rows factRows(const Flow& flow, const AuditPacket& packet);
Rows noteRows(const Flow& flow, const Bookmark& note);
Rows documentHeader(const Flow& flow);
Rows documentRows(const Flow& flow, const AuditPacket::Document& document);
Rows historyHeader(const Flow& flow);
Rows historyRows(const Flow& flow, const AuditPacket::HistoryLine& line);

}  // namespace cw::app::packet
