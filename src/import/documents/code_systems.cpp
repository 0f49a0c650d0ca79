#include "base/text.h"
#include "import/documents/readers.h"

#include <algorithm>
#include <array>

namespace cw {

namespace {

struct System {
    std::string_view identifier;  ///< Lower case; OIDs without "urn:oid:".
    std::string_view name;
};

// OIDs: C-CDA R2.1, chapter 5.2 "Code systems"; URIs: FHIR R4, "Using Code Systems"; names: HL7 v2.9, table 0396.
constexpr std::array<System, 79> systems = {{
    {"2.16.840.1.113883.6.90", "icd10cm"},
    {"http://hl7.org/fhir/sid/icd-10-cm", "icd10cm"},
    {"http://hl7.org/fhir/sid/icd-10", "icd10cm"},
    {"http://hl7.org/fhir/sid/icd-10-us", "icd10cm"},
    {"https://terminology.hl7.org/codesystem-icd10cm", "icd10cm"},
    {"http://terminology.hl7.org/codesystem/icd10cm", "icd10cm"},
    {"i10", "icd10cm"},
    {"i10c", "icd10cm"},
    {"icd10", "icd10cm"},
    {"icd-10", "icd10cm"},
    {"icd10cm", "icd10cm"},
    {"icd-10-cm", "icd10cm"},
    {"2.16.840.1.113883.6.4", "icd10pcs"},
    {"http://www.cms.gov/medicare/coding/icd10", "icd10pcs"},
    {"http://www.icd10data.com/icd10pcs", "icd10pcs"},
    {"http://hl7.org/fhir/sid/icd-10-pcs", "icd10pcs"},
    {"i10p", "icd10pcs"},
    {"icd10pcs", "icd10pcs"},
    {"icd-10-pcs", "icd10pcs"},
    {"2.16.840.1.113883.6.103", "icd9cm"},
    {"2.16.840.1.113883.6.42", "icd9cm"},
    {"2.16.840.1.113883.6.2", "icd9cm"},
    {"http://hl7.org/fhir/sid/icd-9-cm", "icd9cm"},
    {"http://hl7.org/fhir/sid/icd-9-cm/diagnosis", "icd9cm"},
    {"i9", "icd9cm"},
    {"i9c", "icd9cm"},
    {"i9cdx", "icd9cm"},
    {"icd9", "icd9cm"},
    {"icd-9", "icd9cm"},
    {"icd9cm", "icd9cm"},
    {"icd-9-cm", "icd9cm"},
    {"2.16.840.1.113883.6.104", "icd9pcs"},
    {"http://hl7.org/fhir/sid/icd-9-cm/procedure", "icd9pcs"},
    {"i9cp", "icd9pcs"},
    {"2.16.840.1.113883.6.12", "cpt"},
    {"2.16.840.1.113883.6.82", "cpt"},
    {"http://www.ama-assn.org/go/cpt", "cpt"},
    {"c4", "cpt"},
    {"c5", "cpt"},
    {"cpt", "cpt"},
    {"cpt4", "cpt"},
    {"cpt-4", "cpt"},
    {"cptm", "cpt"},
    {"2.16.840.1.113883.6.285", "hcpcs"},
    {"2.16.840.1.113883.6.14", "hcpcs"},
    {"https://www.cms.gov/medicare/coding/hcpcsreleasecodesets", "hcpcs"},
    {"http://www.cms.gov/medicare/coding/hcpcsreleasecodesets", "hcpcs"},
    {"urn:std:hcpcs", "hcpcs"},
    {"hcpcs", "hcpcs"},
    {"hpc", "hcpcs"},
    {"hcpt", "hcpcs"},
    {"2.16.840.1.113883.6.13", "cdt"},
    {"http://www.ada.org/cdt", "cdt"},
    {"2.16.840.1.113883.6.96", "snomed"},
    {"http://snomed.info/sct", "snomed"},
    {"sct", "snomed"},
    {"sct2", "snomed"},
    {"snm", "snomed"},
    {"snm3", "snomed"},
    {"snomed", "snomed"},
    {"snomed-ct", "snomed"},
    {"snomedct", "snomed"},
    {"2.16.840.1.113883.6.1", "loinc"},
    {"http://loinc.org", "loinc"},
    {"ln", "loinc"},
    {"loinc", "loinc"},
    {"2.16.840.1.113883.6.88", "rxnorm"},
    {"http://www.nlm.nih.gov/research/umls/rxnorm", "rxnorm"},
    {"rxnorm", "rxnorm"},
    {"2.16.840.1.113883.12.292", "cvx"},
    {"2.16.840.1.113883.6.59", "cvx"},
    {"http://hl7.org/fhir/sid/cvx", "cvx"},
    {"cvx", "cvx"},
    {"2.16.840.1.113883.6.69", "ndc"},
    {"http://hl7.org/fhir/sid/ndc", "ndc"},
    {"ndc", "ndc"},
    {"2.16.840.1.113883.3.26.1.5", "ndfrt"},
    {"http://www.cms.gov/hcpcs", "hcpcs"},
    {"http://www.cms.gov/medicare/coding/hcpcs", "hcpcs"},
}};

}  // namespace

std::string codeSystemOf(std::string_view identifier)
{
    const auto trimmed = text::trim(identifier);
    auto plain = text::lowerAscii(trimmed);
    if (plain.starts_with("urn:oid:")) plain.erase(0, 8);
    while (plain.ends_with('/')) plain.pop_back();
    const auto found = std::find_if(systems.begin(), systems.end(),
                                    [&plain](const System& system) { return system.identifier == plain; });
    return found != systems.end() ? std::string(found->name) : std::string(trimmed);
}

}  // namespace cw
