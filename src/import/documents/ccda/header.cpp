#include "import/documents/ccda/header.h"

#include "base/text.h"
#include "import/documents/ccda/values.h"
#include "import/documents/readers.h"

#include <algorithm>

namespace cw::ccda {

namespace {

/// Document types of C-CDA R2.1, chapter 1, by the LOINC code that it requires.
std::string documentKind(std::string_view loinc)
{
    static constexpr std::pair<std::string_view, std::string_view> kinds[] = {
        {"34133-9", "Continuity of Care Document"},
        {"11488-4", "Consultation Note"},
        {"18748-4", "Diagnostic Imaging Report"},
        {"18842-5", "Discharge Summary"},
        {"34117-2", "History and Physical"},
        {"11504-8", "Operative Note"},
        {"28570-0", "Procedure Note"},
        {"11506-3", "Progress Note"},
        {"57133-1", "Referral Note"},
        {"18761-7", "Transfer Summary"},
        {"52521-2", "Care Plan"}};
    for (const auto& [code, name] : kinds)
        if (code == loinc) return std::string(name);
    return {};
}

std::string keyOf(pugi::xml_node id)
{
    const auto identifier = identifierOf(id);
    if (!identifier) return {};
    return identifier->authority.empty() ? identifier->value : identifier->authority + "^" + identifier->value;
}

std::string keyOfDocument(pugi::xml_node document)
{
    auto key = keyOf(document.child("setId"));
    return key.empty() ? keyOf(document.child("id")) : key;
}

/// Key of the document that this one replaces (relatedDocument RPLC; APND and XFRM leave the parent in force).
std::string replacedKey(pugi::xml_node document, const std::string& ownKey)
{
    for (const auto related : document.children("relatedDocument")) {
        if (attribute(related, "typeCode") != "RPLC") continue;
        const auto key = keyOfDocument(related.child("parentDocument"));
        if (!key.empty() && key != ownKey) return key;
    }
    return {};
}

std::string authorOf(pugi::xml_node document)
{
    std::string first;
    for (const auto author : document.children("author")) {
        const auto assigned = author.child("assignedAuthor");
        const auto shown = shownParty(assigned);
        if (assigned.child("assignedPerson") && !shown.empty()) return shown;
        if (first.empty()) first = shown;
    }
    return first;
}

std::optional<Sex> sexOf(pugi::xml_node gender)
{
    const auto code = attribute(gender, "code");
    if (code == "F") return Sex::female;
    if (code == "M") return Sex::male;
    // HL7 AdministrativeGender UN "undifferentiated"; nullFlavor UNK is an answer too, the others say nothing.
    if (code == "UN" || attribute(gender, "nullFlavor") == "UNK") return Sex::unknown;
    return std::nullopt;
}

bool canBeRecordNumber(const Identifier& identifier)
{
    return identifier.type.empty();
}

/// The record number in front; the rest as it came.
std::vector<Identifier> patientIdentifiers(pugi::xml_node role, std::string& recordNumber)
{
    auto all = identifiersOf(role);
    const auto found = std::find_if(all.begin(), all.end(), canBeRecordNumber);
    if (found == all.end()) return all;
    recordNumber = found->value;
    std::rotate(all.begin(), found, found + 1);
    return all;
}

void readPatient(pugi::xml_node role, Header& header)
{
    const auto patient = role.child("patient");
    const auto legal = preferred(patient, "name", {"L", "C"});
    auto& person = header.patient.person;
    person = nameOf(legal);
    header.patient.identifiers = patientIdentifiers(role, person.mrn);
    person.birthDate = dateIn(patient.child("birthTime"));
    person.sex = sexOf(patient.child("administrativeGenderCode"));
    person.address = addressOf(role);
    person.phone = phoneOf(role);
    for (const auto name : patient.children("name")) {
        auto shown = displayName(nameOf(name));
        if (name != legal && !shown.empty()) header.otherNames.push_back(std::move(shown));
    }
}

void noteMissing(pugi::xml_node document, const Header& header, std::vector<std::string>& notes)
{
    const auto& person = header.patient.person;
    const auto note = [&](bool isMissing, const char* what) {
        if (isMissing) notes.emplace_back(what);
    };
    if (!document.child("recordTarget")) {
        notes.emplace_back("names no patient (no recordTarget)");
    } else {
        note(header.patient.identifiers.empty(), "the patient has no id");
        note(!header.patient.identifiers.empty() && person.mrn.empty(), "the patient's only id is no record number");
        note(person.lastName.empty() && person.firstName.empty(), "the patient has no name");
        note(!person.birthDate, "the patient has no birth date (birthTime)");
        note(!person.sex, "the patient's sex is not told (administrativeGenderCode)");
    }
    note(document.child("recordTarget").next_sibling("recordTarget"), "names several patients: the first was taken");
    note(header.key.empty(), "the document has no id: a corrected version will not be recognised");
    note(!header.date, "the document has no usable date (effectiveTime)");
}

}  // namespace

Header readHeader(pugi::xml_node document, std::vector<std::string>& notes)
{
    Header header;
    const auto code = document.child("code");
    const auto effective = document.child("effectiveTime");
    header.kind = documentKind(attribute(code, "code"));
    header.title = wordsOf(document.child("title"));
    if (header.title.empty()) header.title = header.kind.empty() ? shownCode(code) : header.kind;
    if (header.title.empty()) header.title = "C-CDA document";
    header.type = documentTypeOf(attribute(code, "code"), header.title);
    header.date = dateIn(effective);
    header.dateShown = shownTime(effective);
    header.author = authorOf(document);
    header.signedBy = shownParty(document.child("legalAuthenticator").child("assignedEntity"));
    header.custodian = shownParty(document.child("custodian").child("assignedCustodian"));
    header.key = keyOfDocument(document);
    header.version = attribute(document.child("versionNumber"), "value");
    if (header.version.empty() && !isNull(effective)) header.version = digitsOf(attribute(effective, "value"));
    header.replaces = replacedKey(document, header.key);
    header.status = attribute(document.child("statusCode"), "code");
    readPatient(document.child("recordTarget").child("patientRole"), header);
    noteMissing(document, header, notes);
    return header;
}

void writeHeader(const Header& header, RenditionWriter& writer)
{
    const auto& person = header.patient.person;
    writer.heading(1, header.title);
    writer.labelled("Patient", displayName(person));
    writer.labelled("Also known as", text::join(header.otherNames, "; "));
    writer.labelled("Record number", person.mrn);
    writer.labelled("Born", person.birthDate ? person.birthDate->iso() : std::string());
    if (person.sex)
        writer.labelled("Sex", *person.sex == Sex::female ? "female" : *person.sex == Sex::male ? "male" : "unknown");
    writer.labelled("Document", header.kind == header.title ? std::string() : header.kind);
    writer.labelled("Date", header.dateShown);
    writer.labelled("Author", header.author);
    writer.labelled("Signed by", header.signedBy);
    writer.labelled("Custodian", header.custodian);
}

void describe(const Header& header, NewDocument& document)
{
    document.type = header.type;
    document.title = header.title;
    document.date = header.date;
    document.author = header.author;
    document.sourceKey = header.key;
    document.sourceVersion = header.version;
    document.replacesKey = header.replaces;
    document.status = header.status;
}

}  // namespace cw::ccda
