#include "app/intake/record_text.h"

#include "app/intake/matching.h"
#include "base/digest.h"

namespace cw::app {

std::string_view kindName(IncomingKind kind) noexcept
{
    switch (kind) {
    case IncomingKind::document: return "document";
    case IncomingKind::admit: return "admission";
    case IncomingKind::update: return "update";
    case IncomingKind::merge: return "merge";
    case IncomingKind::charges: return "charges";
    }
    return "";
}

std::string patientLabel(const IncomingPatient& patient)
{
    std::string label = displayName(patient.person);
    const auto add = [&label](const std::string& part) {
        if (part.empty()) return;
        if (!label.empty()) label += " · ";
        label += part;
    };
    if (patient.person.birthDate) add("born " + patient.person.birthDate->iso());
    if (patient.person.sex == Sex::female) add("female");
    if (patient.person.sex == Sex::male) add("male");
    for (const auto& number : recordNumbers(patient))
        add(number.authority.empty() ? number.value : number.value + " (" + number.authority + ")");
    return label;
}

std::string noteOf(std::string_view file, std::string_view record, std::string_view text)
{
    std::string note;
    if (!text.starts_with(file)) note += std::string(file) + ": ";
    if (!record.empty() && text.find(record) == std::string_view::npos) note += std::string(record) + ": ";
    return note + std::string(text);
}

UnmatchedItem waitingItem(const Incoming& record, std::string_view file, UnmatchedReason reason, std::string detail,
                          PatientId candidate, Instant now)
{
    UnmatchedItem item;
    item.arrivedAt = now;
    item.sourceName = file;
    item.record = record.record;
    item.kind = kindName(record.kind);
    item.reason = reason;
    item.detail = std::move(detail);
    item.patientLabel = patientLabel(record.patient);
    item.title =
        record.documents.empty() ? std::string(kindName(record.kind)) : record.documents.front().document.title;
    item.format = record.format;
    item.digest = sha256Hex(record.bytes);
    item.size = static_cast<std::int64_t>(record.bytes.size());
    item.candidate = candidate;
    return item;
}

void addTo(IntakeOutcome& total, const IntakeOutcome& part)
{
    total.files += part.files;
    total.encounters += part.encounters;
    total.updated += part.updated;
    total.documents += part.documents;
    total.versions += part.versions;
    total.known += part.known;
    total.merged += part.merged;
    total.charges += part.charges;
    total.codes += part.codes;
    total.unmatched += part.unmatched;
    total.rejected += part.rejected;
    total.locked.insert(total.locked.end(), part.locked.begin(), part.locked.end());
    total.notes.insert(total.notes.end(), part.notes.begin(), part.notes.end());
}

bool isEmpty(const IntakeOutcome& outcome) noexcept
{
    return outcome.encounters + outcome.updated + outcome.documents + outcome.versions + outcome.known +
               outcome.merged + outcome.charges + outcome.codes + outcome.unmatched + outcome.rejected ==
           0;
}

std::string counted(int count, std::string_view one)
{
    return std::to_string(count) + " " + std::string(one) + (count == 1 ? "" : "s");
}

}  // namespace cw::app
