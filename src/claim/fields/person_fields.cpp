#include "claim/fields/field_rows.h"

#include <deque>

namespace cw::fields {

namespace {

/// A member of a person or an address: name in encounter JSON, words for people, place.
struct Member {
    std::string_view name;
    std::string_view label;
    std::string_view segment;
    int element = 0;
    std::string_view box1500;
    std::string_view boxUb04;
    bool isEditable = true;
};

void addMembers(Rows& rows, const std::string& path, std::string_view whose, std::string_view group,
                std::string_view loop, const std::vector<Member>& members)
{
    for (const auto& member : members)
        rows.push_back({.pointer = keep(path + std::string(member.name)),
                        .label = keep(std::string(whose) + std::string(member.label)),
                        .group = group,
                        .loop = loop,
                        .segment = member.segment,
                        .element = member.element,
                        .box1500 = member.box1500,
                        .boxUb04 = member.boxUb04,
                        .isEditable = member.isEditable});
}

}  // namespace

std::string_view keep(std::string text)
{
    static std::deque<std::string> kept;
    return kept.emplace_back(std::move(text));
}

void addPatient(Rows& rows)
{
    addMembers(rows, "/patient/", "Patient ", "Patient", "2010CA",
               {{"last_name", "last name", "NM1*QC", 3, "2", "8"},
                {"first_name", "first name", "NM1*QC", 4, "2", "8"},
                {"middle_name", "middle name", "NM1*QC", 5, "2", "8"},
                {"suffix", "suffix", "NM1*QC", 7, "2", "8"},
                {"birth_date", "birth date", "DMG", 2, "3", "10"},
                {"sex", "sex", "DMG", 3, "3", "11"},
                {"address/line1", "street", "N3", 1, "5", "9"},
                {"address/line2", "street, second line", "N3", 2, "5", "9"},
                {"address/city", "city", "N4", 1, "5", "9"},
                {"address/state", "state", "N4", 2, "5", "9"},
                {"address/postal_code", "ZIP code", "N4", 3, "5", "9"},
                {"phone", "phone", "PER", 4, "5", ""}});
    rows.push_back({.pointer = "/patient/mrn",
                    .label = "Medical record number",
                    .group = "Patient",
                    .loop = "2300",
                    .segment = "REF*EA",
                    .element = 2,
                    .boxUb04 = "3b",
                    .isEditable = false});
}

void addCoverages(Rows& rows)
{
    const std::string path = "/coverages/#/";
    addMembers(rows, path, "", "Insurance", "2000B",
               {{"rank", "Rank", "SBR", 1, "", "50"},
                {"relationship", "Patient's relationship to the subscriber", "SBR", 2, "6", "59"},
                {"group_number", "Group number", "SBR", 3, "11", "62"},
                {"group_name", "Group name", "SBR", 4, "11c", "61"},
                {"insurance_type", "Insurance type when Medicare is not first", "SBR", 5, "", ""},
                {"payer/claim_filing_code", "Claim filing code", "SBR", 9, "1", ""}});
    addMembers(rows, path, "", "Insurance", "2010BA",
               {{"member_id", "Member id", "NM1*IL", 9, "1a", "60"},
                {"case_number", "Property and casualty claim number", "REF*Y4", 2, "11b", ""}});
    addMembers(rows, path, "", "Insurance", "2010BB",
               {{"payer/name", "Payer name", "NM1*PR", 3, "", "50"},
                {"payer/payer_id", "Payer id", "NM1*PR", 9, "", "51"},
                {"payer/address/line1", "Payer street", "N3", 1, "", ""},
                {"payer/address/line2", "Payer street, second line", "N3", 2, "", ""},
                {"payer/address/city", "Payer city", "N4", 1, "", ""},
                {"payer/address/state", "Payer state", "N4", 2, "", ""},
                {"payer/address/postal_code", "Payer ZIP code", "N4", 3, "", ""},
                {"provider_number", "Our provider number at the payer", "REF*G2", 2, "33b", "57"}});
    addMembers(rows, path + "subscriber/", "Subscriber ", "Insurance", "2010BA",
               {{"last_name", "last name", "NM1*IL", 3, "4", "58"},
                {"first_name", "first name", "NM1*IL", 4, "4", "58"},
                {"middle_name", "middle name", "NM1*IL", 5, "4", "58"},
                {"suffix", "suffix", "NM1*IL", 7, "4", "58"},
                {"birth_date", "birth date", "DMG", 2, "11a", ""},
                {"sex", "sex", "DMG", 3, "11a", ""},
                {"address/line1", "street", "N3", 1, "7", ""},
                {"address/line2", "street, second line", "N3", 2, "7", ""},
                {"address/city", "city", "N4", 1, "7", ""},
                {"address/state", "state", "N4", 2, "7", ""},
                {"address/postal_code", "ZIP code", "N4", 3, "7", ""},
                {"phone", "phone", "PER", 4, "7", ""}});
    addMembers(rows, path + "adjudication/", "Earlier payer: ", "Insurance", "2320",
               {{"paid", "amount paid", "AMT*D", 2, "29", "54"}});
    addMembers(rows, path + "adjudication/", "Earlier payer: ", "Insurance", "2330B",
               {{"date", "day of decision", "DTP*573", 3, "", ""},
                {"claim_control_number", "claim number", "REF*F8", 2, "", "64"}});
    addMembers(rows, path + "adjudication/", "Earlier payer: ", "Insurance", "2320",
               {{"adjustments", "adjustments", "CAS", 0, "", "", false}});
    addMembers(rows, path + "adjudication/lines/#/", "Earlier payer: ", "Insurance", "2430",
               {{"paid", "amount paid for a line", "SVD", 2, "", "", false},
                {"adjustments", "adjustments of a line", "CAS", 0, "", "", false}});
}

}  // namespace cw::fields
