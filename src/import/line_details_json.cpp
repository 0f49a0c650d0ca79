#include "import/line_details_json.h"

#include "import/claim_parts_json.h"
#include "import/lines_json.h"
#include "import/party_json.h"

#include <algorithm>

namespace cw {

namespace {

void writeIfTrue(JsonWriter& writer, std::string_view name, bool value)
{
    if (value) writer.boolean(name, true);
}

/// By role, in the order in which they stand. A role that we do not know is kept like the others.
std::vector<LineProvider> readLineProviders(JsonObject json)
{
    std::vector<LineProvider> providers;
    for (const auto role : json.names()) {
        auto provider = json.object(role);
        if (provider.isPresent()) providers.push_back({std::string(role), readProvider(provider)});
    }
    return providers;
}

/// A role stands once: of two providers of one role the first is written.
void writeLineProviders(JsonWriter& writer, const std::vector<LineProvider>& providers)
{
    if (providers.empty()) return;
    writer.key("providers");
    writer.beginObject();
    for (auto one = providers.begin(); one != providers.end(); ++one) {
        const auto isSame = [one](const LineProvider& other) { return other.role == one->role; };
        if (std::any_of(providers.begin(), one, isSame)) continue;
        writer.key(one->role);
        writeProvider(writer, one->provider);
    }
    writer.endObject();
}

}  // namespace

LineDetails readDetails(JsonObject& line)
{
    LineDetails details;
    details.description = line.text("description");
    details.isEmergency = line.boolean("emergency").value_or(false);
    details.isEpsdt = line.boolean("epsdt").value_or(false);
    details.isFamilyPlanning = line.boolean("family_planning").value_or(false);
    details.nonCovered = line.money("non_covered_charge");
    details.prescriptionNumber = line.text("prescription_number");
    details.references = readReferences(line);
    details.dates = readDates(line);
    details.notes = readNotes(line);
    details.paperwork = readPaperwork(line);
    details.certifications = readCertifications(line);
    details.purchased = readPurchasedService(line);
    details.providers = readLineProviders(line.object("providers"));
    return details;
}

void writeDetails(JsonWriter& writer, const LineDetails& details)
{
    writer.textIfAny("description", details.description);
    writeIfTrue(writer, "emergency", details.isEmergency);
    writeIfTrue(writer, "epsdt", details.isEpsdt);
    writeIfTrue(writer, "family_planning", details.isFamilyPlanning);
    writer.textIfAny("non_covered_charge", details.nonCovered ? details.nonCovered->decimal() : std::string());
    writer.textIfAny("prescription_number", details.prescriptionNumber);
    writeReferences(writer, details.references);
    writeDates(writer, details.dates);
    writeNotes(writer, details.notes);
    writePaperwork(writer, details.paperwork);
    writeCertifications(writer, details.certifications);
    writePurchasedService(writer, details.purchased);
    writeLineProviders(writer, details.providers);
}

std::string writeLineDetails(const LineDetails& details)
{
    if (details.isEmpty()) return {};
    JsonWriter writer(JsonWriter::Layout::compact);
    writer.beginObject();
    writeDetails(writer, details);
    writer.endObject();
    return writer.take();
}

Result<LineDetails> readLineDetails(std::string_view json)
{
    if (json.empty()) return LineDetails{};
    CW_TRY(const auto document, parseJson(json, "line details"));
    JsonFault fault;
    JsonObject object(&document, "", fault);
    auto details = readDetails(object);
    if (!fault.isSet()) return details;
    return Error{ErrorKind::invalidInput, "IMPORT-066", "line details: " + fault.pointer() + ": " + fault.reason()};
}

}  // namespace cw
