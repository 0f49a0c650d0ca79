#include "base/text.h"
#include "import/documents/hl7/message_part.h"
#include "import/documents/hl7/people.h"
#include "import/documents/readers.h"

#include <algorithm>
#include <utility>

namespace cw {

namespace {

using namespace hl7;

constexpr std::string_view usedKinds =
    "used are ADT A01, A03 to A08, A18, A28, A31, A34, A40; ORU; OUL; MDM; DFT P03, P11; RDE; RDS; VXU";
constexpr std::size_t mostPatients = 1000;
constexpr std::size_t mostNotes = 200;

struct Kind {
    std::string_view type;
    std::string_view events;  ///< Parted by blanks; empty: all of the type.
    Status (*read)(const MessagePart&, Incoming&);
    bool needsPatient;
};

constexpr Kind kinds[] = {{"ADT", "A01 A04", readAdmission, true},
                          {"ADT", "A03 A05 A06 A07 A08 A28 A31", readUpdate, true},
                          {"ADT", "A18 A34 A40", readMerge, true},
                          {"DFT", "P03 P11", readChargePosting, true},
                          {"ORU", "", readResults, false},
                          {"OUL", "", readResults, false},
                          {"MDM", "T01 T02 T03 T04 T05 T06 T07 T08 T09 T10 T11", readDocument, false},
                          {"RDE", "", readPharmacy, false},
                          {"RDS", "", readPharmacy, false},
                          {"VXU", "", readVaccinations, false}};

const Kind* kindOf(const Message& message)
{
    const auto found = std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind& kind) {
        const bool isEvent = message.event().size() == 3 && kind.events.find(message.event()) != kind.events.npos;
        return kind.type == message.type() && (kind.events.empty() || isEvent);
    });
    return found == std::end(kinds) ? nullptr : found;
}

/// One part per PID; what stands before the first belongs to that, MSH and EVN to all.
std::vector<Segments> partsOf(const Message& message)
{
    std::vector<Segments> parts(1);
    Segments header;
    bool hasPatient = false;
    for (const auto& segment : message.segments()) {
        if (!hasPatient && (segment.id() == "MSH" || segment.id() == "EVN")) header.push_back(&segment);
        if (segment.id() == "PID" && std::exchange(hasPatient, true)) parts.push_back(header);
        if (parts.size() > mostPatients) return {};
        parts.back().push_back(&segment);
    }
    return parts;
}

class Hl7Reader {
public:
    explicit Hl7Reader(const SourceFile& file) : m_file(file) {}

    Result<IncomingFile> read()
    {
        auto raw = splitMessages(m_file.bytes);
        if (raw.messages.empty()) return nothingIn(raw);
        m_into.notes = std::move(raw.notes);
        m_into.refused = std::move(raw.refused);
        m_isOnly = raw.messages.size() == 1;
        for (const auto& message : raw.messages) {
            if (m_file.progress.isCancelled())
                return Error{ErrorKind::cancelled, "IMPORT-272", std::string(m_file.name) + ": cancelled"};
            m_file.progress.report(message.number, static_cast<std::int64_t>(raw.messages.size()), "reading messages");
            const auto done = readMessage(message);
            if (!done) refuse(done.error());
        }
        if (m_into.items.empty()) return noneUsed();
        m_into.kind = "HL7 v2, " + std::to_string(raw.messages.size()) + (m_isOnly ? " message" : " messages");
        limitNotes();
        return std::move(m_into);
    }

private:
    Error nothingIn(const RawFile& raw) const
    {
        const auto name = std::string(m_file.name);
        if (text::trim(m_file.bytes).empty())
            return {ErrorKind::invalidInput, "IMPORT-270", name + ": the file is empty; expected HL7 v2 messages"};
        const auto why = raw.refused.empty() ? std::string("no message in it")
                                             : raw.refused.front().record + ": " + raw.refused.front().reason;
        return {ErrorKind::invalidInput, "IMPORT-271", name + ": " + why};
    }

    /// The first reason stands for all: a file with one message has one.
    Error noneUsed() const
    {
        const auto& first = m_into.refused.front();
        const auto more = m_into.refused.size() - 1;
        return {ErrorKind::invalidInput, m_firstId.empty() ? std::string_view("IMPORT-289") : m_firstId,
                std::string(m_file.name) + ": " + first.record + ": " + first.reason +
                    (more == 0 ? "" : "; " + std::to_string(more) + " more refused")};
    }

    void refuse(const Error& error)
    {
        if (m_firstId.empty()) m_firstId = error.id;
        // Errors of a message begin with its name and a colon.
        const auto colon = error.detail.find(": ");
        if (colon == std::string::npos)
            m_into.refused.push_back({"", error.detail});
        else
            m_into.refused.push_back({error.detail.substr(0, colon), error.detail.substr(colon + 2)});
    }

    Status readMessage(const RawMessage& raw)
    {
        CW_TRY(const auto message, Message::parse(raw, m_into.notes));
        const auto record = "message " + std::to_string(raw.number);
        const auto place = record + ", line " + std::to_string(raw.segments.front().line) + ": ";
        const auto* kind = kindOf(message);
        if (!kind)
            return Error{ErrorKind::invalidInput, "IMPORT-279",
                         place + kindName(message) + " is not used; " + std::string(usedKinds)};
        const auto parts = partsOf(message);
        if (parts.empty())
            return Error{ErrorKind::invalidInput, "IMPORT-290", place + "more than 1,000 segments PID in one message"};
        int number = 0;
        for (const auto& segments : parts) {
            ++number;
            const auto suffix = parts.size() == 1 ? "" : ", patient " + std::to_string(number);
            const auto done = readPart(*kind, {message, segments, record + suffix, m_file.name, m_into.notes},
                                       m_isOnly && parts.size() == 1);
            if (!done) refuse(done.error());
        }
        return {};
    }

    Status readPart(const Kind& kind, const MessagePart& part, bool isWholeFile)
    {
        Incoming item;
        const auto* pid = part.find("PID");
        if (!pid && kind.needsPatient)
            return Error{ErrorKind::invalidInput, "IMPORT-280",
                         part.record + ": " + part.kind() + " names no patient; expected a segment PID"};
        if (pid) item.patient = readPatient(*pid);
        std::vector<std::string> notes;
        item.visit = readVisit(part.segments, notes);
        CW_CHECK(kind.read(part, item));
        for (const auto& note : notes) m_into.notes.push_back(part.record + ": " + note);
        if (!isWholeFile) item.record = part.record;
        item.bytes = part.bytes();
        item.format = DocumentFormat::hl7;
        m_into.items.push_back(std::move(item));
        return {};
    }

    void limitNotes()
    {
        auto& notes = m_into.notes;
        if (notes.size() <= mostNotes) return;
        const auto more = notes.size() - mostNotes;
        notes.resize(mostNotes);
        notes.push_back(std::to_string(more) + " more notes");
    }

    const SourceFile& m_file;
    IncomingFile m_into;
    bool m_isOnly = false;
    std::string_view m_firstId;
};

}  // namespace

Result<IncomingFile> readHl7File(const SourceFile& file)
{
    const bool isWide = file.bytes.starts_with("\xFF\xFE") || file.bytes.starts_with("\xFE\xFF");
    if (!isWide) return Hl7Reader(file).read();
    CW_TRY(const auto bytes, toUtf8(file.bytes, "", file.name));
    return Hl7Reader({bytes, file.name, file.options, file.ids, file.progress}).read();
}

}  // namespace cw
