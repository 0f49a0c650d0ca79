#include "edits/engine/visit_facts.h"

#include <algorithm>
#include <array>

namespace cw {

namespace {

constexpr std::array<VisitFact, 22> all = {{
    {"screening", "The visit is a screening", "GL-69"},
    {"preoperative", "Preoperative evaluation only", "GL-70"},
    {"pain-management", "Pain management is the reason for the visit", "GL-37"},
    {"neurostimulator", "Neurostimulator for pain control", "GL-37"},
    {"hiv-related", "The admission is related to HIV", "GL-21"},
    {"primary-excised", "Primary malignancy excised, no further treatment or disease", "GL-30"},
    {"anemia-treatment", "Only the anemia is treated", "GL-29"},
    {"brachytherapy", "Radiotherapy is brachytherapy", "GL-28"},
    {"dialysis", "The patient is on dialysis", "GL-49"},
    {"long-term-insulin", "Medication list: long-term insulin", "GL-32"},
    {"temporary-insulin", "Insulin is given for this stay only", "GL-32"},
    {"long-term-oral-antidiabetic", "Medication list: long-term oral antidiabetic", "GL-32"},
    {"long-term-injectable-antidiabetic", "Medication list: long-term injectable non-insulin antidiabetic", "GL-32"},
    {"ami-admission", "Admitted for an acute myocardial infarction", "GL-43"},
    {"postpartum-only", "Postpartum record only", "GL-52"},
    {"transferred-in", "Newborn transferred in after birth elsewhere", "GL-56"},
    {"abnormal-finding", "A finding of this examination is new or worse", "GL-71"},
    {"minor-trauma", "Fracture after minor trauma in osteoporosis", "GL-48"},
    {"ulcer-healed", "Pressure ulcer documented as healed at admission", "GL-47"},
    {"no-long-term-drugs", "Medication list: no long-term drug, or a short course only", "GL-68"},
    {"final-report", "Final report of an interpreted test is at hand", "GL-72"},
    {"status-changed", "Changed from inpatient to outpatient", "IF-16"},
}};

}  // namespace

std::span<const VisitFact> visitFacts()
{
    return all;
}

bool isVisitFact(std::string_view flag) noexcept
{
    return std::any_of(all.begin(), all.end(), [flag](const VisitFact& fact) { return fact.flag == flag; });
}

}  // namespace cw
