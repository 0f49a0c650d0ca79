#include "claim/answers/words/word_tables.h"

namespace cw::answers {

namespace {

constexpr auto no = Reach::denial;
constexpr auto less = Reach::reduction;
constexpr auto coder = Hand::coder;
constexpr auto biller = Hand::biller;
constexpr std::string_view eligibility = "Ask before export whether the coverage was in force on the day of service.";
constexpr std::string_view attachment =
    "Keep a list by payer of services that need papers, and ask for them before export.";
constexpr std::string_view enrolment =
    "Keep in the provider list where each provider is enrolled, and compare with the payer.";
constexpr std::string_view otherPlan =
    "Keep by payer which plan takes which kind of service, and choose it before export.";
constexpr std::string_view appeals = "Watch the clock and the steps of the appeal in the list of denials.";

constexpr ReasonWord all[] = {
    {"200", no, biller, "", "the coverage had lapsed", eligibility},
    {"201", no, biller, "", "owed by the patient out of a settlement for an injury at work", eligibility},
    {"202", no, biller, "", "comfort or convenience that is not covered", "Keep a list of such services."},
    {"203", less, biller, "", "the service was stopped or reduced"},
    {"204", no, biller, "MO-26", "the patient's plan does not cover this service, equipment or drug"},
    {"205", less, biller, "", "fee for a pharmacy discount card"},
    {"206", no, biller, "ID-1 PF-12", "the NPI is missing"},
    {"207", no, biller, "ID-1", "the NPI is not well formed"},
    {"208", no, biller, "ID-1 ID-2", "the payer does not know this NPI for this provider"},
    {"209", less, biller, "", "may not be collected from the patient by rule or agreement"},
    {"210", no, biller, "MN-7", "authorization or notice was not given in time"},
    {"211", no, coder, "ID-7", "the drug code does not qualify for a rebate and is not covered"},
    {"212", less, biller, "", "administrative surcharges are not covered"},
    {"213", no, biller, "", "not allowed because of a referral to an own enterprise", "Ask compliance."},
    {"215", less, biller, "", "recovered from a third party's settlement"},
    {"216", no, coder, "", "by the findings of a review organization", "Read the findings in the review letter."},
    {"219", no, biller, "PF-15", "by how far the injury goes that the insurer accepted"},
    {"222", no, coder, "NC-6 NC-7", "above the maximum that the contract allows for this provider"},
    {"223", less, biller, "", "adjusted by a law that has no reason of its own"},
    {"224", no, biller, "", "the patient's identity was misused", "Check the patient's identity at registration."},
    {"225", less, biller, "", "penalty or interest that the payer pays"},
    {"226", no, biller, "", "what the payer asked us for did not come or was not enough", attachment},
    {"227", no, biller, "", "what the payer asked the patient for did not come or was not enough",
     "Tell the patient to answer the payer."},
    {"228", no, biller, "", "what an earlier payer asked for was not sent", attachment},
    {"229", less, biller, "", "part of the charge was not looked at because of the type of bill"},
    {"231", no, coder, "NC-1 NC-2", "procedures that exclude each other on one day or in one place"},
    {"232", less, biller, "", "amount for a transfer between hospitals"},
    {"233", no, coder, "PA-6", "treatment of a condition that arose in the hospital or of an error"},
    {"234", no, coder, "NC-1 NC-2", "the procedure is not paid apart"},
    {"235", less, biller, "", "sales tax"},
    {"236", no, coder, "NC-1 NC-2", "the coding edits do not allow these procedures or modifiers together on one day"},
    {"237", less, biller, "", "penalty that the law asks for"},
    {"238", less, biller, "", "the claim runs over days with and without coverage; this part has none"},
    {"239", no, biller, "", "the claim runs over days with and without coverage; send them apart",
     "Split a claim where the coverage begins or ends."},
    {"240", no, coder, "", "the diagnosis does not go with the weight at birth",
     "Compare birth weight codes with the recorded weight."},
    {"241", less, biller, "", "copayment of a low-income subsidy"},
    {"242", no, biller, "", "not given by a provider of the network or the primary care provider", enrolment},
    {"243", no, biller, "MN-7", "not authorized by the network or the primary care provider"},
    {"245", less, biller, "", "withheld for performance"},
    {"246", less, coder, "", "a code for reporting only; nothing is paid for it"},
    {"247", less, biller, "", "deductible of a professional service on an institutional claim"},
    {"248", less, biller, "", "coinsurance of a professional service on an institutional claim"},
    {"249", no, coder, "", "taken for a readmission", "Look for an earlier stay within the payer's days."},
    {"250", no, biller, "", "the paper that came is not the one asked for", attachment},
    {"251", no, biller, "", "the paper that came is not complete", attachment},
    {"252", no, biller, "", "a paper is needed; the remark says which", attachment},
    {"253", less, biller, "", "reduction of federal spending (sequestration)"},
    {"254", no, biller, "", "the dental plan does not cover it; send it to the medical plan", otherPlan},
    {"256", no, biller, "", "not payable under the managed care contract", otherPlan},
    {"257", no, biller, "", "waits until the premium is paid", eligibility},
    {"258", no, biller, "", "not covered while the patient is in custody", eligibility},
    {"261", no, coder, "", "does not agree with the patient's earlier procedures",
     "Compare with procedures that can be done once only."},
    {"267", no, biller, "", "the claim runs over several months; send them apart",
     "Split a claim at the end of a month."},
    {"268", no, biller, "", "the claim runs over two years; send them apart", "Split a claim at the end of a year."},
    {"269", no, coder, "", "anesthesia is not covered for this procedure", "Keep a list of such procedures by payer."},
    {"270", no, biller, "", "the medical plan does not cover it; send it to the dental plan", otherPlan},
    {"271", less, biller, "", "contract reductions of an earlier payer"},
    {"272", no, coder, "MN-1", "the guidelines of coverage are not met"},
    {"273", no, coder, "MN-3", "more than the guidelines of coverage allow"},
    {"275", less, biller, "", "the patient's share at an earlier payer is not covered"},
    {"276", no, biller, "", "what an earlier payer denied is not covered here",
     "Settle the earlier payer's denial first."},
    {"279", no, biller, "", "not given by a preferred provider", enrolment},
    {"280", no, biller, "", "the medical plan does not cover it; send it to the pharmacy plan", otherPlan},
    {"282", no, biller, "IF-1", "the procedure does not go with the type of bill"},
    {"283", no, biller, "IF-8", "the attending provider may not direct this care"},
    {"284", no, biller, "MN-7", "the authorization number does not belong to the services billed"},
    {"285", no, biller, "", "the steps of an appeal were not followed", appeals},
    {"286", no, biller, "", "the time for an appeal is over", appeals},
    {"287", no, biller, "", "more was done than was referred", "Count visits against the referral."},
    {"288", no, biller, "", "a referral is missing", "Keep a list by payer of what needs a referral."},
    {"293", less, biller, "", "the payment went to the employer"},
    {"296", no, biller, "MN-7", "the authorization number does not belong to this provider"},
    {"299", no, biller, "", "the billing provider may not be paid for this service", enrolment},
    {"302", no, biller, "MN-7", "the time of the authorization had ended"},
    {"A0", less, biller, "", "refund to the patient"},
    {"A1", no, biller, "", "denied; the remark says why", "Check before export for what the remark names."},
    {"A5", less, biller, "", "amount for a costly stay, capital part"},
    {"A6", no, biller, "", "an earlier stay or a transfer within 30 days is asked for", eligibility},
    {"A8", no, coder, "MC-9", "the stay cannot be grouped"},
    {"B1", no, biller, "MN-3", "visits that are not covered"},
    {"B4", less, biller, "", "penalty for late filing"},
    {"B7", no, biller, "", "the provider was not certified or enrolled on the day of service", enrolment},
    {"B8", no, coder, "", "other services were at hand and should have been used", "Read the remark."},
    {"B9", no, biller, "", "the patient is in hospice care",
     "Ask before export whether the patient has chosen hospice."},
    {"B10", less, coder, "", "reduced because a part was paid before"},
    {"B11", less, biller, "", "passed on to the right payer"},
    {"B12", no, coder, "WF-1", "not documented in the patient's record"},
    {"B13", no, biller, "TD-5", "paid before, or contained in another payment"},
    {"B14", no, coder, "NC-13", "one visit by a physician on a day is covered"},
    {"B15", no, coder, "NC-9 NC-10", "the service that this one rests on was not received or was not paid"},
    {"B16", no, coder, "MO-20", "the patient is not new to the practice"},
    {"B20", no, biller, "TD-5", "given in part or in full by another provider"},
    {"B22", less, coder, "", "adjusted because of the diagnosis"},
    {"B23", no, biller, "ID-6 MO-19", "the laboratory's certificate does not cover this test"},
    {"P1", no, biller, "", "what the state asks for was not met", "Keep what each state asks for on injury claims."},
    {"P2", no, biller, "PF-15", "not an injury or illness of work"},
    {"P3", no, biller, "", "the case was settled", "Ask the insurer for the state of the case."},
    {"P4", no, biller, "PF-15", "the insurer owes nothing for this case"},
    {"P5", less, biller, "", "reduced to what the insurer takes for usual"},
    {"P6", less, biller, "", "by what the patient is entitled to"},
    {"P7", no, biller, "", "the fee schedule does not have the code that was billed", "Keep the state's fee schedule."},
    {"P8", no, biller, "", "the case is under investigation", "Ask the insurer for the state of the case."},
    {"P9", no, coder, "", "no code of the fee schedule fits", "Keep the state's fee schedule."},
    {"P12", less, biller, "", "fee schedule of the state for injuries at work"},
    {"P13", no, biller, "", "reduced or denied by a rule for injuries at work", "Read the rule that the remark names."},
    {"P14", no, coder, "NC-1 NC-2", "contained in the payment of another service of the same day"},
    {"P16", no, biller, "", "the provider may not treat in this state's system", enrolment},
    {"P17", no, biller, "", "the referral was not authorized by the treating provider",
     "Keep a list of what needs a referral."},
    {"P20", no, coder, "NC-1 NC-2", "not paid apart by the fee schedule"},
    {"P21", no, biller, "PF-15", "the accident insurance does not cover this payment"},
    {"P22", less, biller, "", "adjusted by the accident insurance's benefits"},
    {"P23", less, biller, "", "fee schedule of the state for accident insurance"},
};

}  // namespace

std::span<const ReasonWord> lastReasons()
{
    return all;
}

}  // namespace cw::answers
