#include "claim/answers/words/word_tables.h"

namespace cw::answers {

namespace {

constexpr Word ta1[] = {
    {"000", "nothing is wrong"},
    {"001", "the control number at the end of the interchange is not that of its start"},
    {"002", "the receiver does not support this standard"},
    {"003", "the receiver does not support this version"},
    {"004", "the segment terminator is not valid"},
    {"005", "the qualifier of the sender's id is not valid"},
    {"006", "the sender's id is not known to the receiver"},
    {"007", "the qualifier of the receiver's id is not valid"},
    {"008", "the receiver's id is not known to the receiver"},
    {"009", "the receiver does not know whom the file is for"},
    {"010", "the authorization qualifier is not valid"},
    {"011", "the authorization information is not valid"},
    {"012", "the security qualifier is not valid"},
    {"013", "the security information is not valid"},
    {"014", "the day of the interchange is not valid"},
    {"015", "the time of the interchange is not valid"},
    {"016", "the standard named in the interchange is not valid"},
    {"017", "the version named in the interchange is not valid"},
    {"018", "the control number of the interchange is not valid"},
    {"019", "the request for an acknowledgement is not valid"},
    {"020", "the mark for test or production is not valid"},
    {"021", "the count of groups is not right"},
    {"022", "the structure of the interchange is not valid"},
    {"023", "the file ends too early"},
    {"024", "the content of the interchange is not valid"},
    {"025", "an interchange with this control number was received before"},
    {"026", "the element separator is not valid"},
    {"027", "the component separator is not valid"},
    {"028", "the delivery date is not valid"},
    {"029", "the delivery time is not valid"},
    {"030", "the delivery time code is not valid"},
    {"031", "the grade of service is not valid"},
};

constexpr Word segments[] = {
    {"1", "the receiver does not know this segment"},
    {"2", "this segment was not expected here"},
    {"3", "a segment that must be sent is missing"},
    {"4", "the loop is repeated more often than allowed"},
    {"5", "the segment is repeated more often than allowed"},
    {"6", "the segment does not belong to this kind of file"},
    {"7", "the segment stands in the wrong order"},
    {"8", "elements of the segment have errors"},
    {"I4", "the guide does not use this segment here"},
    {"I6", "a segment that the guide asks for in this situation is missing"},
    {"I7", "a loop is sent less often than the guide asks for"},
    {"I8", "a segment is sent less often than the guide asks for"},
    {"I9", "the guide does not allow this segment in this situation"},
};

constexpr Word elements[] = {
    {"1", "a value that must be sent is missing"},
    {"2", "a value that another value asks for is missing"},
    {"3", "there are too many elements"},
    {"4", "the value is too short"},
    {"5", "the value is too long"},
    {"6", "the value has a character that is not allowed"},
    {"7", "the code is not one of those allowed"},
    {"8", "the date is not valid"},
    {"9", "the time is not valid"},
    {"10", "two values stand together that exclude each other"},
    {"12", "the value is repeated too often"},
    {"13", "there are too many components"},
    {"I6", "the guide does not allow this code here"},
    {"I9", "a value that the guide asks for in this situation is missing"},
    {"I10", "the guide does not use this value here"},
    {"I11", "the value is sent less often than the guide asks for"},
    {"I12", "the value does not have the form the guide asks for"},
    {"I13", "the guide does not allow this value in this situation"},
};

constexpr Word categories[] = {
    {"A0", "The claim was passed on"},
    {"A1", "The claim was received"},
    {"A2", "The claim was accepted for processing"},
    {"A3", "The claim was sent back and not processed"},
    {"A4", "The payer cannot find the claim"},
    {"A5", "The claim was split"},
    {"A6", "The claim was rejected because something is missing"},
    {"A7", "The payer could not process the claim because something is not valid"},
    {"A8", "The claim was rejected because its entries do not agree"},
    {"D0", "The payer found nothing"},
    {"E0", "The payer could not answer"},
    {"E1", "The payer's system could not answer"},
    {"F0", "The claim is finished"},
    {"F1", "The claim is finished and paid"},
    {"F2", "The claim is finished and denied"},
    {"F3", "The claim is finished and was revised"},
    {"F4", "The claim is finished without payment"},
    {"P0", "The claim is pending"},
    {"P1", "The claim is in process"},
    {"P2", "The claim is under review"},
    {"P3", "The payer waits for information from us"},
    {"P4", "The payer waits for information from the patient"},
    {"R0", "The payer asks for information"},
};

constexpr Word parties[] = {
    {"03", "dependent"},
    {"1P", "provider"},
    {"2B", "third-party administrator"},
    {"36", "employer"},
    {"40", "receiver"},
    {"41", "submitter"},
    {"45", "drop-off place"},
    {"71", "attending provider"},
    {"72", "operating provider"},
    {"73", "other provider"},
    {"74", "corrected subscriber"},
    {"77", "service facility"},
    {"82", "rendering provider"},
    {"85", "billing provider"},
    {"87", "pay-to provider"},
    {"AY", "clearinghouse"},
    {"DD", "assistant surgeon"},
    {"DK", "ordering provider"},
    {"DN", "referring provider"},
    {"DQ", "supervising provider"},
    {"FA", "facility"},
    {"GB", "other subscriber"},
    {"HK", "subscriber"},
    {"IL", "subscriber"},
    {"LI", "laboratory"},
    {"P3", "primary care provider"},
    {"P4", "earlier payer"},
    {"PE", "payee"},
    {"PR", "payer"},
    {"PRP", "primary payer"},
    {"PW", "pick-up place"},
    {"QB", "provider of a bought service"},
    {"QC", "patient"},
    {"QD", "responsible party"},
    {"SEP", "secondary payer"},
    {"TT", "payer it was passed to"},
    {"TTP", "tertiary payer"},
    {"TU", "repricer"},
    {"ZZ", "other operating provider"},
};

constexpr Word groups[] = {
    {"CO", "Contractual"},       {"PR", "Patient's share"}, {"OA", "Other adjustment"},
    {"PI", "Payer's reduction"}, {"CR", "Correction"},
};

constexpr Word statuses[] = {
    {"1", "processed as the primary payer"},
    {"2", "processed as the secondary payer"},
    {"3", "processed as the tertiary payer"},
    {"4", "denied"},
    {"5", "pended"},
    {"13", "suspended"},
    {"15", "suspended: under investigation"},
    {"16", "suspended: returned with material"},
    {"17", "suspended: under review"},
    {"19", "processed as the primary payer and passed on to the next one"},
    {"20", "processed as the secondary payer and passed on to the next one"},
    {"21", "processed as the tertiary payer and passed on to the next one"},
    {"22", "an earlier payment is taken back"},
    {"23", "not a claim of this payer; passed on to another one"},
    {"25", "estimated before the service; nothing is paid"},
};

constexpr Word plb[] = {
    {"50", "charge for late filing"},
    {"51", "interest charged to the provider"},
    {"72", "refund that we sent"},
    {"90", "payment ahead of time"},
    {"AH", "fee for originating a claim"},
    {"AM", "money taken for what the borrower owes"},
    {"AP", "faster payment"},
    {"B2", "rebate"},
    {"B3", "recovery of an allowance"},
    {"BD", "bad debt"},
    {"BN", "bonus"},
    {"C5", "temporary allowance"},
    {"CR", "capitation interest"},
    {"CS", "adjustment that the payer explains apart"},
    {"CT", "capitation payment"},
    {"CV", "payment for capital"},
    {"CW", "certified registered nurse anesthetist"},
    {"DM", "direct medical education"},
    {"E3", "withholding"},
    {"FB", "balance carried to or from another payment"},
    {"FC", "allocation of a fund"},
    {"GO", "graduate medical education"},
    {"HM", "hemophilia clotting factor"},
    {"IP", "incentive"},
    {"IR", "withheld for the tax authority"},
    {"IS", "interim settlement"},
    {"J1", "not reimbursable"},
    {"L3", "penalty"},
    {"L6", "interest owed"},
    {"LE", "levy"},
    {"LS", "lump sum"},
    {"OA", "organ acquisition"},
    {"OB", "offset for partners of the payer"},
    {"PI", "periodic interim payment"},
    {"PL", "final payment"},
    {"RA", "retroactive adjustment"},
    {"RE", "return on equity"},
    {"SL", "student loan repayment"},
    {"TL", "liability of a third party"},
    {"WO", "an overpayment is taken back"},
    {"WU", "money taken that the payer does not explain"},
};

}  // namespace

std::span<const Word> ta1Notes()
{
    return ta1;
}
std::span<const Word> segmentFaults()
{
    return segments;
}
std::span<const Word> elementFaults()
{
    return elements;
}
std::span<const Word> statusCategories()
{
    return categories;
}
std::span<const Word> entities()
{
    return parties;
}
std::span<const Word> adjustmentGroups()
{
    return groups;
}
std::span<const Word> claimStatuses()
{
    return statuses;
}
std::span<const Word> providerAdjustments()
{
    return plb;
}

}  // namespace cw::answers
