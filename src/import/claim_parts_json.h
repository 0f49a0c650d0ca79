#pragma once

#include "encounter/claim_parts.h"
#include "import/json_object.h"
#include "import/json_writer.h"

namespace cw {

/// The parts of encounter JSON that stand on claims, lines and providers alike, in and out. A read function takes its
/// member of the object that it is given; a write function writes nothing when there is nothing to write.

std::vector<QualifiedReference> readReferences(JsonObject& json);  ///< `references`
void writeReferences(JsonWriter& writer, const std::vector<QualifiedReference>& references);

std::vector<QualifiedDate> readDates(JsonObject& json);  ///< `dates`
void writeDates(JsonWriter& writer, const std::vector<QualifiedDate>& dates);

std::vector<QualifiedNote> readNotes(JsonObject& json);  ///< `notes`
void writeNotes(JsonWriter& writer, const std::vector<QualifiedNote>& notes);

std::vector<Paperwork> readPaperwork(JsonObject& json);  ///< `paperwork`
void writePaperwork(JsonWriter& writer, const std::vector<Paperwork>& paperwork);

/// `certifications`; `applies` is true when it is missing.
std::vector<Certification> readCertifications(JsonObject& json);
void writeCertifications(JsonWriter& writer, const std::vector<Certification>& certifications);

std::optional<PurchasedService> readPurchasedService(JsonObject& json);  ///< `purchased_service`
void writePurchasedService(JsonWriter& writer, const std::optional<PurchasedService>& purchased);

}  // namespace cw
