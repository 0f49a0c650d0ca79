#include "app/packet/gatherer.h"

#include "app/edit_report.h"
#include "app/packet/attested_lines.h"
#include "app/packet/history_words.h"
#include "base/text.h"
#include "edits/place_of_service.h"

#include <algorithm>

namespace cw::app::packet {

std::string joined(std::initializer_list<std::string> parts)
{
    std::vector<std::string> kept;
    for (const auto& part : parts)
        if (!part.empty()) kept.push_back(part);
    return text::join(kept, " \xC2\xB7 ");
}

std::string datesText(Date from, const std::optional<Date>& to)
{
    return to && *to != from ? from.iso() + " to " + to->iso() : from.iso();
}

std::string placeText(const std::string& code)
{
    const auto name = placeOfServiceName(code);
    return name ? code + " " + std::string(*name) : code;
}

Status Gatherer::codes(AuditPacket& packet)
{
    for (const auto& diagnosis : m_encounter.diagnoses) {
        CW_TRY(auto code, codeOf(diagnosis));
        packet.diagnoses.push_back(std::move(code));
    }
    int position = 0;
    for (const auto& line : m_encounter.procedures) {
        CW_TRY(auto code, codeOf(line, ++position));
        packet.procedures.push_back(std::move(code));
    }
    return {};
}

Status Gatherer::findings(AuditPacket& packet)
{
    CW_TRY(const auto report, reportOn(m_workspace, m_tx, m_encounter));
    for (const auto& finding : report.findings)
        packet.findings.push_back(std::string(finding.key.rule) + " " + std::string(toString(finding.severity)) + ": " +
                                  finding.message + (finding.attested ? " (attested)" : ""));
    for (const auto& missing : report.notChecked)
        packet.findings.push_back("not checked: no " + missing.table + " table covers " + missing.date.iso());
    return attestations(packet, report);
}

Status Gatherer::attestations(AuditPacket& packet, const EditReport& report)
{
    CW_TRY(const auto all, m_workspace.editRecords().attestations(m_tx, m_encounter.row));
    for (const auto& one : all)
        packet.attestations.push_back(attestedLine(m_encounter, one, report, m_workspace.clock()));
    return {};
}

Status Gatherer::documents(AuditPacket& packet)
{
    const auto reader = m_workspace.user().id;
    CW_TRY(const auto current, m_workspace.documents().ofEncounter(m_tx, m_encounter.row, reader));
    for (const auto& document : current) {
        CW_TRY(const auto versions, m_workspace.documents().versions(m_tx, document.id, reader));
        for (const auto& info : versions) {
            CW_TRY(auto row, documentRow(info));
            packet.documents.push_back(std::move(row));
        }
    }
    CW_TRY(auto notes, m_workspace.documents().bookmarks(m_tx, m_encounter.row, reader));
    std::erase_if(notes, [](const Bookmark& note) { return note.isPrivate; });
    packet.notes = std::move(notes);
    return {};
}

Status Gatherer::history(AuditPacket& packet)
{
    AuditFilter filter;
    filter.encounter = m_encounter.encounterId;
    filter.limit = 1'000'000;
    CW_TRY(const auto entries, m_workspace.audit().entries(m_tx, filter));
    for (const auto& entry : entries)
        packet.history.push_back({m_workspace.clock().localDateTime(entry.at), entry.event.user,
                                  historyWords(entry.event), entry.event.detail});
    return {};
}

Result<AuditPacket::Code> Gatherer::codeOf(const Diagnosis& diagnosis)
{
    AuditPacket::Code code;
    code.position = diagnosis.role == DiagnosisRole::admitting ? "admitting"
                    : diagnosis.role == DiagnosisRole::reasonForVisit
                        ? "reason for visit"
                        : std::to_string(m_encounter.claimPosition(diagnosis.id));
    code.code = displayCode(CodeSystem::icd10cm, diagnosis.code.text);
    CW_CHECK(addTitle(code, CodeSystem::icd10cm, diagnosis.code.text, m_encounter.codingDate()));
    if (!diagnosis.presentOnAdmission.empty())
        code.detail = joined({"present on admission " + diagnosis.presentOnAdmission, code.detail});
    CW_CHECK(addProofs(code, diagnosis.evidence));
    return code;
}

Result<AuditPacket::Code> Gatherer::codeOf(const ProcedureLine& line, int position)
{
    AuditPacket::Code code;
    code.position = std::to_string(position);
    code.code = line.code.text.empty() ? "no code" : line.code.text;
    const auto from = line.serviceFrom.value_or(m_encounter.service.from);
    if (line.system) {
        code.code = displayCode(*line.system, line.code.text);
        CW_CHECK(addTitle(code, *line.system, line.code.text, from));
    }
    for (const auto& modifier : line.modifiers) code.code += "-" + modifier;
    code.detail = joined({detailOf(line), datesText(from, line.serviceTo), code.detail});
    CW_CHECK(addProofs(code, line.evidence));
    return code;
}

std::string Gatherer::detailOf(const ProcedureLine& line) const
{
    const bool isOne = line.units == Quantity::whole(1);
    std::vector<std::string> pointers;
    for (const auto pointer : line.pointers) pointers.push_back(std::to_string(m_encounter.claimPosition(pointer)));
    for (const int broken : line.brokenPointers) pointers.push_back(std::to_string(broken) + " (no diagnosis)");
    const auto unit = line.unitBasis == "MJ" ? "minutes" : isOne ? "unit" : "units";
    return joined(
        {line.units.decimal() + " " + unit, line.charge ? "$" + line.charge->grouped() : "no charge",
         m_encounter.placeOf(line).empty() ? "" : "place " + placeText(m_encounter.placeOf(line)),
         pointers.empty() ? "no diagnosis" : "diagnosis " + text::join(pointers, ", "),
         line.revenueCode.empty() ? "" : "revenue code " + line.revenueCode,
         line.ndc ? "NDC " + line.ndc->code + ", " + line.ndc->quantity.decimal() + " " + line.ndc->unit : ""});
}

Status Gatherer::addTitle(AuditPacket::Code& code, CodeSystem system, const std::string& compact, Date on) const
{
    CW_TRY(const auto entry, m_workspace.library().find(system, compact, on));
    if (!entry) {
        code.title = "no table at hand has this code";
        code.detail = std::string(displayName(system));
        return {};
    }
    code.title = entry->longTitle.empty() ? entry->shortTitle : entry->longTitle;
    if (!entry->validOnDate) code.title += " (not in force on " + on.iso() + ")";
    const bool isOurs = entry->kind == ReleaseKind::starter;
    code.detail =
        joined({std::string(displayName(system)), isOurs ? "starter table, not official" : entry->releaseName});
    return {};
}

Status Gatherer::addProofs(AuditPacket::Code& code, const std::vector<Evidence>& evidence)
{
    for (const auto& each : evidence) {
        CW_TRY(auto proof, m_checker.check(each));
        code.proofs.push_back(std::move(proof));
    }
    return {};
}

Result<AuditPacket::Document> Gatherer::documentRow(const DocumentInfo& info)
{
    CW_TRY(const auto fault, m_checker.byteFault(info.version));
    AuditPacket::Document row;
    row.title = info.title.empty() ? info.sourceName : info.title;
    row.type = displayName(info.type);
    row.date = info.date ? info.date->iso() : "no date";
    row.author = info.author;
    row.version = std::to_string(info.versionNumber) + " of " + std::to_string(info.versionCount);
    if (info.isArchived) row.version += ", archived";
    row.digest = fault.empty() ? info.digest : info.digest + " \xE2\x80\x93 " + fault;
    row.format = displayName(info.format);
    if (info.isRecognised) row.format += ", OCR, unverified";
    return row;
}

}  // namespace cw::app::packet
