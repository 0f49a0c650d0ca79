#include "edits/rules/notes/gl_notes.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

using Pair = std::pair<std::size_t, std::size_t>;

/// I.C.4.a.3 asks for both: insulin beside oral drugs.
bool isAskedFor(const DiagnosisView& one, const DiagnosisView& other)
{
    const auto isPair = [](const DiagnosisView& a, const DiagnosisView& b) {
        return a.code == "Z794" && b.code == "Z7984";
    };
    return isPair(one, other) || isPair(other, one);
}

const CodePattern& named(const ParsedNote& note, std::string_view compact)
{
    const auto& all = note.codes.all();
    return *std::find_if(all.begin(), all.end(), [&](const CodePattern& one) { return one.matches(compact); });
}

/// Calls `report` once for each pair of diagnoses of which a note at one names the other.
template <class Report>
void eachExcluded(RuleRun& run, NoteKind kind, Report report)
{
    const auto* table = notesFor(run);
    const auto& diagnoses = run.view().diagnoses;
    if (!table || diagnoses.size() < 2) return;
    const auto letters = lettersOf(run);
    std::vector<Pair> reported;
    for (std::size_t i = 0; i < diagnoses.size(); ++i) {
        for (const auto& held : table->notesOf(diagnoses[i].code, kind)) {
            if ((held.note->letters & letters) == 0) continue;
            for (std::size_t j = 0; j < diagnoses.size(); ++j) {
                if (diagnoses[j].code == diagnoses[i].code || !held.note->names(diagnoses[j].code)) continue;
                const Pair pair = std::minmax(i, j);
                if (std::find(reported.begin(), reported.end(), pair) != reported.end()) continue;
                if (report(diagnoses[i], diagnoses[j], *held.note, *table)) reported.push_back(pair);
            }
        }
    }
}

}  // namespace

/// GL-1: an Excludes1 note at one diagnosis, or above it, names another; both directions are one finding.
void checkExcludes1(RuleRun& run)
{
    eachExcluded(
        run, NoteKind::excludes1,
        [&run](const DiagnosisView& at, const DiagnosisView& other, const ParsedNote& note, const NoteTable& table) {
            if (isAskedFor(at, other)) return false;
            const auto& first = at.index < other.index ? at : other;
            const auto& second = at.index < other.index ? other : at;
            auto finding = findingAt(first, second, Severity::warning);
            finding.message =
                fmt::format("{} and {} exclude each other: the Excludes1 note at {} names {}.", first.dotted(),
                            second.dotted(), placeName(note), named(note, other.code).text());
            finding.fix = "Keep the code that the record supports; when the two conditions are unrelated, "
                          "attest that, and ask the provider where it is not clear.";
            finding.source = noteSource(run, table, note, "I.A.12.a");
            finding.note = note.place;
            run.report(std::move(finding));
            return true;
        });
}

/// GL-2: the same with Excludes2, which allows both. Notes of chapters and blocks are left out: they part whole chapters
/// from each other and would speak of nearly every claim.
void checkExcludes2(RuleRun& run)
{
    eachExcluded(
        run, NoteKind::excludes2,
        [&run](const DiagnosisView& at, const DiagnosisView& other, const ParsedNote& note, const NoteTable& table) {
            if (note.level != TabularLevel::code) return false;
            const auto& first = at.index < other.index ? at : other;
            const auto& second = at.index < other.index ? other : at;
            auto finding = findingAt(first, second, Severity::note);
            finding.message = fmt::format("{} does not include {} (Excludes2 note at {}): both may be coded.",
                                          at.dotted(), other.dotted(), placeName(note));
            finding.fix =
                fmt::format("Keep {} and {} when the record shows both conditions.", first.dotted(), second.dotted());
            finding.source = noteSource(run, table, note, "I.A.12.b");
            finding.note = note.place;
            run.report(std::move(finding));
            return true;
        });
}

}  // namespace cw::edits
