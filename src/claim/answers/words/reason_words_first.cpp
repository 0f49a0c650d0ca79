#include "claim/answers/words/word_tables.h"

namespace cw::answers {

namespace {

constexpr auto no = Reach::denial;
constexpr auto less = Reach::reduction;
constexpr auto coder = Hand::coder;
constexpr auto biller = Hand::biller;
constexpr std::string_view eligibility = "Ask before export whether the coverage was in force on the day of service.";
constexpr std::string_view otherPayer =
    "Ask at registration who pays first, and compare with the payer's record before export.";

constexpr ReasonWord all[] = {
    {"1", less, biller, "", "the patient's deductible"},
    {"2", less, biller, "", "the patient's coinsurance"},
    {"3", less, biller, "", "the patient's copayment"},
    {"4", no, coder, "MO-1 MO-5 MO-8", "the procedure and its modifier do not go together, or a modifier is missing"},
    {"5", no, coder, "MO-25 PF-11", "the procedure does not go with the place of service or the type of bill"},
    {"6", no, coder, "", "the procedure does not go with the patient's age",
     "Compare each procedure with the ages its description allows."},
    {"7", no, coder, "MO-17", "the procedure does not go with the patient's sex"},
    {"8", no, biller, "ID-4", "the procedure does not go with the provider's specialty"},
    {"9", no, coder, "DM-3 OC-2", "the diagnosis does not go with the patient's age"},
    {"10", no, coder, "DM-3 OC-3 MC-5", "the diagnosis does not go with the patient's sex"},
    {"11", no, coder, "MN-6 MN-1", "the diagnosis does not support the procedure"},
    {"12", no, coder, "", "the diagnosis does not go with the provider's specialty",
     "Keep by payer which diagnoses a specialty may treat, and compare."},
    {"13", no, biller, "", "the service is later than the day of death that the payer has",
     "Compare the days of service with a recorded day of death."},
    {"14", no, biller, "DM-2", "the service is before the patient's birth"},
    {"16", no, biller, "", "information is missing or wrong; the remark says which",
     "Check before export for the field that the remark names."},
    {"18", no, biller, "TD-5 TD-6", "the same claim or line was sent before"},
    {"19", no, biller, "PF-15", "the payer takes it for an injury at work that another payer owes"},
    {"20", no, biller, "PF-15", "the payer takes it for an injury that a liability insurer owes"},
    {"21", no, biller, "PF-15", "the payer takes it for an injury that a no-fault insurer owes"},
    {"22", no, biller, "", "another payer may come first", otherPayer},
    {"23", less, biller, "", "what an earlier payer paid or took off"},
    {"24", less, biller, "", "covered by a fixed payment per member"},
    {"26", no, biller, "", "the service was before the coverage began", eligibility},
    {"27", no, biller, "", "the service was after the coverage ended", eligibility},
    {"29", no, biller, "TD-1 TD-3", "the claim came after the filing limit"},
    {"31", no, biller, "DM-1 DM-7", "the payer does not find the patient as a member"},
    {"32", no, biller, "", "the patient is not a dependent that the plan covers", eligibility},
    {"33", no, biller, "", "the subscriber has no coverage for dependents", eligibility},
    {"34", no, biller, "", "the subscriber has no coverage for newborns", eligibility},
    {"35", no, biller, "", "the lifetime maximum of the benefit is reached",
     "Ask before the service what is left of the benefit."},
    {"39", no, biller, "MN-7", "authorization was asked for and refused"},
    {"40", no, coder, "", "the payer does not see an emergency or urgent care",
     "Check emergency lines for documents that show the urgency."},
    {"44", less, biller, "", "discount for prompt payment"},
    {"45", less, biller, "", "the charge is above what the contract or fee schedule allows"},
    {"49", no, coder, "MN-1", "a routine or screening service that the plan does not cover in this way"},
    {"50", no, coder, "MN-1 MN-2", "the payer does not see that the service was necessary"},
    {"51", no, biller, "", "a condition that existed before the coverage", eligibility},
    {"53", no, biller, "", "services to a relative or a member of the household are not covered",
     "Compare the names and addresses of provider and patient."},
    {"54", no, coder, "MO-10", "a second or assisting surgeon is not paid for this procedure"},
    {"55", no, coder, "", "the payer takes the procedure for experimental",
     "Keep a list by payer of procedures taken for experimental."},
    {"56", no, coder, "", "the payer does not take the procedure for proven",
     "Keep a list by payer of such procedures."},
    {"58", no, coder, "MO-25 PF-11", "the place of service is not one the payer accepts for this service"},
    {"59", less, coder, "", "reduced because several procedures were done together"},
    {"60", no, biller, "IF-14", "outpatient services this near to a hospital stay are not paid apart"},
    {"61", less, biller, "", "reduced because a second opinion was not sought"},
    {"66", less, biller, "", "the patient's deductible for blood"},
    {"69", less, biller, "", "amount for a long stay"},
    {"70", less, biller, "", "amount for a costly stay"},
    {"74", less, biller, "", "addition for teaching hospitals"},
    {"75", less, biller, "", "addition for hospitals with many poor patients"},
    {"76", less, biller, "", "addition for hospitals with many poor patients, by days"},
    {"78", no, biller, "IF-11", "days or room charges that are not covered"},
    {"85", less, biller, "", "interest that the patient owes"},
    {"89", less, biller, "", "professional fees were taken out of the charge"},
    {"90", less, biller, "", "adjustment of the cost of a drug"},
    {"91", less, biller, "", "adjustment of the fee for dispensing"},
    {"94", less, biller, "", "more was allowed than was charged"},
    {"95", no, biller, "MN-7", "the procedures of the plan were not followed"},
    {"96", no, biller, "MO-26", "the plan does not cover this; the remark says why"},
    {"97", no, coder, "NC-1 NC-2 NC-14", "the payment is contained in that of another service"},
};

}  // namespace

std::span<const ReasonWord> firstReasons()
{
    return all;
}

}  // namespace cw::answers
