#include "import/claim_parts_json.h"

namespace cw {

namespace {

template <class Part, class Read>
std::vector<Part> readParts(JsonObject& json, std::string_view key, Read read)
{
    std::vector<Part> parts;
    json.eachObject(key, [&](JsonObject& entry) {
        Part part = read(entry);
        part.foreign = entry.foreign();
        parts.push_back(std::move(part));
    });
    return parts;
}

template <class Part, class Write>
void writeParts(JsonWriter& writer, std::string_view key, const std::vector<Part>& parts, Write write)
{
    if (parts.empty()) return;
    writer.key(key);
    writer.beginArray();
    for (const auto& part : parts) {
        writer.beginObject();
        write(part);
        writer.endObject(part.foreign);
    }
    writer.endArray();
}

}  // namespace

std::vector<QualifiedReference> readReferences(JsonObject& json)
{
    return readParts<QualifiedReference>(json, "references", [](JsonObject& entry) {
        return QualifiedReference{.qualifier = entry.text("qualifier"), .value = entry.text("value")};
    });
}

void writeReferences(JsonWriter& writer, const std::vector<QualifiedReference>& references)
{
    writeParts(writer, "references", references, [&writer](const QualifiedReference& reference) {
        writer.text("qualifier", reference.qualifier);
        writer.text("value", reference.value);
    });
}

std::vector<QualifiedDate> readDates(JsonObject& json)
{
    return readParts<QualifiedDate>(json, "dates", [](JsonObject& entry) {
        return QualifiedDate{
            .qualifier = entry.text("qualifier"), .first = entry.date("from"), .last = entry.date("to")};
    });
}

void writeDates(JsonWriter& writer, const std::vector<QualifiedDate>& dates)
{
    writeParts(writer, "dates", dates, [&writer](const QualifiedDate& date) {
        writer.text("qualifier", date.qualifier);
        writer.iso("from", date.first);
        writer.iso("to", date.last);
    });
}

std::vector<QualifiedNote> readNotes(JsonObject& json)
{
    return readParts<QualifiedNote>(json, "notes", [](JsonObject& entry) {
        return QualifiedNote{.code = entry.text("code"), .text = entry.text("text")};
    });
}

void writeNotes(JsonWriter& writer, const std::vector<QualifiedNote>& notes)
{
    writeParts(writer, "notes", notes, [&writer](const QualifiedNote& note) {
        writer.text("code", note.code);
        writer.text("text", note.text);
    });
}

std::vector<Paperwork> readPaperwork(JsonObject& json)
{
    return readParts<Paperwork>(json, "paperwork", [](JsonObject& entry) {
        return Paperwork{.type = entry.text("type"),
                         .transmission = entry.text("transmission"),
                         .controlNumber = entry.text("control_number")};
    });
}

void writePaperwork(JsonWriter& writer, const std::vector<Paperwork>& paperwork)
{
    writeParts(writer, "paperwork", paperwork, [&writer](const Paperwork& paper) {
        writer.text("type", paper.type);
        writer.text("transmission", paper.transmission);
        writer.textIfAny("control_number", paper.controlNumber);
    });
}

std::vector<Certification> readCertifications(JsonObject& json)
{
    return readParts<Certification>(json, "certifications", [](JsonObject& entry) {
        return Certification{.category = entry.text("category"),
                             .applies = entry.boolean("applies").value_or(true),
                             .codes = entry.texts("codes")};
    });
}

void writeCertifications(JsonWriter& writer, const std::vector<Certification>& certifications)
{
    writeParts(writer, "certifications", certifications, [&writer](const Certification& certification) {
        writer.text("category", certification.category);
        writer.boolean("applies", certification.applies);
        writer.textsIfAny("codes", certification.codes);
    });
}

std::optional<PurchasedService> readPurchasedService(JsonObject& json)
{
    auto entry = json.object("purchased_service");
    if (!entry.isPresent()) return std::nullopt;
    PurchasedService purchased{.providerNumber = entry.text("provider_number"),
                               .amount = entry.money("amount").value_or(Money{})};
    purchased.foreign = entry.foreign();
    return purchased;
}

void writePurchasedService(JsonWriter& writer, const std::optional<PurchasedService>& purchased)
{
    if (!purchased) return;
    writer.key("purchased_service");
    writer.beginObject();
    writer.text("provider_number", purchased->providerNumber);
    writer.text("amount", purchased->amount.decimal());
    writer.endObject(purchased->foreign);
}

}  // namespace cw
