#include "edits/rules/sequence/gl_sequence.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cw::edits {

namespace {

bool isInjuryLike(const DiagnosisView& one)
{
    return one.isUnder("S") || one.isUnder("T") || one.isUnder("M");
}

bool isSequela(const RuleRun& run, const DiagnosisView& one)
{
    if (one.seventh() == 'S' && isInjuryLike(one)) return true;
    return run.data().list("sequela").has(one.code, run.view().date);
}

bool isExternalCause(const DiagnosisView& one)
{
    return one.code[0] >= 'V' && one.code[0] <= 'Y';
}

bool isManifestation(const DiagnosisView& one)
{
    const auto title = one.title();
    return title.find("classified elsewhere") != std::string_view::npos && title.find("as the cause of") == title.npos;
}

/// Burns and corrosions heal at different speeds: one may be current and another a scar (I.C.19.d.8).
bool isBurn(const DiagnosisView& one)
{
    return one.isUnder("T2") && one.code[2] <= '8';
}

void checkFirstSequela(RuleRun& run)
{
    const auto* first = run.view().first();
    if (!first || !isSequela(run, *first)) return;
    const auto& all = run.view().diagnoses;
    const auto* second = all.size() > 1 ? &all[1] : nullptr;
    if (second && isManifestation(*second)) return;
    auto finding = findingAt(*first, Severity::warning);
    finding.message = fmt::format("{} tells where a sequela comes from and is listed first.", first->dotted());
    finding.fix = fmt::format("List the condition that remains first, then {}.", first->dotted());
    if (second && !isSequela(run, *second) && !isExternalCause(*second))
        finding.remedies = {placeAfter(*first, *second)};
    run.report(std::move(finding));
}

/// E: codes that say something about another diagnosis and never stand first.
void checkFirstIsSecondaryOnly(RuleRun& run)
{
    const auto* first = run.view().first();
    const auto& list = run.data().list("secondary-only-status");
    if (!first || !list.has(first->code, run.view().date)) return;
    auto finding = findingAt(*first, Severity::error);
    finding.message = fmt::format("{} can only be a secondary diagnosis and is listed first.", first->dotted());
    finding.fix = "List the diagnosis of the provider first.";
    const auto* other = findAfter(run.view(), *first, [&](const auto& one) {
        return !list.has(one.code, run.view().date) && !isExternalCause(one);
    });
    if (other) finding.remedies = {placeAfter(*first, *other)};
    run.report(std::move(finding));
}

void checkBodyMassIndex(RuleRun& run, const DiagnosisView& bmi)
{
    static const auto pregnancy = CodePatterns::of("Z33.1, Z34.-, Z3A.-");
    if (const auto* pregnant = run.view().find(pregnancy)) {
        auto finding = findingAt(bmi, *pregnant, Severity::error);
        finding.message = fmt::format("{} is a body mass index and {} says that the patient is pregnant.", bmi.dotted(),
                                      pregnant->dotted());
        finding.fix = fmt::format("Remove {}.", bmi.dotted());
        finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.21.c.3";
        finding.remedies = {removeCode(bmi)};
        run.report(std::move(finding));
        return;
    }
    const auto& reasons = run.data().list("bmi-diagnoses");
    for (const auto& one : run.view().diagnoses)
        if (reasons.has(one.code, run.view().date)) return;
    if (bmi.position == 1) return;  // Told as an error.
    auto finding = findingAt(bmi, Severity::warning);
    finding.message = fmt::format("{} stands without a weight diagnosis of the provider.", bmi.dotted());
    finding.fix = fmt::format("Add the diagnosis that {} belongs to, such as obesity, or remove it.", bmi.dotted());
    finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.21.c.3";
    run.report(std::move(finding));
}

void reportLonely(RuleRun& run, const DiagnosisView& one, std::string_view what, std::string_view source)
{
    if (one.position == 1) return;  // Told as an error.
    auto finding = findingAt(one, Severity::warning);
    finding.message = fmt::format("{} needs {}.", one.dotted(), what);
    finding.fix = fmt::format("Code that condition as well, or remove {}.", one.dotted());
    finding.source = source;
    run.report(std::move(finding));
}

/// Eye, verbal and motor scores of one time belong together; the 7th character is the time.
void checkComaScale(RuleRun& run)
{
    static constexpr std::array<std::string_view, 3> parts = {"R4021", "R4022", "R4023"};
    const auto& all = run.view().diagnoses;
    const auto isScore = [](const DiagnosisView& one) {
        return one.isUnder("R402") && one.code.size() > 5 && one.code[4] >= '1' && one.code[4] <= '3';
    };
    std::string toldTimes;
    for (const auto& score : all) {
        if (!isScore(score) || score.seventh() == '\0' || toldTimes.find(score.seventh()) != std::string::npos)
            continue;
        toldTimes += score.seventh();
        int found = 0;
        auto finding = findingAt(score, Severity::warning);
        for (const auto part : parts) {
            const auto sameTime = std::find_if(all.begin(), all.end(), [&](const auto& one) {
                return one.isUnder(part) && one.seventh() == score.seventh();
            });
            if (sameTime == all.end()) continue;
            ++found;
            if (sameTime->row != score.row) finding.key.subjects.push_back(sameTime->row->id.value);
        }
        if (found == 3) continue;
        finding.message = fmt::format("The coma scale of {} is not complete for the time that its 7th character names.",
                                      score.dotted());
        finding.fix = "Code eye, verbal and motor response with one 7th character, or the total score R40.24-.";
        finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.18.e.1";
        run.report(std::move(finding));
    }
}

void checkComaWithScale(RuleRun& run)
{
    static const auto scale = CodePatterns::of("R40.21-R40.24");
    const auto* coma = run.view().findUnder("R402A");
    const auto* score = coma ? run.view().find(scale) : nullptr;
    if (!score) return;
    auto finding = findingAt(*score, *coma, Severity::error);
    finding.message = fmt::format("{} cannot be used with {}.", score->dotted(), coma->dotted());
    finding.fix = fmt::format("Remove the coma scale, or {}.", coma->dotted());
    finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.18.e.1";
    run.report(std::move(finding));
}

}  // namespace

