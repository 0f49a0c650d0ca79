#include "claim/fields/field_rows.h"

namespace cw::fields {

namespace {

/// A role of a provider: member of `providers`, words, where its NM1 stands, and the boxes of name, NPI and taxonomy.
struct Role {
    std::string_view name;
    std::string_view label;
    std::string_view loop;
    std::string_view entity;    ///< NM101.
    std::string_view taxonomy;  ///< PRV01; empty: no PRV.
    bool hasAddress = false;
    std::string_view box1500, npi1500;
    std::string_view boxUb04;
};

constexpr Role roles[] = {
    {"billing", "Billing provider", "2010AA", "85", "BI", true, "33", "33a", "1"},
    {"pay_to", "Pay-to", "2010AB", "87", "", true, "", "", "2"},
    {"rendering", "Rendering provider", "2310B", "82", "PE", false, "24J", "24J", "78"},
    {"referring", "Referring provider", "2310A", "DN", "", false, "17", "17b", "78"},
    {"second_referring", "Primary care provider", "2310A", "P3", "", false, "", "", ""},
    {"supervising", "Supervising provider", "2310D", "DQ", "", false, "17", "17b", ""},
    {"ordering", "Ordering provider", "2420E", "DK", "", true, "17", "17b", ""},
    {"attending", "Attending provider", "2310A", "71", "AT", false, "", "", "76"},
    {"operating", "Operating provider", "2310B", "72", "", false, "", "", "77"},
    {"other_operating", "Other operating provider", "2310C", "ZZ", "", false, "", "", "78"},
    {"facility", "Service facility", "2310C", "77", "", true, "32", "32a", ""},
};

class RoleRows {
public:
    RoleRows(Rows& rows, const Role& role) : m_rows(rows), m_role(role) {}

    void add(std::string_view member, std::string_view label, std::string_view segment, int element,
             std::string_view box1500, std::string_view boxUb04, bool isEditable = true)
    {
        m_rows.push_back({.pointer = keep("/providers/" + std::string(m_role.name) + "/" + std::string(member)),
                          .label = keep(std::string(m_role.label) + " " + std::string(label)),
                          .group = "Provider",
                          .loop = member == "taxonomy" && m_role.name == "billing" ? "2000A" : m_role.loop,
                          .segment = segment,
                          .element = element,
                          .box1500 = box1500,
                          .boxUb04 = boxUb04,
                          .isEditable = isEditable});
    }

private:
    Rows& m_rows;
    const Role& m_role;
};

void addNames(RoleRows& rows, const Role& role)
{
    const auto name = keep("NM1*" + std::string(role.entity));
    const bool organizationFirst = role.hasAddress && role.entity != "DK";
    if (organizationFirst) rows.add("organization", "organization", name, 3, role.box1500, role.boxUb04);
    rows.add("last_name", "last name", name, 3, role.box1500, role.boxUb04);
    if (!organizationFirst) rows.add("organization", "organization", name, 3, role.box1500, role.boxUb04);
    rows.add("first_name", "first name", name, 4, role.box1500, role.boxUb04);
    rows.add("middle_name", "middle name", name, 5, role.box1500, role.boxUb04);
    rows.add("suffix", "suffix", name, 7, role.box1500, role.boxUb04);
    rows.add("npi", "NPI", name, 9, role.npi1500, role.name == "billing" ? "56" : role.boxUb04);
}

void addAddress(RoleRows& rows, const Role& role)
{
    rows.add("address/line1", "street", "N3", 1, role.box1500, role.boxUb04);
    rows.add("address/line2", "street, second line", "N3", 2, role.box1500, role.boxUb04);
    rows.add("address/city", "city", "N4", 1, role.box1500, role.boxUb04);
    rows.add("address/state", "state", "N4", 2, role.box1500, role.boxUb04);
    rows.add("address/postal_code", "ZIP code", "N4", 3, role.box1500, role.boxUb04);
}

}  // namespace

void addProviders(Rows& rows)
{
    for (const auto& role : roles) {
        RoleRows of(rows, role);
        if (role.name != "pay_to") addNames(of, role);
        if (!role.taxonomy.empty())
            of.add("taxonomy", "taxonomy code", keep("PRV*" + std::string(role.taxonomy)), 3,
                   role.name == "billing"     ? "33b"
                   : role.name == "rendering" ? "24J"
                                              : "",
                   role.name == "billing" ? "81" : "");
        if (role.hasAddress) addAddress(of, role);
        if (role.name == "billing") {
            of.add("tax_id", "tax id", "REF*EI", 2, "25", "5");
            of.add("tax_id_type", "tax id type", "REF*EI", 1, "25", "");
            of.add("contact_name", "contact", "PER", 2, "", "");
            of.add("phone", "phone", "PER", 4, "33", "1");
        }
        if (role.name != "pay_to")
            of.add("references", "other numbers", "REF", 2, role.name == "referring" ? "17a" : "", "", false);
    }
}

}  // namespace cw::fields
