#include "import/party_json.h"

namespace cw {

namespace {

const JsonObject::Choices<CoverageRank> ranks = {
    {"primary", CoverageRank::primary}, {"secondary", CoverageRank::secondary}, {"tertiary", CoverageRank::tertiary}};
const JsonObject::Choices<Relationship> relationships = {{"self", Relationship::self},
                                                         {"spouse", Relationship::spouse},
                                                         {"child", Relationship::child},
                                                         {"other", Relationship::other},
                                                         {"employee", Relationship::employee},
                                                         {"unknown", Relationship::unknown},
                                                         {"organ_donor", Relationship::organDonor},
                                                         {"cadaver_donor", Relationship::cadaverDonor},
                                                         {"life_partner", Relationship::lifePartner}};

/// A payer's answer is kept as it came; its members are read here only to refuse unusable ones at the border.
void checkAdjustments(JsonObject& json)
{
    json.eachObject("adjustments", [](JsonObject& adjustment) {
        adjustment.text("group");
        adjustment.text("reason");
        adjustment.money("amount");
        adjustment.quantity("quantity");
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

void writePayer(JsonWriter& writer, const Payer& payer)
{
    writer.beginObject();
    writer.text("name", payer.name);
    writer.text("payer_id", payer.payerId);
    writer.text("claim_filing_code", payer.claimFilingCode);
    writer.key("address");
    writeAddress(writer, payer.address);
    writer.endObject(payer.foreign);
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
    coverage.insuranceType = json.text("insurance_type");
    coverage.providerNumber = json.text("provider_number");
    coverage.caseNumber = json.text("case_number");
    checkAdjudication(json.object("adjudication"));
    coverage.adjudication = json.raw("adjudication");
    coverage.foreign = json.foreign();
    return coverage;
}

void writeCoverage(JsonWriter& writer, const Coverage& coverage)
{
    writer.beginObject();
    writer.text("rank", JsonObject::nameOf<CoverageRank>(ranks, coverage.rank));
    writer.key("payer");
    writePayer(writer, coverage.payer);
    writer.text("member_id", coverage.memberId);
    writer.text("group_number", coverage.groupNumber);
    writer.text("group_name", coverage.groupName);
    writer.textOrNull("relationship", JsonObject::nameOf(relationships, coverage.relationship));
    writer.key("subscriber");
    if (coverage.subscriber)
        writePerson(writer, *coverage.subscriber);
    else
        writer.null();
    writer.textIfAny("insurance_type", coverage.insuranceType);
    writer.textIfAny("provider_number", coverage.providerNumber);
    writer.textIfAny("case_number", coverage.caseNumber);
    writer.json("adjudication", coverage.adjudication);
    writer.endObject(coverage.foreign);
}

}  // namespace

std::vector<Coverage> readCoverages(JsonObject& encounter)
{
    std::vector<Coverage> coverages;
    encounter.eachObject("coverages",
                         [&](JsonObject& json) { coverages.push_back(readCoverage(json, coverages.size())); });
    return coverages;
}

void writeCoverages(JsonWriter& writer, const std::vector<Coverage>& coverages)
{
    writer.beginArray();
    for (const auto& coverage : coverages) writeCoverage(writer, coverage);
    writer.endArray();
}

}  // namespace cw
