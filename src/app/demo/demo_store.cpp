#include "app/demo/demo_content.h"

#include "app/coding_desk.h"
#include "app/intake/placement.h"
#include "app/intake/record_text.h"
#include "app/steps.h"

#include <map>

namespace cw::app {

namespace {

/// The steps that lead from new to a stage.
const std::vector<WorkflowStep>& stepsTo(const std::string& status)
{
    using W = WorkflowStep;
    static const std::map<std::string, std::vector<WorkflowStep>, std::less<>> steps = {
        {"new", {}},
        {"in_coding", {W::startCoding}},
        {"pending", {W::startCoding, W::hold}},
        {"coded", {W::submit}},
        {"in_review", {W::submit, W::startReview}},
        {"returned", {W::startCoding}},  // Sent back by hand below: the edits of returned work need not be clean.
        {"approved", {W::submit, W::approve}},
    };
    if (isSent(status)) return steps.at("approved");  // Export and answers do the rest.
    const auto found = steps.find(status);
    return found == steps.end() ? steps.at("new") : found->second;
}

Status putProofs(Encounter& encounter, const DemoEncounter& demo, const std::vector<DocumentInfo>& documents,
                 IdSource& ids)
{
    for (const auto& proof : demo.proofs) {
        for (std::size_t i = 0; i < demo.documents.size(); ++i) {
            const auto& document = demo.documents[i].document;
            if (document.sourceName != proof.document) continue;
            const auto at = document.rendition.text.find(proof.quote);
            if (at == std::string::npos) continue;
            for (const auto& info : documents) {
                if (info.sourceName != proof.document) continue;
                const Span span{info.version, 0, static_cast<std::int64_t>(at),
                                static_cast<std::int64_t>(at + proof.quote.size())};
                auto evidence = makeEvidence(span, proof.quote, info.title, ids);
                if (proof.isDiagnosis && proof.position < encounter.diagnoses.size())
                    encounter.diagnoses[proof.position].evidence.push_back(std::move(evidence));
                else if (!proof.isDiagnosis && proof.position < encounter.procedures.size())
                    encounter.procedures[proof.position].evidence.push_back(std::move(evidence));
            }
        }
    }
    return {};
}

Status walkTo(Workspace& workspace, WriteTx& tx, const DemoEncounter& demo)
{
    const auto& id = demo.encounter.encounterId;
    for (const auto step : stepsTo(demo.status)) {
        CW_TRY(const auto stored, workspace.encounters().load(tx, id));
        CW_CHECK(takeStep(workspace, tx, stored, step, demo.note));
    }
    CW_TRY(const auto stored, workspace.encounters().load(tx, id));
    WorkflowState next = stored.workflow;
    next.assignedTo = demo.assignedTo;
    if (demo.status == "returned") next.status = EncounterStatus::returned;
    if (!demo.note.empty()) next.note = demo.note;
    CW_CHECK(workspace.encounters().setWorkflow(tx, stored.encounter.row, stored.workflow, next, "demo.stage",
                                                workspace.actor()));
    return {};
}

Status storeDocuments(Workspace& workspace, WriteTx& tx, const DemoEncounter& demo, PatientId patient,
                      EncounterRowId row)
{
    auto& documents = workspace.documents();
    std::map<std::string, DocumentId> stored;
    for (const auto& incoming : demo.documents) {
        const auto& path = incoming.document.sourceName;
        const auto corrected = demo.corrections.find(path);
        CW_TRY(const auto added, corrected == demo.corrections.end()
                                     ? documents.add(tx, patient, row, incoming.document)
                                     : documents.replace(tx, stored[corrected->second], incoming.document));
        stored[path] = added.id;
        CW_CHECK(documents.addCodes(tx, patient, row, added.version, incoming.codes));
    }
    return {};
}

/// Puts the records of a file into the unmatched list, with the reason why they belong to nobody.
Status storeUnmatched(Workspace& workspace, WriteTx& tx, const DemoFile& file)
{
    CW_TRY(const auto content, readIncoming(file.bytes, file.name, {}, workspace.ids(), Progress()));
    CW_TRY(const auto rules, intakeRules(workspace, tx, false));
    for (const auto& record : content.items) {
        CW_TRY(const auto placement, Placing(workspace, tx, rules).byContent(record));
        const auto item = waitingItem(record, file.name, placement.reason, placement.detail, placement.candidate,
                                      workspace.clock().now());
        CW_CHECK(workspace.unmatched().add(tx, item, record.bytes));
    }
    return {};
}

Status storeOne(Workspace& workspace, WriteTx& tx, const DemoEncounter& demo)
{
    CW_TRY(const auto row, workspace.encounters().add(tx, demo.encounter, workspace.actor()));
    CW_TRY(const auto patient, workspace.encounters().patientByMrn(tx, demo.encounter.patient.mrn));
    CW_CHECK(storeDocuments(workspace, tx, demo, patient, row));
    CW_TRY(const auto stored, workspace.encounters().load(tx, demo.encounter.encounterId));
    CW_TRY(const auto documents, workspace.documents().ofEncounter(tx, row, workspace.user().id));
    Encounter proved = stored.encounter;
    CW_CHECK(putProofs(proved, demo, documents, workspace.ids()));
    CW_CHECK(workspace.encounters().save(tx, stored.encounter, proved, stored.versions, workspace.actor()));
    return walkTo(workspace, tx, demo);
}

}  // namespace

Status fillDemo(Workspace& workspace, const DemoContent& content, const Progress& progress)
{
    std::string toReview;
    {
        CW_TRY(auto tx, workspace.work().beginWrite());
        std::int64_t done = 0;
        const auto total = static_cast<std::int64_t>(content.encounters.size());
        for (const auto& demo : content.encounters) {
            if (progress.isCancelled()) return Error{ErrorKind::cancelled, "APP-072", "making the demo was cancelled"};
            CW_CHECK(storeOne(workspace, *tx, demo));
            progress.report(++done, total, "Making the demo encounters");
            if (demo.status == "coded") toReview = demo.encounter.encounterId;
        }
        for (const auto& file : content.unmatched) CW_CHECK(storeUnmatched(workspace, *tx, file));
        CW_CHECK(tx->commit());
    }
    if (!toReview.empty()) CW_CHECK(takeStepNow(workspace, toReview, WorkflowStep::startReview));
    return billDemo(workspace, content, progress);
}

}  // namespace cw::app
