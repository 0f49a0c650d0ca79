#include "base/text.h"
#include "import/documents/hl7/message_part.h"
#include "import/documents/hl7/people.h"
#include "import/documents/hl7/report.h"
#include "import/documents/readers.h"

#include <algorithm>
#include <array>

namespace cw::hl7 {

namespace {

constexpr std::size_t mostGroups = 1000;
constexpr std::size_t mostSharedBytes = 64U << 10U;  // They stand in the bytes of every order.

/// An order with its results.
struct OrderGroup {
    const Segment* obr = nullptr;
    Segments segments;
};

struct Orders {
    Segments shared;  ///< Header, patient, visit and their comments: of all orders.
    std::vector<OrderGroup> groups;
};

bool isShared(std::string_view id)
{
    constexpr std::array ids = {"MSH", "SFT", "EVN", "PID", "PD1", "NK1", "PV1", "PV2", "IN1", "IN2", "GT1"};
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Only so much of what all orders share is repeated with each; the rest is noted.
void limitShared(Orders& orders, const MessagePart& part)
{
    std::size_t size = 0;
    const auto isTooMuch = [&](const Segment* segment) {
        const auto own = part.message.bytesOf({segment}).size();
        if (size + own > mostSharedBytes) return true;
        size += own;
        return false;
    };
    if (std::erase_if(orders.shared, isTooMuch) > 0)
        part.notes.push_back(part.record + ": segments before the first order beyond 64 KB were passed over");
}

/// ORC or OBR begins an order; OBX before any OBR make one of their own (HL7 v2.5.1 sections 7.3.1 and 7.3.7).
Orders ordersIn(const Segments& segments)
{
    Orders orders;
    for (const auto* segment : segments) {
        const auto id = segment->id();
        if (isShared(id) || (orders.groups.empty() && (id == "NTE" || id == "PRT"))) {
            orders.shared.push_back(segment);
            continue;
        }
        const bool begins = id == "ORC" || id == "OBR";
        if (orders.groups.empty() || (begins && orders.groups.back().obr)) orders.groups.emplace_back();
        auto& group = orders.groups.back();
        if (id == "OBR") group.obr = segment;
        group.segments.push_back(segment);
    }
    return orders;
}

/// HL7 table 0074 (OBR-24).
DocumentType typeOfSection(const std::string& section)
{
    constexpr std::array imaging = {"RAD", "CT",  "NMR", "MR", "NMS", "RUS", "OUS",
                                    "VUS", "CUS", "XRC", "RX", "IMG", "CTH", "US"};
    constexpr std::array pathology = {"SP", "PAT", "CP", "CG"};
    constexpr std::array laboratory = {"LAB", "CH",  "HM",  "MB", "BLB", "BG", "IMM", "MCB",
                                       "MYC", "OSL", "PAR", "SR", "TX",  "VR", "GE"};
    const auto isIn = [&](const auto& list) { return std::find(list.begin(), list.end(), section) != list.end(); };
    if (isIn(imaging)) return DocumentType::imagingReport;
    if (isIn(pathology)) return DocumentType::pathologyReport;
    return isIn(laboratory) ? DocumentType::labReport : DocumentType::other;
}

DocumentType typeOf(const Segment* obr, const std::string& title, const Segments& segments)
{
    auto type = obr ? typeOfSection(text::upperAscii(obr->text(24))) : DocumentType::other;
    if (type != DocumentType::other) return type;
    const auto coded = obr ? readCoded(obr->first(4)) : Coded();
    const bool isLoinc = codeSystem(coded.system, SourceCodeKind::other) == "loinc";
    type = documentTypeOf(isLoinc ? coded.code : std::string(), title);
    if (type != DocumentType::other) return type;
    const bool hasResults = std::any_of(segments.begin(), segments.end(), [](const Segment* segment) {
        const auto kind = segment->id() == "OBX" ? valueType(*segment) : std::string();
        return !kind.empty() && kind != "TX" && kind != "FT" && kind != "ED" && kind != "RP";
    });
    return hasResults ? DocumentType::labReport : DocumentType::other;
}

/// Who answers for the report: OBR-32, else the laboratory that performed it (OBX-23), else the sender (MSH-4).
std::string authorOf(const OrderGroup& group, const Message& message)
{
    if (group.obr) {
        const auto interpreter = group.obr->first(32).component(1);  // NDL: a CNN with subcomponents.
        const auto last = interpreter.subcomponent(2).text();
        const auto first = interpreter.subcomponent(3).text();
        if (!last.empty()) return first.empty() ? last : last + ", " + first;
        if (const auto flat = group.obr->first(32).text(2, 1); !flat.empty())
            return readableProvider(group.obr->first(32));
    }
    for (const auto* segment : group.segments)
        if (segment->id() == "OBX")
            if (auto laboratory = segment->text(23); !laboratory.empty()) return laboratory;
    return message.header().text(4);
}

std::optional<Date> firstDate(std::initializer_list<std::string> candidates)
{
    for (const auto& text : candidates)
        if (const auto date = parseTimestamp(text).date) return date;
    return std::nullopt;
}

/// OBR-25, else what all OBX-11 agree on.
std::string statusOf(const OrderGroup& group)
{
    if (group.obr)
        if (const auto code = group.obr->text(25); !code.empty()) return orderStatus(code);
    std::string status;
    for (const auto* segment : group.segments) {
        if (segment->id() != "OBX") continue;
        const auto own = resultStatus(segment->text(11));
        if (!status.empty() && own != status) return {};
        status = own;
    }
    return status;
}

/// OBR-3, else OBR-2, with the code of OBR-4: stays the same when a result is corrected.
std::string keyOf(const Segment& obr, const Message& message)
{
    const int number = obr.text(3).empty() ? 2 : 3;
    auto authority = entityAuthority(obr.first(number));
    if (authority.empty()) authority = readAuthority(message.header().first(4));
    const auto key = entityKey(obr.first(number), authority);
    const auto code = readCoded(obr.first(4));
    return key.empty() ? key : key + " " + (code.code.empty() ? code.text : code.code);
}

/// OBR-4; where it is a bare code, what the first result of the same code is called.
std::string titleOf(const OrderGroup& group)
{
    const auto coded = readCoded(group.obr->first(4));
    if (!coded.text.empty()) return coded.text;
    for (const auto* segment : group.segments)
        if (segment->id() == "OBX")
            if (const auto test = readCoded(segment->first(3)); test.code == coded.code && !test.text.empty())
                return test.text;
    return coded.code;
}

ReportHead headOf(const OrderGroup& group, const MessagePart& part)
{
    ReportHead head;
    const auto& message = part.message;
    if (const auto* obr = group.obr) {
        head.title = titleOf(group);
        head.date = firstDate({obr->text(7), obr->text(14), obr->text(22), message.header().text(7)});
        head.sourceKey = keyOf(*obr, message);
        head.sourceVersion = versionOf(obr->text(22), message);
    } else {
        head.date = firstDate({message.header().text(7)});
        head.sourceVersion = versionOf({}, message);
    }
    if (head.title.empty()) head.title = "Results";
    head.type = typeOf(group.obr, head.title, group.segments);
    head.author = authorOf(group, message);
    head.status = statusOf(group);
    return head;
}

void writeReasons(const Segment& obr, Report& report)
{
    for (const auto& reason : obr.repetitions(31)) {
        const auto coded = readCoded(reason);
        const auto words = coded.text.empty() || coded.code.empty() ? coded.words() : coded.code + " " + coded.text;
        report.labelled("Reason for study", words);
        auto code = sourceCode(coded, SourceCodeKind::diagnosis);
        code.status = "reason for study";
        report.addCode(std::move(code), report.out().lastRange());
    }
}

void writeFacts(const OrderGroup& group, const ReportHead& head, Report& report)
{
    const auto* obr = group.obr;
    report.labelled("Status", head.status);
    if (!obr) return;
    report.labelled("Order number", obr->text(3).empty() ? obr->text(2) : obr->text(3));
    report.labelled("Observed", readableTimestamp(obr->text(7)));
    report.labelled("Received", readableTimestamp(obr->text(14)));
    report.labelled("Reported", readableTimestamp(obr->text(22)));
    report.labelled("Ordered by", readableProvider(obr->first(16)));
    report.labelled("Reported by", head.author);
    for (const auto* segment : group.segments)
        if (segment->id() == "SPM") report.labelled("Specimen", readCoded(segment->first(4)).words());
    report.labelled("Clinical information", obr->first(13).text());
    writeReasons(*obr, report);
}

std::vector<IncomingDocument> readOrder(const OrderGroup& group, const Orders& orders, const MessagePart& part)
{
    const auto head = headOf(group, part);
    Report report(part.record, part.notes);
    report.heading(1, head.title);
    if (group.obr) {
        const auto coded = readCoded(group.obr->first(4));
        auto code = sourceCode(coded, SourceCodeKind::procedure);
        if (code.system != "cpt" && code.system != "hcpcs") code.kind = SourceCodeKind::result;
        report.addCode(std::move(code), report.out().lastRange());
    }
    writeFacts(group, head, report);
    for (const auto* segment : orders.shared)
        if (segment->id() == "NTE") report.comment(noteText(*segment));
    report.observations(group.segments);
    if (!report.hasContent()) report.out().note("No results were sent with this order.");
    auto own = orders.shared;
    own.insert(own.end(), group.segments.begin(), group.segments.end());
    return std::move(report).finish(head, part.message.bytesOf(own), part.name);
}

bool hasReport(const OrderGroup& group)
{
    return group.obr || std::any_of(group.segments.begin(), group.segments.end(), [](const Segment* segment) {
               return segment->id() == "OBX" && !segment->text(5).empty();
           });
}

}  // namespace

Status readResults(const MessagePart& part, Incoming& item)
{
    auto orders = ordersIn(part.segments);
    limitShared(orders, part);
    if (orders.groups.size() > mostGroups)
        return Error{ErrorKind::invalidInput, "IMPORT-288", part.record + ": more than 1,000 orders in one message"};
    for (const auto& group : orders.groups) {
        if (!hasReport(group)) continue;
        for (auto& document : readOrder(group, orders, part)) item.documents.push_back(std::move(document));
    }
    if (item.documents.empty())
        return Error{ErrorKind::invalidInput, "IMPORT-281",
                     part.record + ": " + part.kind() +
                         " holds no report; expected a segment OBR or an OBX with a value"};
    item.kind = IncomingKind::document;
    item.codes = readCodes(part.segments);
    return {};
}

}  // namespace cw::hl7
