#pragma once

#include "claim/answers/reading/set_reader.h"

#include <memory>
#include <string>

namespace cw::answers {

/// Follows ISA, GS, ST and their trailers, hands the segments between ST and SE to the reader of their kind, and warns of what does not
/// agree. Nothing of an envelope refuses an answer that stands whole in the file.
class InterchangeWalk {
public:
    explicit InterchangeWalk(Findings& findings) : m_findings(findings) {}

    /// Fails with CLAIM-405.
    Status add(const Piece& piece);
    /// The file ends. Answers false when something may be missing: then the file was cut.
    bool endOfFile(int lastSegment);
    bool isClosed() const noexcept { return m_level == Level::outside; }

private:
    enum class Level { outside, interchange, group, set };

    void startInterchange(const Piece& piece);
    void startGroup(const Piece& piece);
    void startSet(const Piece& piece);
    void addTa1(const Piece& piece);
    void endSet(const Piece* piece, int last);
    void endGroup(const Piece* piece, int last);
    void endInterchange(const Piece* piece, int last);
    void warn(std::string_view sentence);
    void checkCount(const Piece& piece, int counted, std::string_view what);
    void checkNumber(const Piece& piece, std::string_view expected, std::string_view start);

    Findings& m_findings;
    Level m_level = Level::outside;
    Origin m_origin;
    std::string m_groupNumber, m_setNumber, m_guide;
    std::string m_lineOfBusiness;  ///< GS01.
    std::unique_ptr<SetReader> m_reader;
    int m_groups = 0;
    int m_sets = 0;
    int m_firstOfSet = 0;
    bool m_hasContent = false;  ///< A TA1 or a whole set since ISA or GS.
};

}  // namespace cw::answers
