#pragma once

#include "base/result.h"
#include "claim/x12/characters.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw::x12 {

enum class Need { optional, required };

/// Builds X12 text, segment after segment, each ended by "~" and a line feed.
///
/// Separators are written only when something follows them, so that no segment ends in empty elements or components;
/// segments are counted here and nowhere else. What cannot be sent is refused: the first refusal is kept, later calls
/// are harmless, and `failure` tells at the end. Nothing is ever cut to length.
class SegmentWriter {
public:
    /// What is being written, for refusals and reports: an encounter id, or "submitter". Kept until the next call.
    void setSubject(std::string_view subject) { m_subject = subject; }
    /// The loop being written ("2010AA"), for refusals. A literal.
    void setLoop(std::string_view loop) { m_loop = loop; }

    SegmentWriter& begin(std::string_view tag);
    SegmentWriter& skip(int count = 1);
    /// A value of ours that is already in X12 form: qualifiers, dates, amounts.
    SegmentWriter& code(std::string_view value);
    /// Names and free text: what cannot be sent is replaced and reported (see toSendable). Refuses what is longer than
    /// `max` (CLAIM-002), and an empty value when it is required (CLAIM-001).
    SegmentWriter& text(std::string_view value, std::size_t max, Need need = Need::optional);
    /// Identifiers are sent in upper case as they are, or refused: CLAIM-003 (a character that cannot be sent), CLAIM-004
    /// (length), CLAIM-001 (empty but required).
    SegmentWriter& id(std::string_view value, std::size_t min, std::size_t max, Need need = Need::optional);
    /// An identifier of exactly `count` digits, else CLAIM-005; CLAIM-001 as above.
    SegmentWriter& digits(std::string_view value, std::size_t count, Need need = Need::optional);
    /// One of the blank-separated `choices` ("A B C"), else CLAIM-006; CLAIM-001 when empty.
    SegmentWriter& choice(std::string_view value, std::string_view choices);
    /// Between open and close, values are the components of one composite element.
    SegmentWriter& open();
    SegmentWriter& close();
    void end();
    /// A whole segment of fixed width (ISA), without its terminator.
    void fixed(std::string_view segment);

    /// Keeps the first refusal, with subject, loop and `element` ("SV107"). `errorId` is a literal, one per call site.
    void refuse(std::string_view errorId, std::string_view element, std::string_view why);
    const std::optional<Error>& failure() const noexcept { return m_failure; }

    void restartCount() noexcept { m_count = 0; }
    int segmentCount() const noexcept { return m_count; }  ///< Ended since the last restart.
    std::size_t size() const noexcept { return m_bytes.size(); }
    std::string_view bytes() const noexcept { return m_bytes; }
    void reserve(std::size_t bytes) { m_bytes.reserve(bytes); }
    std::string takeBytes() { return std::move(m_bytes); }
    /// "V-1001 NM103: * replaced by blank"
    std::vector<std::string> takeReplacements() { return std::move(m_replacements); }

private:
    /// Goes to the next element, or component within open and close.
    void advance() noexcept;
    /// Writes the separators up to the current place.
    void separate();
    std::string place() const;
    bool isMissing(std::string_view value, Need need);

    std::string m_bytes;
    std::string m_subject;
    std::string_view m_loop;
    std::string_view m_tag;
    int m_element = 0;
    int m_component = 0;
    int m_writtenElement = 0;
    int m_writtenComponent = 0;
    bool m_inComposite = false;
    int m_count = 0;
    std::optional<Error> m_failure;
    std::vector<std::string> m_replacements;
};

}  // namespace cw::x12
