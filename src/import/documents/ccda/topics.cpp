#include "import/documents/ccda/statements.h"

namespace cw::ccda {

namespace {

struct SectionName {
    std::string_view loinc;
    std::string_view oid;  ///< Template of C-CDA R1.1 and R2.1, without the ".1" for required entries.
    Topic topic;
};

/// C-CDA R2.1, chapter 2.
constexpr SectionName sections[] = {
    {"11450-4", "2.16.840.1.113883.10.20.22.2.5", Topic::problems},
    {"11348-0", "2.16.840.1.113883.10.20.22.2.20", Topic::problems},  // History of past illness
    {"46241-6", "2.16.840.1.113883.10.20.22.2.43", Topic::problems},  // Admission diagnosis
    {"42347-5", "", Topic::problems},                                 // Admission diagnosis, R1.1
    {"11535-2", "2.16.840.1.113883.10.20.22.2.24", Topic::problems},  // Discharge diagnosis
    {"10219-4", "2.16.840.1.113883.10.20.22.2.34", Topic::problems},  // Preoperative diagnosis
    {"10218-6", "2.16.840.1.113883.10.20.22.2.35", Topic::problems},  // Postoperative diagnosis
    {"59769-0", "2.16.840.1.113883.10.20.22.2.36", Topic::problems},  // Postprocedure diagnosis
    {"55109-3", "2.16.840.1.113883.10.20.22.2.37", Topic::problems},  // Complications
    {"51848-0", "2.16.840.1.113883.10.20.22.2.8", Topic::problems},   // Assessment
    {"46240-8", "2.16.840.1.113883.10.20.22.2.22", Topic::encounters},
    {"47519-4", "2.16.840.1.113883.10.20.22.2.7", Topic::procedures},
    {"29554-3", "2.16.840.1.113883.10.20.22.2.27", Topic::procedures},  // Procedure description
    {"62387-6", "2.16.840.1.113883.10.20.21.2.3", Topic::procedures},   // Interventions
    {"18776-5", "2.16.840.1.113883.10.20.22.2.10", Topic::procedures},  // Plan of treatment
    {"10160-0", "2.16.840.1.113883.10.20.22.2.1", Topic::medications},
    {"10183-2", "2.16.840.1.113883.10.20.22.2.11", Topic::medications},
    {"42346-7", "2.16.840.1.113883.10.20.22.2.44", Topic::medications},
    {"29549-3", "2.16.840.1.113883.10.20.22.2.38", Topic::medications},
    {"11369-6", "2.16.840.1.113883.10.20.22.2.2", Topic::medications},  // Immunizations
    {"30954-2", "2.16.840.1.113883.10.20.22.2.3", Topic::results},
    {"8716-3", "2.16.840.1.113883.10.20.22.2.4", Topic::results},
    {"48765-2", "2.16.840.1.113883.10.20.22.2.6", Topic::allergies},
    {"10157-6", "2.16.840.1.113883.10.20.22.2.15", Topic::family}};

bool isOf(pugi::xml_node section, std::string_view oid)
{
    return !oid.empty() && (hasTemplate(section, oid) || hasTemplate(section, std::string(oid) + ".1"));
}

}  // namespace

Topic topicOf(pugi::xml_node section)
{
    const auto loinc = attribute(section.child("code"), "code");
    for (const auto& one : sections)
        if (!loinc.empty() && one.loinc == loinc) return one.topic;
    for (const auto& one : sections)
        if (isOf(section, one.oid)) return one.topic;
    return Topic::other;
}

}  // namespace cw::ccda
