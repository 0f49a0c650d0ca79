#include "edits/rules.h"

#include "edits/code_tables.h"
#include "edits/rule_families.h"

namespace cw {

namespace {

using edits::RuleRun;

enum class Scope { all, linesWithCodes, professional };

bool holds(Scope scope, Setting setting)
{
    switch (scope) {
    case Scope::all: return true;
    case Scope::linesWithCodes: return setting != Setting::inpatient;
    case Scope::professional: return setting == Setting::professional;
    }
    return false;
}

struct RuleText {
    std::string_view id;
    std::string_view title;
    std::string_view source;
};

Rule makeRule(const RuleText& text, Severity severity, Scope scope, void (*check)(RuleRun&), bool advisory = false)
{
    auto run = [text, severity, scope, check](const Encounter& encounter, const EditFacts& facts, EditReport& report) {
        if (!holds(scope, encounter.setting)) return;
        RuleRun ruleRun(text.id, severity, text.source, encounter, facts, report);
        check(ruleRun);
    };
    return {.id = text.id,
            .title = text.title,
            .severity = severity,
            .source = text.source,
            .advisory = advisory,
            .check = run};
}

Rule error(const RuleText& text, Scope scope, void (*check)(RuleRun&))
{
    return makeRule(text, Severity::error, scope, check);
}

/// A rule that was not checked against the primary document: warns, says so, and can be switched off.
Rule advisory(const RuleText& text, Scope scope, void (*check)(RuleRun&))
{
    return makeRule(text, Severity::warning, scope, check, true);
}

std::vector<Rule> codeRules()
{
    using namespace edits;
    return {
        error({"CV-1", "Diagnosis code exists", "ICD-10-CM code set of the coding date; Medicare Code Editor, edit 1"},
              Scope::all, checkDiagnosisExists),
        error({"CV-2", "Diagnosis code in force",
               "ICD-10-CM Official Guidelines, introduction; Medicare Code Editor, edit 1"},
              Scope::all, checkDiagnosisInForce),
        error({"CV-3", "Diagnosis code billable", "ICD-10-CM Official Guidelines, I.B.2; Medicare Code Editor, edit 1"},
              Scope::all, checkDiagnosisSpecificity),
        error({"CV-8", "Diagnosis code form", "ICD-10-CM Official Guidelines, I.A.2"}, Scope::all, checkDiagnosisForm),
        error({"CV-9", "Procedure code valid on the date of service",
               "HCPCS and CPT release of the date of service; Integrated Outpatient Code Editor, edit 6"},
              Scope::all, checkProcedureValid),
        error({"CV-11", "Code set fits the setting", "45 CFR 162.1002"}, Scope::linesWithCodes, checkCodeSetFits),
        error({"CV-13", "Code tables loaded", "45 CFR 162.1002 (code sets valid on the date of service)"}, Scope::all,
              checkTablesLoaded),
        error({"GL-8", "No diagnosis twice", "ICD-10-CM Official Guidelines, I.B.12; Medicare Code Editor, edit 3"},
              Scope::all, checkDuplicateDiagnoses),
        error({"MO-1", "Modifier form", "HCPCS and CPT modifiers; 005010X222A1 SV101-3 to -6"}, Scope::linesWithCodes,
              checkModifierForm),
        error({"MO-2", "At most four modifiers, none twice", "005010X222A1 SV101-3 to -6"}, Scope::linesWithCodes,
              checkModifierRepeats),
    };
}

std::vector<Rule> partyRules()
{
    using namespace edits;
    return {
        error({"DM-1", "Name, birth date and sex present", "005010X222A1 loops 2010BA and 2010CA (NM1, DMG)"},
              Scope::all, checkDemographics),
        error({"DM-2", "Birth date plausible", "Medicare Code Editor, edit 14"}, Scope::all, checkBirthDate),
        advisory({"DM-6", "Relationship fits the subscriber", "005010X222A1 SBR02, PAT01"}, Scope::all,
                 checkRelationship),
        error({"DM-7", "Medicare member id form", "CMS, Medicare Beneficiary Identifier format"}, Scope::all,
              checkMedicareId),
        error({"DM-8", "Patient address complete", "005010X222A1 loops 2010BA and 2010CA (N3, N4)"}, Scope::all,
              checkPatientAddress),
        error({"ID-1", "NPI valid", "45 CFR 162.406; CMS, NPI check digit"}, Scope::all, checkNpis),
        error({"ID-3", "Tax id of the billing provider", "005010X222A1 loop 2010AA (REF EI, SY)"}, Scope::all,
              checkTaxId),
        error({"ID-5", "Addresses of billing provider and facility", "005010X222A1 loops 2010AA and 2310C (N3, N4)"},
              Scope::all, checkAddresses),
        error({"ID-7", "Drug code complete", "005010X222A1 loop 2410 (LIN, CTP)"}, Scope::all, checkDrugCodes),
        error({"ID-8", "Payer id and claim filing code present", "005010X222A1 loop 2010BB, SBR09"}, Scope::all,
              checkPayer),
        error({"ID-11", "Billing provider present", "005010X222A1 loop 2010AA"}, Scope::all, checkBillingProvider),
        error({"ID-12", "Member id and relationship present", "005010X222A1 loop 2010BA NM109, SBR02, PAT01"},
              Scope::all, checkMember),
        error({"ID-13", "Providers named", "005010X222A1 NM103, NM104"}, Scope::all, checkProviderNames),
    };
}

std::vector<Rule> professionalRules()
{
    using namespace edits;
    constexpr auto scope = Scope::professional;
    return {
        error({"PF-1", "At least one diagnosis", "005010X222A1 HI; CARC 16, RARC M76"}, scope, checkHasDiagnosis),
        error({"PF-2", "At most twelve diagnoses", "005010X222A1 HI; X12 RFI 433"}, scope, checkDiagnosisCount),
        error({"PF-3", "Diagnosis pointers", "005010X222A1 SV107"}, scope, checkPointers),
        error({"PF-6", "One to fifty lines", "005010X222A1 loop 2400"}, scope, checkLineCount),
        advisory({"PF-7", "Claim total complete", "005010X222A1 CLM02"}, scope, checkBalance),
        error({"PF-8", "Amounts", "005010X222A1 SV102, AMT"}, scope, checkAmounts),
        error({"PF-9", "Units", "005010X222A1 SV103, SV104"}, scope, checkUnits),
        error({"PF-10", "Dates of service", "005010X222A1 DTP 472"}, scope, checkDates),
        error({"PF-11", "Place of service", "CMS place of service code set, May 2024; 005010X222A1 CLM05, SV105"},
              scope, checkPlaceOfService),
        advisory({"PF-12", "Rendering provider of an organization", "005010X222A1 loop 2310B"}, scope,
                 checkRenderingProvider),
        error({"PF-15", "Accident date and state", "005010X222A1 CLM11, DTP 439"}, scope, checkAccident),
        error({"PF-17", "Frequency code and the payer's claim number", "005010X222A1 CLM05-3, REF F8"}, scope,
              checkFrequency),
        error({"PF-18", "Assignment, signature and release", "005010X222A1 CLM06 to CLM09"}, scope, checkIndicators),
        error({"PF-20", "Claim number", "005010X222A1 CLM01"}, scope, checkClaimNumber),
        error({"PF-21", "No delimiter in an identifier", "005010X222A1 ISA; X12 character set"}, scope,
              checkIdentifierCharacters),
        error({"PF-26", "Values fit their elements",
               "005010X222A1 element lengths (NM1, N3, N4, PER, REF, SBR, NTE, PRV)"},
              scope, checkElementSizes),
    };
}

}  // namespace

const std::vector<Rule>& ruleCatalogue()
{
    static const std::vector<Rule> all = [] {
        std::vector<Rule> rules;
        for (auto&& family : {codeRules(), partyRules(), professionalRules()})
            rules.insert(rules.end(), family.begin(), family.end());
        return rules;
    }();
    return all;
}

EditReport runEdits(const Encounter& encounter, const EditFacts& facts, const std::set<std::string, std::less<>>& off)
{
    EditReport report;
    for (const auto& rule : ruleCatalogue())
        if (!off.contains(rule.id)) rule.check(encounter, facts, report);
    // Beside the findings, and with CV-13 switched off as well: what was not checked is never silent.
    for (const auto& missing : edits::missingTables(encounter, facts))
        report.notChecked.push_back({std::string(toString(missing.system)), missing.date});
    return report;
}

}  // namespace cw
