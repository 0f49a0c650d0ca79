#include "import/documents/hl7/raw_messages.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace cw::hl7 {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view lineEnds = "\r\n\x0B\x1C";  // The last two frame a message in MLLP.

/// Segments that some systems write behind each other with a blank between (a printed message typed back).
constexpr std::array<std::string_view, 24> glued = {"EVN", "PID", "PD1", "NK1", "PV1", "PV2", "OBX", "OBR",
                                                    "ORC", "NTE", "TXA", "GT1", "IN1", "IN2", "DG1", "PR1",
                                                    "AL1", "FT1", "MRG", "SCH", "RXE", "RXR", "ROL", "DB1"};

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isIdCharacter(char c)
{
    return isUpper(c) || (c >= '0' && c <= '9');
}

bool isAlphanumeric(char c)
{
    return isIdCharacter(c) || (c >= 'a' && c <= 'z');
}

bool beginsWithId(std::string_view line)
{
    return line.size() >= 3 && isUpper(line[0]) && isIdCharacter(line[1]) && isIdCharacter(line[2]);
}

/// MSH, FHS and BHS bring their own separator.
bool isHeader(std::string_view line, std::string_view id)
{
    return line.starts_with(id) && (line.size() == 3 || (!isAlphanumeric(line[3]) && line[3] != ' '));
}

std::string atLine(int line)
{
    return "line " + std::to_string(line);
}

class Splitter {
public:
    explicit Splitter(std::string_view bytes) : m_rest(bytes) {}

    RawFile split() &&
    {
        while (!m_rest.empty()) {
            auto line = nextLine();
            if (line.starts_with(byteOrderMark)) line.remove_prefix(byteOrderMark.size());
            take(line);
        }
        closeSegment();
        if (m_inBatch)
            m_file.notes.push_back("the batch has no BTS segment at its end: the file may be cut off");
        else if (m_inFile)
            m_file.notes.push_back("the file has no FTS segment at its end: it may be cut off");
        return std::move(m_file);
    }

private:
    std::string_view nextLine()
    {
        m_line = m_nextLine;
        const auto end = m_rest.find_first_of(lineEnds);
        const auto line = m_rest.substr(0, end);
        m_rest.remove_prefix(end == m_rest.npos ? m_rest.size() : end);
        if (m_rest.starts_with("\r\n")) {
            m_rest.remove_prefix(2);
            ++m_nextLine;
        } else if (!m_rest.empty()) {
            if (m_rest.front() == '\r' || m_rest.front() == '\n') ++m_nextLine;
            m_rest.remove_prefix(1);
        }
        return line;
    }

    void take(std::string_view line)
    {
        if (text::trim(line).empty()) {
            ++m_blankLines;
            return;
        }
        const auto indented = line.substr(line.find_first_not_of(" \t"));
        if (isHeader(indented, "MSH")) return beginMessage(indented);
        if (isHeader(indented, "FHS") || isHeader(indented, "BHS")) return beginEnvelope(indented);
        if (isSegment(line, "BTS") || isSegment(line, "FTS")) return endEnvelope(line);
        if (!m_isOpen) return outside(line);
        if (beginsWithId(line) && line.size() > 3 && line[3] == m_separator)
            addSegment(line);
        else
            continueSegment(line);
        m_blankLines = 0;
    }

    bool isSegment(std::string_view line, std::string_view id) const
    {
        return line.starts_with(id) && (line.size() == 3 || line[3] == m_separator);
    }

    void beginMessage(std::string_view line)
    {
        closeSegment();
        m_separator = line.size() > 3 ? line[3] : '|';
        m_file.messages.push_back({static_cast<int>(m_file.messages.size()) + 1, {}});
        ++m_inThisBatch;
        m_isOpen = true;
        addSegment(line);
        m_blankLines = 0;
    }

    void beginEnvelope(std::string_view line)
    {
        closeSegment();
        m_isOpen = false;
        m_separator = line.size() > 3 ? line[3] : '|';
        if (line.starts_with("FHS")) {
            m_inFile = true;
            m_batches = 0;
        } else {
            if (m_inBatch)
                m_file.notes.push_back(atLine(m_line) + ": a batch begins before the last one has its BTS segment");
            m_inBatch = true;
            ++m_batches;
            m_inThisBatch = 0;
        }
    }

