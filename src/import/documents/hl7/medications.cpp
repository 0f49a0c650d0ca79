#include "base/text.h"
#include "import/documents/hl7/message_part.h"
#include "import/documents/hl7/people.h"
#include "import/documents/hl7/report.h"

#include <algorithm>

namespace cw::hl7 {

namespace {

/// The segments of one order: from ORC to the next, or from RXE, RXD, RXA where no ORC stands.
std::vector<Segments> ordersIn(const Segments& segments, std::string_view subject)
{
    std::vector<Segments> orders;
    for (const auto* segment : segments) {
        const bool begins =
            segment->id() == "ORC" || (segment->id() == subject && (orders.empty() || find(orders.back(), subject)));
        if (begins) orders.emplace_back();
        if (!orders.empty()) orders.back().push_back(segment);
    }
    std::erase_if(orders, [&](const Segments& order) { return !find(order, subject); });
    return orders;
}

std::string joined(std::initializer_list<std::string> parts)
{
    std::string all;
    for (const auto& part : parts)
        if (!part.empty()) all += all.empty() ? part : " " + part;
    return all;
}

std::string words(const Segment& segment, int number)
{
    return readCoded(segment.first(number)).words();
}

/// ORC-3, else ORC-2, else the prescription number, of all orders together.
std::string keyOf(const std::vector<Segments>& orders, std::string_view subject, int prescription,
                  const Message& message)
{
    const auto sender = readAuthority(message.header().first(4));
    std::string all;
    for (const auto& order : orders) {
        std::string key;
        if (const auto* orc = find(order, "ORC")) {
            const int number = orc->text(3).empty() ? 2 : 3;
            const auto authority = entityAuthority(orc->first(number));
            key = entityKey(orc->first(number), authority.empty() ? sender : authority);
        }
        if (key.empty() && prescription > 0) key = entityKey(find(order, subject)->first(prescription), sender);
        if (key.empty()) return {};
        all += (all.empty() ? "" : "+") + key;
    }
    return message.type() + " " + all;
}

std::string orderedBy(const Segments& order)
{
    const auto* orc = find(order, "ORC");
    return orc ? readableProvider(orc->first(12)) : std::string();
}

std::string routeOf(const Segments& order)
{
    const auto* rxr = find(order, "RXR");
    return rxr ? words(*rxr, 1) : std::string();
}

/// TQ1-3, else the interval in RXE-1 (HL7 v2.5.1 sections 4.5.4 and 4.14.4.1).
std::string frequencyOf(const Segments& order, const Segment& rxe)
{
    if (const auto* tq1 = find(order, "TQ1")) return words(*tq1, 3);
    auto interval = rxe.text(1, 2);
    return interval.empty() ? rxe.text(1, 5) : interval;
}

void writeEncodedOrder(const Segments& order, Report& report)
{
    const auto& rxe = *find(order, "RXE");
    const auto least = rxe.text(3);
    const auto most = rxe.text(4);
    const auto amount = most.empty() || most == least ? least : least + " to " + most;
    report.out().row({words(rxe, 2), joined({rxe.text(25), words(rxe, 26)}), joined({amount, words(rxe, 5)}),
                      routeOf(order), frequencyOf(order, rxe), joined({rxe.text(10), words(rxe, 11)}), rxe.text(12),
                      orderedBy(order)});
    report.addCode(sourceCode(readCoded(rxe.first(2)), SourceCodeKind::medication), report.out().lastCell(0));
    for (const int number : {7, 21})
        for (const auto& instruction : rxe.repetitions(number))
            if (const auto text = readCoded(instruction).words(); !text.empty())
                report.out().row({RenditionWriter::Cell{"Instructions: " + text, false, 8}});
}

void writeDispense(const Segments& order, Report& report)
{
    const auto& rxd = *find(order, "RXD");
    report.out().row({words(rxd, 2), joined({rxd.text(16), words(rxd, 17)}), joined({rxd.text(4), words(rxd, 5)}),
                      routeOf(order), readableTimestamp(rxd.text(3)), rxd.text(7), rxd.text(8),
                      readableProvider(rxd.first(10))});
    auto code = sourceCode(readCoded(rxd.first(2)), SourceCodeKind::medication);
    code.status = "dispensed";
    code.date = parseTimestamp(rxd.text(3)).date;
    report.addCode(std::move(code), report.out().lastCell(0));
}

/// HL7 table 0322 (RXA-20).
std::string vaccinationStatus(const Segment& rxa)
{
    const auto status = text::upperAscii(rxa.text(20));
    if (status == "RE") return "refused";
    if (status == "NA") return "not administered";
    if (status == "PA") return "partially administered";
    return status.empty() || status == "CP" ? "given" : status;
}

void writeVaccination(const Segments& order, Report& report)
{
    const auto& rxa = *find(order, "RXA");
    const auto status = vaccinationStatus(rxa);
    const auto amount = rxa.text(6) == "999" ? std::string() : rxa.text(6);  // 999: not known (section 4.14.7.6).
    report.out().row({words(rxa, 5), readableTimestamp(rxa.text(3)), joined({amount, words(rxa, 7)}), routeOf(order),
                      rxa.text(15), words(rxa, 17), status, readableProvider(rxa.first(10))});
    auto code = sourceCode(readCoded(rxa.first(5)), SourceCodeKind::medication);
    code.status = status;
    code.isNegated = status == "refused" || status == "not administered";
    code.date = parseTimestamp(rxa.text(3)).date;
    report.addCode(std::move(code), report.out().lastCell(0));
    if (const auto reason = words(rxa, 18); !reason.empty())
        report.out().row({RenditionWriter::Cell{"Reason: " + reason, false, 8}});
}

struct Sheet {
    std::string_view subject;  ///< Segment that makes a row.
    std::string title;
    DocumentType type;
    int prescription;  ///< Field of the subject that holds its number; 0 for none.
    int day;           ///< Field of the subject that holds its date; 0: ORC-9.
    std::vector<std::string> columns;
    void (*write)(const Segments&, Report&);
};

bool fill(const Sheet& sheet, const MessagePart& part, Incoming& item)
{
    const auto orders = ordersIn(part.segments, sheet.subject);
    if (orders.empty()) return false;
    ReportHead head;
    head.type = sheet.type;
    head.title = sheet.title;
    const auto* orc = find(orders.front(), "ORC");
    const auto when = sheet.day > 0 ? find(orders.front(), sheet.subject)->text(sheet.day) : orc ? orc->text(9) : "";
    head.date = parseTimestamp(when).date;
    if (!head.date) head.date = parseTimestamp(part.message.header().text(7)).date;
    head.author = orderedBy(orders.front());
    head.sourceKey = keyOf(orders, sheet.subject, sheet.prescription, part.message);
    head.sourceVersion = versionOf(orc ? orc->text(9) : std::string(), part.message);
    Report report(part.record, part.notes);
    report.heading(1, head.title);
    report.out().beginTable();
    report.out().headerRow(sheet.columns);
    for (const auto& order : orders) {
        sheet.write(order, report);
        for (const auto* segment : order)
            if (segment->id() == "NTE")
                report.out().row({RenditionWriter::Cell{"Note: " + noteText(*segment), false, 8}});
    }
    item.kind = IncomingKind::document;
    item.documents = std::move(report).finish(head, part.bytes(), part.name);
    item.codes = readCodes(part.segments);
    return true;
}

}  // namespace

Status readPharmacy(const MessagePart& part, Incoming& item)
{
    static const Sheet prescription = {
        "RXE",
        "Prescription",
        DocumentType::prescription,
        15,
        0,
        {"Medication", "Strength", "Dose", "Route", "Frequency", "Dispense", "Refills", "Ordered by"},
        writeEncodedOrder};
    static const Sheet dispense = {
        "RXD",
        "Dispensed medication",
        DocumentType::prescription,
        7,
        3,
        {"Medication", "Strength", "Amount", "Route", "Dispensed", "Prescription", "Refills left", "Dispensed by"},
        writeDispense};
    if (fill(part.message.type() == "RDS" ? dispense : prescription, part, item)) return {};
    return Error{ErrorKind::invalidInput, "IMPORT-286",
                 part.record + ": " + part.kind() + " holds no order; expected a segment " +
                     (part.message.type() == "RDS" ? "RXD" : "RXE")};
}

Status readVaccinations(const MessagePart& part, Incoming& item)
{
    static const Sheet sheet = {"RXA",
                                "Immunizations",
                                DocumentType::other,
                                0,
                                3,
                                {"Vaccine", "Given", "Amount", "Route", "Lot", "Manufacturer", "Status", "Given by"},
                                writeVaccination};
    if (fill(sheet, part, item)) return {};
    return Error{ErrorKind::invalidInput, "IMPORT-287",
                 part.record + ": " + part.kind() + " holds no vaccination; expected a segment RXA"};
}

}  // namespace cw::hl7