/// GL-11: the cause of a sequela before the sequela; or one injury as current and as past.
void checkSequelaOrder(RuleRun& run)
{
    checkFirstSequela(run);
    const auto& all = run.view().diagnoses;
    for (const auto& past : all) {
        if (past.seventh() != 'S' || !isInjuryLike(past) || isBurn(past)) continue;
        for (const auto& current : all) {
            if (current.seventh() == 'S' || current.seventh() == '\0') continue;
            if (current.code.compare(0, 6, past.code, 0, 6) != 0) continue;
            auto finding = findingAt(past, current, Severity::warning);
            finding.message =
                fmt::format("{} and {} code one condition as past and as current.", past.dotted(), current.dotted());
            finding.fix = "Keep the code of the sequela with S, or the code of the current condition.";
            finding.source = "ICD-10-CM Official Guidelines FY2026, I.B.10";
            run.report(std::move(finding));
        }
    }
}

/// GL-18: body mass index, coma scale, stroke scale, blood alcohol, social determinants, immunization status.
void checkSecondaryOnly(RuleRun& run)
{
    static const auto alcohol = CodePattern::of("F10.-");
    checkFirstIsSecondaryOnly(run);
    bool hasScale = false;
    for (const auto& one : run.view().diagnoses) {
        if (one.isUnder("Z68")) checkBodyMassIndex(run, one);
        if (one.isUnder("R297") &&
            !findBefore(run.view(), one, [](const auto& other) { return other.code >= "I60" && other.code < "I64"; }))
            reportLonely(run, one, "a code of acute stroke (I60 to I63) before it",
                         "ICD-10-CM Official Guidelines FY2026, I.C.18.i");
        if (one.isUnder("Y90") && !run.view().find(alcohol))
            reportLonely(run, one, "an alcohol related disorder (F10.-)",
                         "ICD-10-CM Official Guidelines FY2026, I.C.5.b.5");
        hasScale = hasScale || one.isUnder("R402");
    }
    if (!hasScale) return;
    checkComaWithScale(run);
    checkComaScale(run);
}

}  // namespace cw::edits
