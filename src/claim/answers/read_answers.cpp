#include "claim/answers/read_answers.h"

#include "claim/answers/reading/interchange_walk.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::answers {

namespace {

constexpr std::int64_t segmentsBetweenReports = 65'536;

Error refuse(std::string_view id, std::string detail)
{
    return {ErrorKind::invalidInput, id, std::move(detail)};
}

Error notX12(std::string detail)
{
    return refuse("CLAIM-403", std::move(detail));
}

/// Signs that no text has. X12 separators may be control characters, so only at the front of what is no X12, and NUL anywhere.
bool isBinary(std::string_view bytes, bool startsAsX12)
{
    if (bytes.find('\0') != std::string_view::npos) return true;
    if (startsAsX12) return false;
    const auto front = bytes.substr(0, 4096);
    return std::any_of(front.begin(), front.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    });
}

bool isTrailer(std::string_view tag)
{
    return tag == "SE" || tag == "GE" || tag == "IEA";
}

/// Reads one file.
class FileReader {
public:
    FileReader(std::string_view bytes, const Progress& progress) : m_stream(bytes), m_progress(progress) {}

    Result<AnswerFile> read()
    {
        while (!m_isAtEnd) {
            if (m_findings.file.segments % segmentsBetweenReports == 0) {
                if (m_progress.isCancelled()) return Error{ErrorKind::cancelled, "CLAIM-407", "cancelled"};
                m_progress.report(static_cast<std::int64_t>(m_stream.offset()),
                                  static_cast<std::int64_t>(m_stream.size()), "reading answers");
            }
            CW_CHECK(readSegment());
        }
        auto& file = m_findings.file;
        if (file.answers.empty())
            return refuse("CLAIM-404", fmt::format("nothing in the {} segments of the file is an answer that we read",
                                                   file.segments));
        if (m_findings.unheard > 0) file.warnings.push_back(fmt::format("{} further warnings", m_findings.unheard));
        return std::move(file);
    }

private:
    Status readSegment()
    {
        const auto next = m_stream.next();
        const auto& piece = m_stream.piece();
        switch (next) {
        case SegmentStream::Next::noIsa: return refuse("CLAIM-400", "not an X12 file: it does not begin with ISA");
        case SegmentStream::Next::badIsa:
            return refuse("CLAIM-401", fmt::format("segment {}: ISA is damaged: it does not say its separators",
                                                   m_findings.file.segments + 1));
        case SegmentStream::Next::nameless:
            return notX12(fmt::format("segment {} has no segment name: not text of X12", piece.number()));
        case SegmentStream::Next::cut:
            if (!isTrailer(piece.tag()) || piece.elementCount() == 0) return cut();
            m_findings.warn("the file ends within its last trailer");
            break;
        case SegmentStream::Next::end: m_isAtEnd = true; return m_walk.endOfFile(piece.number()) ? Status{} : cut();
        case SegmentStream::Next::segment: break;
        }
        if (++m_findings.file.segments > maxSegments)
            return refuse("CLAIM-406", fmt::format("more than {} segments", maxSegments));
        if (piece.tag() == "ISA" && m_stream.hasUnevenIsa())
            m_findings.warn(fmt::format("segment {}: ISA is not 106 characters wide", piece.number()));
        CW_CHECK(m_walk.add(piece));
        if (m_walk.isClosed()) leaveInterchange();
        return {};
    }

    void leaveInterchange()
    {
        m_isAtEnd = !m_stream.toNextInterchange();
        if (m_stream.skippedText())
            m_findings.warn(fmt::format("text after the interchange that ends with segment {} is passed over",
                                        m_stream.piece().number()));
    }

    Error cut() const
    {
        return refuse("CLAIM-402", fmt::format("the file ends within an interchange, after segment {}: it was cut",
                                               m_findings.file.segments));
    }

    SegmentStream m_stream;
    const Progress& m_progress;
    Findings m_findings;
    InterchangeWalk m_walk{m_findings};
    bool m_isAtEnd = false;
};

}  // namespace

Result<AnswerFile> readAnswers(std::string_view bytes, const Progress& progress)
{
    if (isBinary(bytes, looksLikeX12(bytes))) return notX12("binary data, not text of X12");
    return FileReader(bytes, progress).read();
}

std::string rawSegments(std::string_view bytes, int first, int last)
{
    SegmentStream stream(bytes);
    std::string text;
    while (true) {
        const auto next = stream.next();
        if (next != SegmentStream::Next::segment && next != SegmentStream::Next::cut) return text;
        const auto& piece = stream.piece();
        if (piece.number() > last) return text;
        if (piece.number() >= first) text += textOf(piece.raw()) + "\n";
        if (piece.tag() == "IEA" && !stream.toNextInterchange()) return text;
    }
}

bool looksLikeX12(std::string_view bytes) noexcept
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
    return bytes.size() > 3 && bytes.starts_with("ISA") && bytes[3] != ' ' &&
           !((bytes[3] >= 'A' && bytes[3] <= 'Z') || (bytes[3] >= 'a' && bytes[3] <= 'z') ||
             (bytes[3] >= '0' && bytes[3] <= '9'));
}

}  // namespace cw::answers
