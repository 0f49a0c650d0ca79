#include "app/billing/answer_desk.h"
#include "app/billing/directory_desk.h"
#include "app/billing_desk.h"
#include "app/demo/demo_content.h"
#include "base/file.h"

#include <nlohmann/json.hpp>

namespace cw::app {

namespace {

using Json = nlohmann::json;

TradingPartner partnerOf(const Json& json)
{
    TradingPartner partner;
    partner.name = json.value("name", "");
    partner.submitterName = json.value("submitter_name", "");
    partner.submitterId = json.value("submitter_id", "");
    partner.contactName = json.value("contact_name", "");
    partner.phone = json.value("phone", "");
    partner.receiverName = json.value("receiver_name", "");
    partner.receiverId = json.value("receiver_id", "");
    return partner;
}

PayerRecord payerOf(const Json& json)
{
    PayerRecord payer;
    payer.payerId = json.value("payer_id", "");
    payer.name = json.value("name", "");
    payer.claimFilingCode = json.value("claim_filing_code", "");
    const auto address = json.value("address", Json::object());
    payer.address.line1 = address.value("line1", "");
    payer.address.city = address.value("city", "");
    payer.address.state = address.value("state", "");
    payer.address.postalCode = address.value("postal_code", "");
    payer.initialDays = json.value("initial_days", 0);
    payer.correctedDays = json.value("corrected_days", 0);
    payer.appealDays = json.value("appeal_days", 0);
    return payer;
}

Status saveDirectory(Workspace& workspace, const DemoDirectory& directory)
{
    DirectoryDesk desk(workspace);
    CW_TRY(const auto partner, desk.save(directory.partner));
    for (auto payer : directory.payers) {
        payer.partner = partner.id;
        CW_CHECK(desk.save(payer));
    }
    return {};
}

Status exportSent(Workspace& workspace, const DemoContent& content, const Progress& progress)
{
    ExportRequest request;
    for (const auto& demo : content.encounters)
        if (isSent(demo.status)) request.encounterIds.push_back(demo.encounter.encounterId);
    if (request.encounterIds.empty()) return {};
    request.folder = workspace.folder() / "claims";
    CW_TRY(const auto outcome, BillingDesk(workspace).exportClaims(request, progress));
    if (outcome.refused.empty()) return {};
    return Error{ErrorKind::invalidInput, "APP-073",
                 "the demo encounter " + outcome.refused.front().encounterId +
                     " could not be exported: " + outcome.refused.front().reason};
}

}  // namespace

bool isSent(std::string_view status)
{
    return status == "exported" || status == "accepted" || status == "rejected" || status == "denied" ||
           status == "paid";
}

Result<DemoDirectory> readDemoDirectory(const std::filesystem::path& file)
{
    CW_TRY(const auto bytes, readFile(file));
    const auto json = Json::parse(bytes, nullptr, false);
    if (!json.is_object() || !json.contains("partner") || !json.contains("payers"))
        return Error{ErrorKind::corrupt, "APP-074", "the partner and payers of the demo cannot be read"};
    DemoDirectory directory{partnerOf(json["partner"]), {}};
    for (const auto& payer : json["payers"]) directory.payers.push_back(payerOf(payer));
    return directory;
}

Status billDemo(Workspace& workspace, const DemoContent& content, const Progress& progress)
{
    if (content.directory) CW_CHECK(saveDirectory(workspace, *content.directory));
    CW_CHECK(exportSent(workspace, content, progress));
    for (const auto& file : content.answers) {
        CW_TRY(const auto outcome, AnswerDesk(workspace).importBytes(file.name, file.bytes));
        if (outcome.error) return *outcome.error;
    }
    return {};
}

}  // namespace cw::app
