#include "tests/import/documents/fhir_fixture.h"

namespace cw::test {

namespace {

std::string codeText(const SourceCode& code)
{
    return std::to_string(static_cast<int>(code.kind)) + code.system + "|" + code.code + "|" + code.display + "|" +
           code.status + (code.isNegated ? "!" : "") + (code.date ? code.date->iso() : "") + "@" +
           std::to_string(code.span.begin) + "-" + std::to_string(code.span.end) + "\n";
}

std::string visitText(const IncomingVisit& visit)
{
    std::string text = visit.number.authority + "|" + visit.number.value + "|" + visit.placeOfService + "|" +
                       visit.dischargeStatus + (visit.from ? visit.from->iso() : "") +
                       (visit.to ? visit.to->iso() : "");
    if (visit.setting) text += toString(*visit.setting);
    for (const auto* provider : {&visit.providers.rendering, &visit.providers.attending, &visit.providers.facility})
        if (*provider) text += "|" + displayName(**provider) + (*provider)->npi;
    for (const auto& coverage : visit.coverages)
        text += "|" + coverage.payer.name + coverage.memberId + coverage.groupNumber +
                (coverage.subscriber ? coverage.subscriber->lastName : "");
    return text;
}

}  // namespace

std::string fingerprint(const Incoming& item)
{
    std::string text = std::to_string(static_cast<int>(item.kind)) + item.claims + "|" + item.patient.person.mrn + "|" +
                       displayName(item.patient.person) + "\n" + item.bytes + "\n";
    for (const auto& one : item.patient.identifiers) text += one.authority + "^" + one.value + "^" + one.type + "\n";
    if (item.visit) text += "visit " + visitText(*item.visit) + "\n";
    for (const auto& code : item.codes) text += codeText(code);
    for (const auto& [document, codes] : item.documents) {
        text += document.title + "|" + document.author + "|" + document.status + "|" + document.sourceKey + "|" +
                document.sourceVersion + "|" + document.replacesKey + "|" + document.sourceName + "|" +
                std::string(toString(document.type)) + std::string(toString(document.format)) +
                (document.date ? document.date->iso() : "") + "\n" + document.rendition.text + "\n" + document.bytes;
        for (const auto& code : codes) text += codeText(code);
    }
    return text;
}

}  // namespace cw::test
