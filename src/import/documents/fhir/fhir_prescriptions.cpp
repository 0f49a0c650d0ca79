#include "import/documents/fhir/fhir_item.h"

#include "base/text.h"

namespace cw::fhir {

namespace {

constexpr const char* title = "Prescriptions";

void add(std::vector<std::string>& parts, std::string part)
{
    if (!part.empty()) parts.push_back(std::move(part));
}

std::string timingText(const Node& timing)
{
    if (auto text = conceptText(at(timing, "code")); !text.empty()) return text;
    const auto& repeat = at(timing, "repeat");
    const auto frequency = lineAt(repeat, "frequency");
    const auto period = lineAt(repeat, "period");
    const auto unit = lineAt(repeat, "periodUnit");
    if (period.empty() || unit.empty()) return {};
    // Units of time by UCUM (FHIR Timing.repeat.periodUnit): s, min, h, d, wk, mo, a.
    return (frequency.empty() ? "1" : frequency) + " × every " + period + " " + unit;
}

/// Dosage.text, else its parts in words.
std::string doseText(const Node& dosage)
{
    std::vector<std::string> parts;
    add(parts, lineAt(dosage, "text"));
    if (parts.empty()) {
        for (const auto& dose : each(dosage, "doseAndRate")) add(parts, quantityText(at(dose, "doseQuantity")));
        add(parts, conceptText(at(dosage, "route")));
        add(parts, timingText(at(dosage, "timing")));
        const auto reason = conceptText(at(dosage, "asNeededCodeableConcept"));
        if (!reason.empty())
            add(parts, "as needed for " + reason);
        else if (at(dosage, "asNeededBoolean").boolean)
            add(parts, "as needed");
    }
    add(parts, lineAt(dosage, "patientInstruction"));
    return text::join(parts, ", ");
}

std::string directionsOf(const Node& request)
{
    std::vector<std::string> lines;
    for (const auto& dosage : each(request, "dosageInstruction")) add(lines, doseText(dosage));
    return text::join(lines, "; ");
}

/// The medication's concept: on the request, or of the Medication it refers to.
const Node& medicationOf(const Desk& desk, const Resource& request)
{
    const auto& own = at(*request.node, "medicationCodeableConcept");
    if (!own.isNull()) return own;
    const auto* medication = desk.index.find(at(*request.node, "medicationReference"), request, "Medication");
    return medication == nullptr ? own : at(*medication, "code");
}

void writeRow(const Desk& desk, const Resource& request, RenditionWriter& writer, std::vector<SourceCode>& codes)
{
    const auto& node = *request.node;
    const auto& medication = medicationOf(desk, request);
    auto name = conceptText(medication);
    if (name.empty()) name = displayOf(at(node, "medicationReference"), request, desk.index);
    const auto& dispense = at(node, "dispenseRequest");
    const auto status = lineAt(node, "status");
    writer.row({name, directionsOf(node), quantityText(at(dispense, "quantity")),
                lineAt(dispense, "numberOfRepeatsAllowed"), displayOf(at(node, "requester"), request, desk.index),
                dayTextAt(node, "authoredOn"), status});
    const auto span = writer.lastCell(0);
    for (auto& code : codesOf(medication, SourceCodeKind::medication)) {
        code.status = status;
        code.isNegated = status == "entered-in-error" || status == "cancelled";
        code.date = dayAt(node, "authoredOn");
        code.span = span;
        codes.push_back(std::move(code));
    }
}

void writeReasons(const Desk& desk, const std::vector<int>& requests, RenditionWriter& writer,
                  std::vector<SourceCode>& codes)
{
    for (const auto position : requests) {
        const auto& request = desk.at(position);
        for (const auto& reason : each(*request.node, "reasonCode")) {
            auto name = conceptText(medicationOf(desk, request));
            if (name.empty()) name = "the medication";
            writer.labelled("Reason for " + name, conceptText(reason));
            for (auto& code : codesOf(reason, SourceCodeKind::diagnosis)) {
                code.date = dayAt(*request.node, "authoredOn");
                code.span = writer.lastRange();
                codes.push_back(std::move(code));
            }
        }
        for (const auto& note : each(*request.node, "note")) writer.labelled("Note", lineAt(note, "text"));
    }
}

}  // namespace

void addPrescriptions(const Desk& desk, const Group& group, Incoming& item)
{
    const auto requests = membersOf(desk, group, "MedicationRequest");
    if (requests.empty()) return;
    RenditionWriter writer;
    std::vector<SourceCode> codes;
    std::vector<std::optional<Date>> days;
    writer.heading(1, title);
    writer.beginTable();
    writer.headerRow({"Medication", "Dose and directions", "Quantity", "Refills", "Prescriber", "Date", "Status"});
    for (const auto position : requests) {
        const auto& request = desk.at(position);
        writeRow(desk, request, writer, codes);
        days.push_back(dayAt(*request.node, "authoredOn"));
    }
    writeReasons(desk, requests, writer, codes);
    const auto& first = desk.at(requests.front());
    auto made = readableDocument(desk, std::move(writer), std::move(codes), requests);
    made.document.type = DocumentType::prescription;
    made.document.title = title;
    made.document.date = firstDay(days);
    made.document.author = displayOf(at(*first.node, "requester"), first, desk.index);
    if (requests.size() == 1) made.document.status = lineAt(*first.node, "status");
    made.document.sourceKey = keyOfAll(desk, requests);
    made.document.sourceVersion = versionOfAll(desk, requests);
    item.documents.push_back(std::move(made));
}

}  // namespace cw::fhir
