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

constexpr ReasonWord all[] = {
    {"100", less, biller, "", "the payment went to the patient or another person"},
    {"101", less, biller, "", "an estimate before the service"},
    {"102", less, biller, "", "adjustment by a supplementary plan"},
    {"103", less, biller, "", "discount that we gave"},
    {"104", less, biller, "", "withheld under a managed care contract"},
    {"105", less, biller, "", "withheld for taxes"},
    {"106", less, biller, "", "the patient has not chosen this option of payment"},
    {"107", no, coder, "NC-9 NC-10 NC-11", "the service that this one goes with is not on the claim"},
    {"108", no, biller, "", "the rules for renting or buying equipment were not followed",
     "Check equipment lines for the modifiers of renting and buying."},
    {"109", no, biller, "ID-8", "another payer or contractor is responsible; send it there"},
    {"110", no, biller, "PF-10", "the claim was billed before the day of service"},
    {"111", no, biller, "PF-18", "covered only when the provider accepts assignment"},
    {"112", no, coder, "WF-1", "not given to the patient, or not documented"},
    {"114", no, coder, "", "the product is not approved by the drug authority",
     "Compare drug codes with the list of approved products."},
    {"115", no, coder, "", "the procedure was put off, cancelled or delayed",
     "Look for the modifiers of a stopped procedure beside such notes."},
    {"116", no, biller, "MN-5 MO-16", "the notice that the patient signed does not meet the rules"},
    {"117", no, biller, "", "transport is covered only to the nearest place that can treat",
     "Check that an ambulance claim says why it went farther."},
    {"118", less, biller, "", "reduction for the kidney disease network"},
    {"119", no, coder, "MN-3", "the maximum of the benefit for this time or number is reached"},
    {"121", less, biller, "", "compensation of losses"},
    {"122", less, biller, "", "reduction for psychiatric services"},
    {"128", no, biller, "", "the newborn is covered under the mother's claim",
     "Check who the payer covers a newborn with."},
    {"129", no, biller, "PF-19", "what is said of the earlier payer's decision is not right"},
    {"130", less, biller, "", "fee for sending a claim"},
    {"131", less, biller, "", "discount that was negotiated for this claim"},
    {"132", less, biller, "", "adjustment of a demonstration project"},
    {"133", no, biller, "", "the line waits for further review"},
    {"134", less, biller, "", "technical fees were taken out of the charge"},
    {"135", no, biller, "IF-7", "interim bills cannot be processed"},
    {"136", no, biller, "", "the rules of the earlier payer were not followed",
     "Read the earlier payer's reasons before the next one is billed."},
    {"137", less, biller, "", "surcharges and taxes that the law asks for"},
    {"139", less, biller, "", "agreement on how the plan is funded"},
    {"140", no, biller, "DM-1 DM-7", "the member id and the name do not go together"},
    {"142", less, biller, "", "the patient's monthly share under Medicaid"},
    {"143", less, biller, "", "part of the payment is put off"},
    {"144", less, biller, "", "incentive"},
    {"146", no, coder, "CV-1 CV-2 CV-3", "the diagnosis was not valid on the day of service"},
    {"147", no, biller, "", "the contracted rate ended or is not on file",
     "Keep by payer until when the contract holds."},
    {"148", no, biller, "", "another provider's information was not sent or is not enough", attachment},
    {"149", no, biller, "", "the lifetime maximum for this kind of service is reached",
     "Ask before the service what is left of the benefit."},
    {"150", no, coder, "WF-1", "the papers do not support this level of service"},
    {"151", no, coder, "MN-3 NC-6 NC-7 NC-8", "the papers do not support this many or this frequent services"},
    {"152", no, coder, "", "the papers do not support this length of service",
     "Compare timed services with the minutes that are documented."},
    {"153", no, coder, "CV-17", "the papers do not support this dosage"},
    {"154", no, coder, "", "the papers do not support this supply in days",
     "Compare supply in days with the prescription."},
    {"155", no, biller, "", "the patient refused the service",
     "Check the record for a refusal before a line is billed."},
    {"157", no, biller, "", "caused by an act of war", "Ask the payer."},
    {"158", no, biller, "", "the service was given outside the United States",
     "Compare the place of service with the plan."},
    {"160", no, biller, "PF-15", "the injury comes from something that the plan leaves out"},
    {"161", less, biller, "", "bonus for performance"},
    {"163", no, biller, "", "the paper that the claim names did not come", attachment},
    {"164", no, biller, "", "the paper that the claim names did not come in time", attachment},
    {"166", no, biller, "", "sent after this payer's responsibility had ended", eligibility},
    {"167", no, coder, "MN-2", "the plan does not cover this diagnosis"},
    {"169", less, biller, "", "another benefit was given in its place"},
    {"170", no, biller, "", "not paid to this kind of provider", enrolment},
    {"171", no, biller, "", "not paid to this kind of provider in this kind of facility", enrolment},
    {"172", no, biller, "ID-4", "adjusted because of the provider's specialty"},
    {"173", no, biller, "ID-9", "not ordered by a physician"},
    {"174", no, biller, "", "not ordered before it was delivered",
     "Compare the day of the order with the day of delivery."},
    {"175", no, biller, "", "the prescription is not complete", attachment},
    {"176", no, biller, "", "the prescription is out of date", attachment},
    {"177", no, biller, "", "the patient does not meet what the plan asks for", eligibility},
    {"178", no, biller, "", "the patient has not yet spent the share that is asked for", eligibility},
    {"179", no, biller, "", "the patient has not waited as long as the plan asks for", eligibility},
    {"180", no, biller, "", "the patient does not live where the plan asks for", eligibility},
    {"181", no, coder, "CV-9", "the procedure code was not valid on the day of service"},
    {"182", no, coder, "MO-1", "the modifier was not valid on the day of service"},
    {"183", no, biller, "ID-9", "the referring provider may not refer this service"},
    {"184", no, biller, "ID-9", "the ordering provider may not order this service"},
    {"185", no, biller, "PF-12", "the rendering provider may not give this service"},
    {"186", less, coder, "", "the level of care was changed"},
    {"187", less, biller, "", "paid from a spending account"},
    {"188", no, coder, "", "covered only when used as the drug authority recommends",
     "Compare drug and diagnosis with the uses that are approved."},
    {"189", no, coder, "CV-12", "an unlisted code was sent where a code of its own exists"},
    {"190", no, biller, "", "contained in the payment for a stay in a nursing facility",
     "Ask whether the patient is in a covered stay on the day of service."},
    {"192", no, biller, "", "a reason of another form of remittance; the remark says which"},
    {"193", no, biller, "", "the first decision was kept after review"},
    {"194", no, coder, "MO-18", "anesthesia by the surgeon, the assistant or the attending is not paid apart"},
    {"195", less, biller, "", "a refund went to the wrong payer or provider"},
    {"197", no, biller, "MN-7", "authorization or notice before the service is missing"},
    {"198", no, biller, "MN-7", "more was done than was authorized"},
    {"199", no, coder, "OC-41 OC-48 IF-9", "the revenue code and the procedure code do not go together"},
};

}  // namespace

std::span<const ReasonWord> middleReasons()
{
    return all;
}

}  // namespace cw::answers
