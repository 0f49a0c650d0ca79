#include "tests/claim/strict/rules.h"

namespace cw::strict {

namespace {

void checkLevel(const Loop& level, std::string_view parent, int& number, Faults& faults)
{
    const auto& hl = *level.segments.front();
    const auto name = hl.where();
    if (hl.at(1) != std::to_string(++number)) faults.push_back(name + ": HL01 is not the next number");
    if (hl.at(2) != parent) faults.push_back(name + ": HL02 is not the level above");
    bool hasChildren = false;
    for (const auto& child : level.loops) {
        if (child.segments.front()->tag() != "HL") continue;
        hasChildren = true;
        checkLevel(child, hl.at(1), number, faults);
    }
    if ((hl.at(4) == "1") != hasChildren) faults.push_back(name + ": HL04 does not say whether levels follow");
}

void checkSubscriber(const Loop& level, bool institutional, Faults& faults)
{
    const auto* sbr = level.find("SBR");
    const auto* member = level.loop("2010BA");
    const auto name = level.segments.front()->where();
    if (sbr == nullptr || member == nullptr) return;
    const bool isPatient = sbr->at(2) == "18";
    const auto claims = level.allLoops("2300");
    const auto patients = level.allLoops("2000C");
    if (isPatient && !patients.empty()) faults.push_back(name + ": SBR02 is 18 and a patient level follows");
    if (!isPatient && !claims.empty()) faults.push_back(name + ": SBR02 is empty and a claim hangs on the subscriber");
    if (isPatient && claims.empty()) faults.push_back(name + ": no claim");
    if (!isPatient && patients.empty()) faults.push_back(name + ": no patient level");
    for (const auto* patient : patients)
        if (patient->loop("2300") == nullptr) faults.push_back(patient->segments.front()->where() + ": no claim");
    // Section 4: missed by all free checkers.
    for (const char* tag : {"N3", "N4", "DMG"})
        if (isPatient && member->find(tag) == nullptr)
            faults.push_back(name + ": the patient's " + tag + " is missing");
    if (!sbr->at(3).empty() && !sbr->at(4).empty()) faults.push_back(name + ": SBR04 beside SBR03");
    // Section 6: only where Medicare is not primary.
    const bool medicare = sbr->at(9) == "MB" || sbr->at(9) == "MA";
    if (!sbr->at(5).empty() && (!medicare || sbr->at(1) == "P"))
        faults.push_back(name + ": SBR05 where Medicare is primary or not the payer");
    if (!institutional && sbr->at(5).empty() && medicare && sbr->at(1) != "P")
        faults.push_back(name + ": SBR05 is missing for Medicare as a later payer");
}

}  // namespace

void checkHierarchy(const Loop& set, const Context& context, Faults& faults)
{
    int number = 0;
    for (const auto* billing : set.allLoops("2000A")) checkLevel(*billing, "", number, faults);
    for (const auto* subscriber : everyLoop(set, "2000B")) checkSubscriber(*subscriber, context.institutional, faults);
}

}  // namespace cw::strict
