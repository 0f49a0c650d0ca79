#pragma once

#include "base/date.h"
#include "base/money.h"
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

/// How one partner wants its files.
struct Style {
    Delimiters delimiters;
    bool extended = true;   ///< The extended set of signs beside the basic one.
    bool lineFeeds = true;  ///< One after each segment.
};

/// Builds X12 text, segment after segment.
///
/// Separators are written only when something follows them, so that no segment ends in empty elements or components;
/// segments are counted here and nowhere else. What cannot be sent is refused: the first refusal is kept, later calls
/// are harmless, and `failure` tells at the end. Nothing is ever cut to length. No value takes heap memory on its way
/// unless it holds signs that must be replaced.
class SegmentWriter {
public:
    SegmentWriter() : SegmentWriter(Style{}) {}
    explicit SegmentWriter(const Style& style);

    /// What is being written, for refusals and reports: an encounter id, or "submitter". Kept until the next call.
    void setSubject(std::string_view subject) { m_subject = subject; }
    /// The loop being written ("2010AA"), for refusals. A literal.
    void setLoop(std::string_view loop) { m_loop = loop; }

    SegmentWriter& begin(std::string_view tag);
    SegmentWriter& skip(int count = 1);
    /// A value of ours that is already in X12 form: qualifiers, codes.
    SegmentWriter& code(std::string_view value);
    SegmentWriter& number(std::int64_t value);
    /// Type R without trailing zeros or a leading one: "1904.5", ".5".
    SegmentWriter& amount(Money money);
    SegmentWriter& amount(Quantity quantity);
    SegmentWriter& day(Date date);              ///< "20250115"
    SegmentWriter& days(Date from, Date to);    ///< "20250115-20250117"
    SegmentWriter& minute(const LocalMinute&);  ///< "202501150930"
    SegmentWriter& time(int minuteOfDay);       ///< "0930"
    /// Names and free text: what cannot be sent is replaced and reported (see toSendable). Refuses what is longer than
    /// `max` (CLAIM-002), and an empty value when it is required (CLAIM-001).
    SegmentWriter& text(std::string_view value, std::size_t max, Need need = Need::optional);
    /// The same for what the guides give a least length; shorter is refused (CLAIM-010).
    SegmentWriter& text(std::string_view value, std::size_t min, std::size_t max, Need need);
    /// Identifiers are sent in upper case as they are, or refused: CLAIM-003 (a character that cannot be sent), CLAIM-004
    /// (length), CLAIM-001 (empty but required).
    SegmentWriter& id(std::string_view value, std::size_t min, std::size_t max, Need need = Need::optional);
    /// An identifier of letters and digits alone (CLAIM-011), as codes of the guides' lists are.
    SegmentWriter& word(std::string_view value, std::size_t min, std::size_t max, Need need = Need::optional);
    /// An identifier of exactly `count` digits, else CLAIM-005; CLAIM-001 as above.
    SegmentWriter& digits(std::string_view value, std::size_t count, Need need = Need::optional);
    /// One of the blank-separated `choices` ("A B C"), else CLAIM-006; CLAIM-001 when empty and required.
    SegmentWriter& choice(std::string_view value, std::string_view choices, Need need = Need::required);
    /// Between open and close, values are the components of one composite element.
    SegmentWriter& open();
    SegmentWriter& close();
    void end();
    /// A whole segment of fixed width (ISA), without its terminator.
    void fixed(std::string_view segment);

    /// Keeps the first refusal, with subject, loop and `element` ("SV107"). `errorId` is a literal, one per call site.
    void refuse(std::string_view errorId, std::string_view element, std::string_view why);
    const std::optional<Error>& failure() const noexcept { return m_failure; }
    /// Reports what is left out knowingly, beside the replacements: "V-1001 AMT: …".
    void tell(std::string_view element, std::string_view what);

    const Style& style() const noexcept { return m_style; }
    const SendableSigns& signs() const noexcept { return m_signs; }
    void restartCount() noexcept { m_count = 0; }
    int segmentCount() const noexcept { return m_count; }  ///< Ended since the last restart.
    std::size_t size() const noexcept { return m_bytes.size(); }
    std::string_view bytes() const noexcept { return m_bytes; }
    void reserve(std::size_t bytes) { m_bytes.reserve(bytes); }
    std::string takeBytes() { return std::move(m_bytes); }
    /// "V-1001 NM103: * replaced by blank"
    std::vector<std::string> takeReplacements() { return std::move(m_replacements); }

    /// A place to come back to, as if what follows had never been written.
    struct Mark {
        std::size_t bytes = 0;
        std::size_t replacements = 0;
        int count = 0;
    };
    Mark mark() const noexcept { return {m_bytes.size(), m_replacements.size(), m_count}; }
    /// Back to `mark`, without any failure.
    void rollBack(const Mark& mark);

private:
    /// Goes to the next element, or component within open and close.
    void advance() noexcept;
    /// Writes the separators up to the current place.
    void separate();
    /// The value in upper case, after its separators.
    void put(std::string_view value);
    std::string replaced(std::string_view value);  ///< As it is sent; each sign is reported.
    std::string place() const;
    bool isMissing(std::string_view value, Need need);
    bool isSendable(std::string_view text) const noexcept;
    void endLine();

    Style m_style;
    SendableSigns m_signs;
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
