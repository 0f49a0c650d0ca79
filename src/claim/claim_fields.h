#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// One value of a claim in all its places: where the encounter holds it, where the 837 sends it, in which box of paper it stands. The one
/// table that leads from a payer's error to the field, and that the forms' box tables name.
struct ClaimField {
    std::string_view
        pointer;  ///< JSON pointer into the encounter; "#" stands for the place in a list: "/procedures/#/charge".
    std::string_view label;    ///< "Member id"
    std::string_view group;    ///< "Patient", "Insurance", "Provider", "Visit", "Claim", "Diagnosis", "Line"
    std::string_view loop;     ///< Of the 837P, else of the 837I: "2010BA"
    std::string_view segment;  ///< "NM1", with its qualifier when there is one: "REF*G1"
    int element = 0;
    int component = 0;
    std::string_view box1500;  ///< "1a"; empty: not on the form.
    std::string_view boxUb04;
    bool isEditable = true;  ///< In the window's form of claim data (codes and lines have tables of their own).
};
const std::vector<ClaimField>& claimFields();

/// The field at a place of the 837; component 0 and element 0 match any. Not set when none stands there.
const ClaimField* fieldAt(std::string_view loop, std::string_view segment, std::string_view qualifier, int element,
                          int component);
/// By pointer with numbers ("/coverages/0/member_id"). nullptr when none.
const ClaimField* fieldOf(std::string_view pointer);

}  // namespace cw
