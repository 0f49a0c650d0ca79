#include "edits/rules/notes/gl_notes.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

/// V00-Y99: external causes are reported freely, no rule demands them (I.C.20).
bool isExternalCause(const ParsedNote& note)
{
    constexpr std::uint32_t causes = 0xFU << ('V' - 'A');  // V, W, X and Y.
    return (note.letters & ~causes) == 0;
}

bool isAnswered(const RuleRun& run, const NoteTable& table, const ParsedNote& note, const DiagnosisView& asking)
{
    const auto& diagnoses = run.view().diagnoses;
    return std::any_of(diagnoses.begin(), diagnoses.end(), [&](const DiagnosisView& one) {
        return one.index != asking.index && answers(note, table, one.code);
    });
}

/// Notes that were reported for a diagnosis before: what several codes inherit is asked for once.
using Asked = std::vector<const ParsedNote*>;

/// Notes of the kind that hold for the diagnosis, name a closed set of codes without a condition, and of which no code is
/// on the claim. Those of chapters are left out: they hold for thousands of codes (resistance to drugs, tobacco).
std::vector<HeldNote> unanswered(const RuleRun& run, const DiagnosisView& diagnosis, NoteKind kind,
                                 const NoteTable& table, Asked& asked)
{
    auto held = table.notesOf(diagnosis.code, kind);
    std::erase_if(held, [&](const HeldNote& one) {
        const auto& note = *one.note;
        return note.codes.isEmpty() || note.isConditional || note.isOpen || note.level == TabularLevel::chapter ||
               (!one.isOwn && std::find(asked.begin(), asked.end(), &note) != asked.end()) ||
               isAnswered(run, table, note, diagnosis);
    });
    for (const auto& one : held) asked.push_back(one.note);
    return held;
}

Finding findingOf(RuleRun& run, const DiagnosisView& diagnosis, const std::vector<HeldNote>& missing,
                  const NoteTable& table, std::string_view guideline)
{
    auto finding = findingAt(diagnosis, Severity::note);
    std::vector<std::string> wanted;
    for (const auto& held : missing) {
        wanted.push_back(codesText(*held.note));
        if (const auto code = singleCode(*held.note, table); !code.empty())
            finding.remedies.push_back(addCode(code, &diagnosis));
    }
    const auto& note = *missing.front().note;
    finding.message = fmt::format("{} asks for an additional code that is not here: {} ({} note at {}).",
                                  diagnosis.dotted(), fmt::join(wanted, "; "), displayName(note.kind), placeName(note));
    finding.fix = fmt::format("Add a code of {} after {} when the record supports it.", fmt::join(wanted, " and of "),
                              diagnosis.dotted());
    finding.source = noteSource(run, table, note, guideline);
    finding.note = note.place;
    return finding;
}

}  // namespace

/// GL-5: a "use additional code" note that names a closed set of codes without a condition, none of them on the claim. A
/// warning when it stands at the code itself, else a note. One finding a code, whatever the number of notes; a note that
/// several codes inherit speaks at the first.
void checkUseAdditional(RuleRun& run)
{
    const auto* table = notesFor(run);
    if (!table) return;
    Asked asked;
    for (const auto& diagnosis : run.view().diagnoses) {
        const auto missing = unanswered(run, diagnosis, NoteKind::useAdditional, *table, asked);
        if (missing.empty()) continue;
        auto finding = findingOf(run, diagnosis, missing, *table, "I.A.13 and I.B.7");
        const bool isOwn = std::any_of(missing.begin(), missing.end(),
                                       [](const HeldNote& held) { return held.isOwn && !isExternalCause(*held.note); });
        finding.severity = isOwn ? Severity::warning : Severity::note;
        run.report(std::move(finding));
    }
}

/// GL-7: the same with "code also", which says nothing of the order.
void checkCodeAlso(RuleRun& run)
{
    const auto* table = notesFor(run);
    if (!table) return;
    Asked asked;
    for (const auto& diagnosis : run.view().diagnoses) {
        const auto missing = unanswered(run, diagnosis, NoteKind::codeAlso, *table, asked);
        if (missing.empty()) continue;
        run.report(findingOf(run, diagnosis, missing, *table, "I.A.17"));
    }
}

}  // namespace cw::edits
