#include "tests/claim/read_back/reading.h"

#include <algorithm>
#include <charconv>

namespace cw::read_back {

using strict::Loop;
using strict::Seg;

namespace {

void readClm(const Seg& clm, bool institutional, ReadBack& into)
{
    auto& claim = into.encounter.claim;
    into.number = clm.at(1);
    into.encounter.encounterId = clm.at(1);
    into.frequency = clm.at(5, 3);
    claim.frequencyCode = clm.at(5, 3);
    claim.acceptAssignment = clm.at(7);
    claim.benefitsAssigned = clm.at(8);
    claim.releaseOfInformation = clm.at(9);
    claim.delayReason = clm.at(20);
    if (institutional) {
        const std::string facility(clm.at(5, 1));
        into.encounter.service.typeOfBill = "0" + facility + into.frequency;
        const bool inpatient = facility == "11" || facility == "18" || facility == "21";
        into.encounter.setting = inpatient ? Setting::inpatient : Setting::outpatient;
        return;
    }
    into.encounter.service.placeOfService = clm.at(5, 1);
    claim.signatureOnFile = clm.at(6) == "Y";
    claim.patientSignatureSource = clm.at(10);
    claim.specialProgram = clm.at(12);
    for (std::size_t i = 1; i <= 3; ++i) {
        if (clm.at(11, i) == "AA") claim.accident.automobile = true;
        if (clm.at(11, i) == "EM") claim.accident.employment = true;
        if (clm.at(11, i) == "OA") claim.accident.other = true;
    }
    claim.accident.state = clm.at(11, 4);
}

LocalMinute minuteOf(Date day, std::string_view hhmm)
{
    int value = 0;
    std::from_chars(hhmm.data(), hhmm.data() + hhmm.size(), value);
    return {.date = day, .minuteOfDay = value / 100 * 60 + value % 100};
}

void readDates(const Loop& loop, bool institutional, Encounter& into)
{
    auto& claim = into.claim;
    for (const auto* dtp : loop.all("DTP")) {
        const auto kind = dtp->at(1);
        if (institutional && kind == "434") {
            const auto days = datesOf(*dtp);
            into.service.from = days.first.value_or(into.service.from);
            into.service.to = days.last;
        } else if (institutional && kind == "435") {
            const auto day = dayOf(dtp->at(3).substr(0, 8));
            into.service.admittedAt = minuteOf(day.value_or(into.service.from), dtp->at(3).substr(8));
        } else if (institutional && kind == "096")
            into.service.dischargedAt = minuteOf(into.service.to.value_or(into.service.from), dtp->at(3));
        else if (kind == "431")
            claim.onsetDate = datesOf(*dtp).first;
        else if (kind == "439")
            claim.accident.date = datesOf(*dtp).first;
        else if (kind == "484")
            claim.lastMenstrualPeriod = datesOf(*dtp).first;
        else if (kind == "435")
            claim.hospitalizedFrom = datesOf(*dtp).first;
        else if (kind == "096")
            claim.hospitalizedTo = datesOf(*dtp).first;
        else
            claim.dates.push_back(datesOf(*dtp));
    }
    // The hour stands alone; its day is the last one of the statement, wherever that stands.
    auto& discharged = into.service.dischargedAt;
    if (discharged) discharged->date = into.service.to.value_or(into.service.from);
    sortByQualifier(claim.dates);
}

void readReferencesAndNotes(const Loop& loop, ClaimDetails& claim)
{
    const auto value = [&loop](std::string_view kind) {
        const auto* ref = loop.find("REF", kind);
        return ref == nullptr ? std::string() : std::string(ref->at(2));
    };
    claim.priorAuthorization = value("G1");
    claim.referralNumber = value("9F");
    claim.cliaNumber = value("X4");
    claim.originalReferenceNumber = value("F8");
    for (auto& reference : referencesOf(loop, "G1 9F X4 F8")) claim.references.push_back(std::move(reference));
    for (const char* kind : {"F5", "F3"})
        if (const auto* amount = loop.find("AMT", kind)) claim.patientPaid = moneyOf(amount->at(2));
    for (const auto* k3 : loop.all("K3")) claim.fileInformation.emplace_back(k3->at(1));
    for (const auto* nte : loop.all("NTE")) {
        if (nte->at(1) == "ADD")
            claim.note = nte->at(2);
        else
            claim.notes.push_back({std::string(nte->at(1)), std::string(nte->at(2))});
    }
    sortByQualifier(claim.notes);
    claim.paperwork = paperworkOf(loop);
    claim.certifications = certificationsOf(loop, "07");
    if (const auto* cl1 = loop.find("HI", "DR")) claim.diagnosisRelatedGroup = cl1->at(1, 2);
}

void readAmbulance(const Loop& loop, ReadBack& into)
{
    const auto* cr1 = loop.find("CR1");
    if (cr1 == nullptr) return;
    Ambulance ambulance;
    if (!cr1->at(2).empty()) ambulance.patientPounds = quantityOf(cr1->at(2));
    ambulance.transportReason = cr1->at(4);
    ambulance.miles = quantityOf(cr1->at(6));
    ambulance.roundTripReason = cr1->at(9);
    ambulance.stretcherReason = cr1->at(10);
    for (const auto& crc : certificationsOf(loop))
        if (crc.category == "07")
            ambulance.conditions.insert(ambulance.conditions.end(), crc.codes.begin(), crc.codes.end());
    if (const auto* pickUp = loop.loop("2310E")) ambulance.pickUp = addressOf(*pickUp);
    if (const auto* dropOff = loop.loop("2310F")) ambulance.dropOff = addressOf(*dropOff);
    into.ambulance = std::move(ambulance);
}

void readCode(const Seg& hi, std::size_t i, ReadBack& into)
{
    const auto kind = hi.at(i, 1);
    const std::string code(hi.at(i, 2));
    auto& codes = into.codes;
    auto& diagnoses = into.encounter.diagnoses;
    const auto diagnosis = [&](DiagnosisRole role) {
        Diagnosis one;
        one.role = role;
        one.code.text = code;
        one.presentOnAdmission = hi.at(i, 9);
        diagnoses.push_back(std::move(one));
    };
    if (kind == "ABK" || kind == "ABF" || kind == "ABN") diagnosis(DiagnosisRole::diagnosis);
    if (kind == "ABJ") diagnosis(DiagnosisRole::admitting);
    if (kind == "APR") diagnosis(DiagnosisRole::reasonForVisit);
    if (kind == "BP" || kind == "BO") into.encounter.claim.anesthesiaProcedures.push_back(code);
    if (kind == "BG") codes.conditions.push_back(code);
    if (kind == "BH") codes.occurrences.push_back({code, dayOf(hi.at(i, 4))});
    if (kind == "BI") codes.spans.push_back({code, dayOf(hi.at(i, 4).substr(0, 8)), dayOf(hi.at(i, 4).substr(9))});
    if (kind == "BE") codes.values.push_back({code, moneyOf(hi.at(i, 5))});
    if (kind == "TC") codes.treatments.push_back(code);
}

void readProviders(const Loop& loop, bool institutional, Providers& into)
{
    for (const auto& child : loop.loops) {
        const auto* name = child.segments.front();
        if (!child.name.starts_with("2310")) continue;
        const auto kind = name->at(1);
        if (kind == "DN") into.referring = providerOf(child);
        if (kind == "P3") into.secondReferring = providerOf(child);
        if (kind == "82") into.rendering = providerOf(child, "PE");
        if (kind == "77") into.facility = providerOf(child);
        if (kind == "DQ") into.supervising = providerOf(child);
        if (kind == "71") into.attending = providerOf(child, "AT");
        if (kind == "72") into.operating = providerOf(child);
        if (kind == "ZZ" && institutional) into.otherOperating = providerOf(child);
    }
}

}  // namespace

void readClaim(const Loop& claim, bool institutional, ReadBack& into)
{
    readClm(*claim.segments.front(), institutional, into);
    readDates(claim, institutional, into.encounter);
    readReferencesAndNotes(claim, into.encounter.claim);
    if (const auto* cl1 = claim.find("CL1")) {
        into.encounter.service.admissionType = cl1->at(1);
        into.encounter.service.admissionSource = cl1->at(2);
        into.encounter.service.dischargeStatus = cl1->at(3);
    }
    if (!institutional) readAmbulance(claim, into);
    for (const auto* hi : claim.all("HI"))
        for (std::size_t i = 1; i < hi->parts.size(); ++i) readCode(*hi, i, into);
    readProviders(claim, institutional, into.encounter.providers);
}

}  // namespace cw::read_back
