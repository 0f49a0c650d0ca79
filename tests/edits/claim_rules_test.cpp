#include "edit_cases.h"

namespace cw::test {

namespace {

/// Codes that stand in the fake table, enough to pass twelve.
constexpr const char* moreCodes[] = {"J029", "S72001A", "Z0000", "R51",  "R05", "R110",
                                     "R55",  "R42",     "R52",   "R634", "R300"};

void fillDiagnoses(Encounter& encounter, std::size_t count)
{
    for (std::size_t i = 0; encounter.diagnoses.size() < count; ++i) addDiagnosis(encounter, moreCodes[i]);
}

void fillLines(Encounter& encounter, std::size_t count)
{
    while (encounter.procedures.size() < count) addLine(encounter, CodeSystem::cpt, "99213");
}

}  // namespace

std::vector<EditCase> claimCases()
{
    using E = Encounter;
    return {
        {"PF-1 no diagnosis",
         [](E& e) { e.diagnoses.clear(), e.procedures[0].pointers.clear(), e.procedures[0].brokenPointers = {1}; },
         {"PF-1 error /diagnoses", "PF-3 error /procedures/0/diagnosis_pointers"}},
        {"PF-1 an admitting diagnosis is none of the claim's",
         [](E& e) {
             for (auto& diagnosis : e.diagnoses) diagnosis.role = DiagnosisRole::admitting;
         },
         {"PF-1 error /diagnoses", "PF-3 error /procedures/0/diagnosis_pointers"}},
        {"PF-2 twelve fit", [](E& e) { fillDiagnoses(e, 12); }, {}},
        {"PF-2 the thirteenth does not", [](E& e) { fillDiagnoses(e, 13); }, {"PF-2 error /diagnoses/12"}},
        {"PF-6 no line", [](E& e) { e.procedures.clear(); }, {"PF-6 error /procedures"}},
        {"PF-6 fifty lines fit", [](E& e) { fillLines(e, 50); }, {}},
        {"PF-6 fifty-one do not", [](E& e) { fillLines(e, 51); }, {"PF-6 error /procedures"}},
        {"PF-12 organization without rendering provider",
         [](E& e) { e.providers.rendering.reset(); },
         {"PF-12 warning /providers/rendering"}},
        {"PF-12 a person bills for himself",
         [](E& e) {
             e.providers.billing->organization = "";
             e.providers.billing->lastName = "Okafor", e.providers.billing->firstName = "Ife";
             e.providers.rendering.reset();
         },
         {}},
        {"PF-15 accident without date",
         [](E& e) { e.claim.accident.other = true; },
         {"PF-15 error /claim/accident/date"}},
        {"PF-15 at work with date is fine",
         [](E& e) { e.claim.accident.employment = true, e.claim.accident.date = Date::of(2025, 1, 10); },
         {}},
        {"PF-15 automobile without date and state",
         [](E& e) { e.claim.accident.automobile = true; },
         {"PF-15 error /claim/accident/date", "PF-15 error /claim/accident/state"}},
        {"PF-15 automobile with both",
         [](E& e) { e.claim.accident = {.automobile = true, .date = Date::of(2025, 1, 10), .state = "OH"}; },
         {}},
        {"PF-17 replacement without the payer's number",
         [](E& e) { e.claim.frequencyCode = "7"; },
         {"PF-17 error /claim/original_reference_number"}},
        {"PF-17 void with it",
         [](E& e) { e.claim.frequencyCode = "8", e.claim.originalReferenceNumber = "25015000123"; },
         {}},
        {"PF-17 original with it; an empty code is an original",
         [](E& e) { e.claim.frequencyCode = "", e.claim.originalReferenceNumber = "25015000123"; },
         {"PF-17 error /claim/original_reference_number"}},
        {"PF-17 no such code", [](E& e) { e.claim.frequencyCode = "9"; }, {"PF-17 error /claim/frequency_code"}},
        {"PF-18 nothing said",
         [](E& e) { e.claim = {}; },
         {"PF-18 error /claim/accept_assignment", "PF-18 error /claim/signature_on_file",
          "PF-18 error /claim/benefits_assigned", "PF-18 error /claim/release_of_information"}},
        {"PF-18 no is an answer",
         [](E& e) { e.claim.signatureOnFile = false, e.claim.benefitsAssigned = "N", e.claim.acceptAssignment = "C"; },
         {}},
        {"PF-20 no id", [](E& e) { e.encounterId = ""; }, {"PF-20 error /encounter_id"}},
        {"PF-20 twenty characters", [](E& e) { e.encounterId = "V-123456789012345678"; }, {}},
        {"PF-20 twenty-one", [](E& e) { e.encounterId = "V-1234567890123456789"; }, {"PF-20 error /encounter_id"}},
        {"PF-21 delimiter in an identifier",
         [](E& e) { e.encounterId = "V*1", e.coverages[0].groupNumber = "A:1", e.claim.priorAuthorization = "P~1"; },
         {"PF-21 error /encounter_id", "PF-21 error /coverages/0/group_number",
          "PF-21 error /claim/prior_authorization"}},
        {"PF-21 a name may hold one", [](E& e) { e.patient.firstName = "Ana*", e.claim.note = "see: note"; }, {}},
        {"PF-26 last name of sixty", [](E& e) { e.patient.lastName = std::string(60, 'x'); }, {}},
        {"PF-26 last name of sixty-one",
         [](E& e) { e.patient.lastName = std::string(61, 'x'); },
         {"PF-26 error /patient/last_name"}},
        {"PF-26 sixty letters of two bytes fit",
         [](E& e) {
             e.patient.lastName.clear();
             for (int i = 0; i < 60; ++i) e.patient.lastName += "\xC3\xA9";
         },
         {}},
        {"PF-26 taxonomy of nine",
         [](E& e) { e.providers.rendering->taxonomy = "207Q0000X"; },
         {"PF-26 error /providers/rendering/taxonomy"}},
        {"PF-26 line note of eighty-one",
         [](E& e) { e.procedures[0].note = std::string(81, 'n'); },
         {"PF-26 error /procedures/0/note"}},
        {"PF-26 phone number of seven",
         [](E& e) { e.providers.billing->phone = "5550111"; },
         {"PF-26 error /providers/billing/phone"}},
    };
}

namespace {

class ClaimRules : public testing::TestWithParam<EditCase> {};

TEST_P(ClaimRules, ReportExactly)
{
    expectCase(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Cases, ClaimRules, testing::ValuesIn(claimCases()));

}  // namespace

}  // namespace cw::test
