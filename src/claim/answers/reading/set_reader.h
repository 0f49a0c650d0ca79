#pragma once

#include "base/result.h"
#include "claim/answers/answer.h"
#include "claim/answers/reading/segment_stream.h"
#include "claim/answers/reading/values.h"

#include <memory>
#include <string>
#include <string_view>

namespace cw::answers {

/// Where the readers put what they find.
struct Findings {
    AnswerFile file;
    int unheard = 0;  ///< Warnings beyond the limit.

    static constexpr std::size_t maxWarnings = 200;
    void warn(std::string sentence)
    {
        if (file.warnings.size() < maxWarnings)
            file.warnings.push_back(std::move(sentence));
        else
            ++unheard;
    }
};

/// Reads what stands between ST and SE of one kind of set. The walk over the envelopes feeds it each segment, SE excluded.
class SetReader {
public:
    SetReader(const Origin& origin, Findings& findings) : m_origin(origin), m_findings(findings) {}
    virtual ~SetReader() = default;
    SetReader(const SetReader&) = delete;
    SetReader& operator=(const SetReader&) = delete;

    /// Fails with CLAIM-405.
    virtual Status add(const Piece& piece) = 0;
    /// At SE, which is segment `last`: appends the answer.
    virtual void finish(int last) = 0;
    /// Whether nothing can follow but SE, so that a file may end here without it.
    virtual bool isWhole() const { return false; }

protected:
    void warn(int segment, std::string_view sentence);
    /// A number that must be there. Fails with CLAIM-405, naming the segment alone.
    static Result<Money> money(const Piece& piece, std::size_t position);
    /// Not set when empty; a warning when it is no number.
    std::optional<Money> optionalMoney(const Piece& piece, std::size_t position);
    std::optional<int> optionalCount(const Piece& piece, std::size_t position);
    std::optional<Date> optionalDay(const Piece& piece, std::size_t position);
    Days days(const Piece& piece, std::size_t position);

    Origin m_origin;
    Findings& m_findings;
};

/// 999 and 997.
std::unique_ptr<SetReader> groupAckReader(const Origin& origin, Findings& findings);
/// 277CA.
std::unique_ptr<SetReader> statusReader(const Origin& origin, Findings& findings);
/// 835.
std::unique_ptr<SetReader> remittanceReader(const Origin& origin, Findings& findings);

}  // namespace cw::answers
