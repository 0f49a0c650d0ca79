#include "import/party_json.h"

#include <array>

namespace cw {

namespace {

const JsonObject::Choices<CoverageRank> ranks = {
    {"primary", CoverageRank::primary}, {"secondary", CoverageRank::secondary}, {"tertiary", CoverageRank::tertiary}};
const JsonObject::Choices<Relationship> relationships = {{"self", Relationship::self},
                                                         {"spouse", Relationship::spouse},
                                                         {"child", Relationship::child},
                                                         {"other", Relationship::other}};

/// A payer's answer is kept as it came; its members are read here only to refuse unusable ones at the border.
void checkAdjustments(JsonObject& json)
{
    json.eachObject("adjustments", [](JsonObject& adjustment) {
        adjustment.text("group");
        adjustment.text("reason");
        adjustment.money("amount");
    });
}

void checkAdjudication(JsonObject json)
{
    json.date("date");
    json.money("paid");
    json.text("claim_control_number");
    checkAdjustments(json);
    json.eachObject("lines", [](JsonObject& line) {
        line.integer("line");
        line.money("paid");
        line.quantity("units");
        checkAdjustments(line);
    });
}

Payer readPayer(JsonObject json)
{
    Payer payer;
    payer.name = json.text("name");
    payer.payerId = json.text("payer_id");
    payer.claimFilingCode = json.text("claim_filing_code");
    payer.address = readAddress(json.object("address"));
    payer.foreign = json.foreign();
    return payer;
}

Json writePayer(const Payer& payer)
{
    Json json = {{"name", payer.name},
                 {"payer_id", payer.payerId},
                 {"claim_filing_code", payer.claimFilingCode},
                 {"address", writeAddress(payer.address)}};
    appendForeign(json, payer.foreign);
    return json;
}

Coverage readCoverage(JsonObject& json, std::size_t position)
{
    Coverage coverage;
    const auto rank = json.choice("rank", ranks);
    if (rank)
        coverage.rank = *rank;
    else if (position < ranks.size())
        coverage.rank = ranks[position].second;
    else
        json.refuse("rank", "is needed from the fourth coverage on");
    coverage.payer = readPayer(json.object("payer"));
    coverage.memberId = json.text("member_id");
    coverage.groupNumber = json.text("group_number");
    coverage.groupName = json.text("group_name");
    coverage.relationship = json.choice("relationship", relationships);
    auto subscriber = json.object("subscriber");
    if (subscriber.isPresent()) coverage.subscriber = readPerson(subscriber, false);
    checkAdjudication(json.object("adjudication"));
    coverage.adjudication = json.raw("adjudication");
    coverage.foreign = json.foreign();
    return coverage;
}

template <class T>
Json nameOf(const JsonObject::Choices<T>& choices, const std::optional<T>& wanted)
{
    for (const auto& [name, value] : choices)
        if (wanted == value) return name;
    return nullptr;
}

Json writeCoverage(const Coverage& coverage)
{
    Json adjudication =
        coverage.adjudication.empty() ? Json(nullptr) : Json::parse(coverage.adjudication, nullptr, false);
    if (adjudication.is_discarded()) adjudication = nullptr;
    Json json = {{"rank", nameOf<CoverageRank>(ranks, coverage.rank)},
                 {"payer", writePayer(coverage.payer)},
                 {"member_id", coverage.memberId},
                 {"group_number", coverage.groupNumber},
                 {"group_name", coverage.groupName},
                 {"relationship", nameOf(relationships, coverage.relationship)},
                 {"subscriber", coverage.subscriber ? writePerson(*coverage.subscriber) : Json(nullptr)},
                 {"adjudication", std::move(adjudication)}};
    appendForeign(json, coverage.foreign);
    return json;
}

}  // namespace

std::vector<Coverage> readCoverages(JsonObject& encounter)
{
    std::vector<Coverage> coverages;
    encounter.eachObject("coverages",
                         [&](JsonObject& json) { coverages.push_back(readCoverage(json, coverages.size())); });
    return coverages;
}

Json writeCoverages(const std::vector<Coverage>& coverages)
{
    Json json = Json::array();
    for (const auto& coverage : coverages) json.push_back(writeCoverage(coverage));
    return json;
}

}  // namespace cw