    void endEnvelope(std::string_view line)
    {
        closeSegment();
        m_isOpen = false;
        const bool isBatch = line.starts_with("BTS");
        bool& isIn = isBatch ? m_inBatch : m_inFile;
        if (!isIn)
            m_file.notes.push_back(atLine(m_line) + ": segment " + std::string(line.substr(0, 3)) + " without its " +
                                   (isBatch ? "BHS" : "FHS"));
        isIn = false;
        const auto fields = text::split(line, m_separator);
        const auto said = fields.size() > 1 ? text::trim(fields[1]) : std::string_view();
        if (!text::isDigits(said) || said.size() > 9) return;
        const auto found = isBatch ? m_inThisBatch : m_batches;
        if (std::stoul(std::string(said)) != found)
            m_file.notes.push_back(atLine(m_line) + ": " +
                                   (isBatch ? "BTS-1 counts messages: " : "FTS-1 counts batches: ") +
                                   std::string(said) + "; found " + std::to_string(found));
        if (isBatch) m_inThisBatch = 0;
    }

    void outside(std::string_view line)
    {
        if (m_outsideReported == m_file.messages.size() + 1) return;
        m_outsideReported = m_file.messages.size() + 1;
        const auto known = beginsWithId(line) && line.size() > 3 && !isAlphanumeric(line[3]);
        const auto what = known ? "segment " + std::string(line.substr(0, 3)) : std::string("text");
        m_file.refused.push_back({atLine(m_line), what + " stands outside any message; expected MSH"});
    }

    void addSegment(std::string_view line)
    {
        closeSegment();
        m_file.messages.back().segments.push_back({std::string(line), m_line});
        m_isSegmentOpen = true;
    }

    void continueSegment(std::string_view line)
    {
        auto& bytes = m_file.messages.back().segments.back().bytes;
        bytes.append(m_blankLines + 1, '\n');
        bytes += line;
        noteOnce("a line that begins with no segment id was taken as going on with the line before", m_lastContinued);
    }

    void closeSegment()
    {
        if (!m_isSegmentOpen) return;
        m_isSegmentOpen = false;
        auto& segments = m_file.messages.back().segments;
        const RawSegment whole = std::move(segments.back());
        segments.pop_back();
        std::string_view rest = whole.bytes;
        for (auto at = gluedSegment(rest); at != rest.npos; at = gluedSegment(rest)) {
            segments.push_back({std::string(rest.substr(0, at)), whole.line});
            rest.remove_prefix(at + 1);
            noteOnce("several segments on one line were parted", m_lastGlued);
        }
        segments.push_back({std::string(rest), whole.line});
    }

    /// Where " PID|" begins behind a separator, so that a field would hold nothing but a segment id.
    std::size_t gluedSegment(std::string_view text) const
    {
        for (auto at = text.find(' ', 4); at != text.npos && at + 5 <= text.size(); at = text.find(' ', at + 1)) {
            if (text[at + 4] != m_separator || (text[at - 1] != m_separator && text[at - 1] != '~')) continue;
            if (std::find(glued.begin(), glued.end(), text.substr(at + 1, 3)) != glued.end()) return at;
        }
        return text.npos;
    }

    void noteOnce(const std::string& what, std::size_t& last)
    {
        if (last == m_file.messages.size()) return;
        last = m_file.messages.size();
        m_file.notes.push_back("message " + std::to_string(last) + ", " + atLine(m_line) + ": " + what);
    }

    std::string_view m_rest;
    RawFile m_file;
    char m_separator = '|';
    int m_line = 1;
    int m_nextLine = 1;
    std::size_t m_blankLines = 0;
    bool m_isOpen = false;         ///< A message takes segments.
    bool m_isSegmentOpen = false;  ///< Its last segment may go on.
    bool m_inFile = false;
    bool m_inBatch = false;
    std::size_t m_batches = 0;
    std::size_t m_inThisBatch = 0;
    std::size_t m_outsideReported =
        0;  ///< The next three: number of messages when it was said, so that it is said once.
    std::size_t m_lastGlued = 0;
    std::size_t m_lastContinued = 0;
};

}  // namespace

RawFile splitMessages(std::string_view bytes)
{
    return Splitter(bytes).split();
}

}  // namespace cw::hl7
