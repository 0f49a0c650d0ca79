#include "tests/claim/strict/rules.h"

#include "codeset/codes.h"

#include <algorithm>

namespace cw::strict {

void addFault(const Loop& claim, const std::string& why, Faults& faults)
{
    faults.push_back("claim " + std::string(claim.segments.front()->at(1)) + ": " + why);
}

Days daysOf(const Seg* dtp)
{
    if (dtp == nullptr) return {};
    const auto text = dtp->at(3);
    if (dtp->at(2) == "RD8" && text.size() == 17) return {text.substr(0, 8), text.substr(9)};
    return {text.substr(0, 8), text.substr(0, 8)};
}

std::vector<std::string_view> diagnosesOf(const Loop& claim)
{
    std::vector<std::string_view> codes;
    for (const auto* hi : claim.all("HI")) {
        const auto qualifier = hi->at(1, 1);
        if (qualifier != "ABK" && qualifier != "ABF" && qualifier != "BK" && qualifier != "BF") continue;
        for (std::size_t i = 1; i < hi->parts.size(); ++i) codes.push_back(hi->at(i, 2));
    }
    return codes;
}

namespace {

void checkTotal(const Loop& claim, const Context& context, Faults& faults)
{
    std::int64_t sum = 0;
    for (const auto* line : claim.allLoops("2400"))
        if (const auto* service = line->find(context.institutional ? "SV2" : "SV1"))
            sum += numberOf(service->at(context.institutional ? 3 : 2));
    const auto total = claim.segments.front()->at(2);
    if (sum != numberOf(total)) addFault(claim, "CLM02 is not the sum of its lines", faults);
    if (total.starts_with('-')) addFault(claim, "CLM02 is negative", faults);
}

void checkNumberAndFrequency(const Loop& claim, Context& context, Faults& faults)
{
    const auto& clm = *claim.segments.front();
    const std::string number(clm.at(1));
    for (const char c : number)
        if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-')) {
            addFault(claim, "CLM01 is not of A-Z, 0-9 and dash", faults);
            break;
        }
    if (!context.claimNumbers.insert(number).second) addFault(claim, "CLM01 stands twice in the file", faults);
    const auto frequency = clm.at(5, 3);
    const bool corrects = frequency == "6" || frequency == "7" || frequency == "8";
    const bool names = claim.find("REF", "F8") != nullptr;
    if (corrects && !names) addFault(claim, "a replacement or void without REF*F8", faults);
    if (frequency == "1" && names) addFault(claim, "REF*F8 on an original claim", faults);
}

void checkAccident(const Loop& claim, Faults& faults)
{
    const auto causes = claim.segments.front()->components(11);
    const bool hasDate = claim.find("DTP", "439") != nullptr;
    if (!causes.empty() != hasDate) addFault(claim, "CLM11 and DTP*439 stand only together", faults);
    const auto count = std::count(causes.begin(), causes.end(), "AA");
    if ((count > 0) != (causes.size() > 3 && !causes[3].empty()))
        addFault(claim, "CLM11-4 stands with AA and only with it", faults);
    if (causes.size() > 1 && causes[0] == causes[1]) addFault(claim, "CLM11 names a cause twice", faults);
}

void checkDiagnoses(const Loop& claim, Faults& faults)
{
    auto codes = diagnosesOf(claim);
    for (const auto* hi : claim.all("HI")) {
        const auto qualifier = hi->at(1, 1);
        for (std::size_t i = 1; i < hi->parts.size(); ++i) {
            if (hi->at(i, 1) == "BK" || hi->at(i, 1) == "BF") addFault(claim, "an ICD-9 qualifier", faults);
            const bool diagnosis = qualifier == "ABK" || qualifier == "ABF" || qualifier == "ABJ" ||
                                   qualifier == "APR" || qualifier == "ABN";
            const auto code = Icd10CmCode::parse(hi->at(i, 2));
            if (diagnosis && (!code || code->compact() != hi->at(i, 2)))
                addFault(claim, "a diagnosis is not of the form of ICD-10-CM without dot", faults);
        }
    }
    // Section 8: no duplicates; an external cause never first.
    if (!codes.empty() && codes.front().find_first_of("VWXY") == 0)
        addFault(claim, "an external cause is the first diagnosis", faults);
    std::sort(codes.begin(), codes.end());
    if (std::adjacent_find(codes.begin(), codes.end()) != codes.end())
        addFault(claim, "a diagnosis stands twice", faults);
}

/// Section 13: dates before birth and in the future, seen from the day of the file.
void checkDates(const Loop& claim, std::string_view fileDay, Faults& faults)
{
    const auto* person = claim.parent->loop(claim.parent->name == "2000C" ? "2010CA" : "2010BA");
    const auto* dmg = person == nullptr ? nullptr : person->find("DMG");
    const auto born = dmg == nullptr ? std::string_view{} : dmg->at(2);
    const auto check = [&](const Loop& loop) {
        for (const auto* dtp : loop.all("DTP")) {
            const auto days = daysOf(dtp);
            if (dtp->at(2) == "TM") continue;
            if (days.first < born) addFault(claim, dtp->where() + ": a date before birth", faults);
            if (days.last > fileDay && dtp->at(1) != "314" && dtp->at(1) != "361" && dtp->at(1) != "296")
                addFault(claim, dtp->where() + ": a date in the future", faults);
        }
    };
    check(claim);
    for (const auto* line : claim.allLoops("2400")) check(*line);
    const auto from = daysOf(claim.find("DTP", "435")).first;
    const auto* discharge = claim.find("DTP", "096");
    if (discharge != nullptr && discharge->at(2) == "D8" && discharge->at(3) < from)
        addFault(claim, "discharged before admitted", faults);
    const auto begin = daysOf(claim.find("DTP", "360")).first;
    const auto end = daysOf(claim.find("DTP", "361")).first;
    if (!end.empty() && end < begin) addFault(claim, "disability ends before it begins", faults);
}

}  // namespace

void checkClaims(const Loop& set, Context& context, Faults& faults)
{
    const auto* bht = set.find("BHT");
    for (const auto* claim : everyLoop(set, "2300")) {
        checkTotal(*claim, context, faults);
        checkNumberAndFrequency(*claim, context, faults);
        checkDiagnoses(*claim, faults);
        if (bht != nullptr) checkDates(*claim, bht->at(4), faults);
        checkLines(*claim, context, faults);
        checkOtherPayers(*claim, faults);
        if (context.institutional)
            checkInstitutional(*claim, faults);
        else
            checkAccident(*claim, faults);
    }
}

}  // namespace cw::strict
