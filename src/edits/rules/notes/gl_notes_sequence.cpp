#include "edits/rules/notes/gl_notes.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

bool hasManifestationTitle(const DiagnosisView& diagnosis)
{
    const auto title = text::lowerAscii(diagnosis.title());
    return title.find("diseases classified elsewhere") != std::string::npos &&
           title.find("as the cause of") == std::string::npos;  // B95 to B97 are causes, GL-22.
}

std::string manifestationSource(const RuleRun& run, Manifestation how)
{
    if (how == Manifestation::byList)
        return fmt::format("Medicare Code Editor {}, edit 6 (manifestation code as principal diagnosis); ICD-10-CM "
                           "Official Guidelines FY2026, I.A.13",
                           run.tables().mce(run.view().date).release);
    return "Title of the code, no list of Medicare Code Editor edit 6 for the date; ICD-10-CM Official Guidelines FY2026, "
           "I.A.13";
}

/// What the code-first notes of one place ask of a diagnosis.
struct CodeFirst {
    const ParsedNote* note = nullptr;       ///< That names `behind`; else the first of the place.
    const DiagnosisView* behind = nullptr;  ///< A code that should stand before the diagnosis and stands after it.
    bool isMissing = false;
    bool isOpen = false;
};

/// Weeks of gestation beside Z34 are usual; whether they fit is GL-52's to say.
bool mayStandAlone(const DiagnosisView& diagnosis)
{
    return diagnosis.isUnder("Z3A");
}

/// I.C.18.i takes I60 to I63 where the list of 2021 names I63 alone.
bool isStrokeOfScale(const DiagnosisView& scale, const DiagnosisView& stroke)
{
    return scale.isUnder("R297") && stroke.code >= "I60" && stroke.code < "I64";
}

/// Judges the notes [begin, end), all of one place. Nothing to say: no note.
CodeFirst judge(const RuleRun& run, const NoteTable& table, std::size_t index, const HeldNote* begin,
                const HeldNote* end)
{
    const auto& diagnoses = run.view().diagnoses;
    CodeFirst result;
    bool isConditional = true;
    for (const auto* held = begin; held != end; ++held) {
        const auto& note = *held->note;
        if (note.codes.isEmpty()) continue;
        for (std::size_t i = 0; i < index; ++i)
            if (answers(note, table, diagnoses[i].code) || isStrokeOfScale(diagnoses[index], diagnoses[i])) return {};
        for (std::size_t i = index + 1; i < diagnoses.size() && !result.behind; ++i) {
            if (!note.names(diagnoses[i].code)) continue;
            result.behind = &diagnoses[i];
            result.note = &note;
        }
        if (!result.note) result.note = &note;
        isConditional = isConditional && note.isConditional;
        result.isOpen = result.isOpen || note.isOpen;
    }
    if (!result.note || result.behind) return result;
    result.isMissing = !isConditional && !mayStandAlone(diagnoses[index]);
    return result.isMissing ? result : CodeFirst{};
}

void reportBehind(RuleRun& run, const DiagnosisView& diagnosis, const CodeFirst& found, const NoteTable& table)
{
    const bool isManifestation = manifestation(run, diagnosis) != Manifestation::no;
    auto finding = findingAt(diagnosis, *found.behind, isManifestation ? Severity::error : Severity::warning);
    finding.message = fmt::format("{} stands before {}, which the Code first note at {} wants before it.",
                                  diagnosis.dotted(), found.behind->dotted(), placeName(*found.note));
    finding.fix = fmt::format("Place {} after {}.", diagnosis.dotted(), found.behind->dotted());
    finding.remedies = {placeAfter(diagnosis, *found.behind)};
    finding.source = noteSource(run, table, *found.note, "I.A.13 and I.B.7");
    finding.note = found.note->place;
    run.report(std::move(finding));
}

void reportMissing(RuleRun& run, const DiagnosisView& diagnosis, const CodeFirst& found, const NoteTable& table)
{
    const auto isManifestation = [&] { return manifestation(run, diagnosis) != Manifestation::no; };
    const auto severity = found.isOpen ? Severity::note : isManifestation() ? Severity::error : Severity::warning;
    auto finding = findingAt(diagnosis, severity);
    finding.message = found.isOpen
                          ? fmt::format("{} follows a code of its cause, and none of the examples at {} is here ({}).",
                                        diagnosis.dotted(), placeName(*found.note), codesText(*found.note))
                          : fmt::format("{} needs a code before it that is not here: {} (Code first note at {}).",
                                        diagnosis.dotted(), codesText(*found.note), placeName(*found.note));
    finding.fix = fmt::format("Add the code of the underlying condition before {}.", diagnosis.dotted());
    if (const auto code = singleCode(*found.note, table); !code.empty()) {
        finding.fix = fmt::format("Add {} before {} when the record supports it.", code, diagnosis.dotted());
        if (&diagnosis != run.view().first()) finding.remedies = {addCode(code, &diagnosis - 1)};
    }
    finding.source = noteSource(run, table, *found.note, "I.A.13 and I.B.7");
    finding.note = found.note->place;
    run.report(std::move(finding));
}

/// The first diagnosis behind the first that its code-first notes name.
const DiagnosisView* causeBehind(const RuleRun& run, const NoteTable& table, std::size_t index)
{
    const auto& diagnoses = run.view().diagnoses;
    const auto notes = table.notesOf(diagnoses[index].code, NoteKind::codeFirst);
    for (std::size_t i = index + 1; i < diagnoses.size(); ++i)
        for (const auto& held : notes)
            if (held.note->names(diagnoses[i].code)) return &diagnoses[i];
    return nullptr;
}

bool wantsBefore(const NoteTable& table, std::string_view code, std::string_view earlier, NoteKind kind)
{
    const auto notes = table.notesOf(code, kind);
    return std::any_of(notes.begin(), notes.end(), [&](const HeldNote& held) { return held.note->names(earlier); });
}

}  // namespace

Manifestation manifestation(RuleRun& run, const DiagnosisView& diagnosis)
{
    const Date date = run.view().date;
    if (const auto mce = run.tables().mce(date))
        return mce->has(CodeSystem::icd10cm, diagnosis.code, "manifestation") ? Manifestation::byList
                                                                              : Manifestation::no;
    return hasManifestationTitle(diagnosis) ? Manifestation::byTitle : Manifestation::no;
}

/// GL-3: the first diagnosis is a manifestation, by MCE edit 6 or, where no list covers the date, by its title.
void checkManifestationFirst(RuleRun& run)
{
    const auto* first = run.view().first();
    if (!first) return;
    const auto how = manifestation(run, *first);
    const auto notes = run.tables().notes(run.view().date);
    if (how == Manifestation::no) {
        // Codes without the words in their title may be on the list too: it would be needed to tell.
        const bool hasList = static_cast<bool>(run.tables().mce(run.view().date));
        if (!hasList && notes && !notes->notesOf(first->code, NoteKind::codeFirst).empty())
            run.notChecked("mce", run.view().date);
        return;
    }
    auto finding = findingAt(*first, Severity::error);
    finding.message = fmt::format("{} is a manifestation and cannot be the first diagnosis.", first->dotted());
    finding.fix = fmt::format("Place the code of the underlying condition before {}.", first->dotted());
    finding.source = manifestationSource(run, how);
    if (notes) {
        if (const auto* cause = causeBehind(run, *notes.table, 0)) {
            finding.fix = fmt::format("Place {} after {}.", first->dotted(), cause->dotted());
            finding.remedies = {placeAfter(*first, *cause)};
        }
        const auto held = notes->notesOf(first->code, NoteKind::codeFirst);
        if (!held.empty()) finding.note = held.front().note->place;
    }
    run.report(std::move(finding));
}

/// GL-4: a code-first note whose code stands behind the diagnosis, or nowhere. Conditional notes ("if applicable", "any
/// associated", one of several causes) only speak in the first case. A manifestation in the first place is GL-3's.
void checkCodeFirst(RuleRun& run)
{
    const auto* table = notesFor(run);
    if (!table) return;
    const auto& diagnoses = run.view().diagnoses;
    for (std::size_t i = 0; i < diagnoses.size(); ++i) {
        const auto held = table->notesOf(diagnoses[i].code, NoteKind::codeFirst);
        if (held.empty()) continue;
        if (i == 0 && manifestation(run, diagnoses[0]) != Manifestation::no) continue;
        for (std::size_t begin = 0; begin < held.size();) {
            auto end = begin + 1;
            while (end < held.size() && held[end].note->place == held[begin].note->place) ++end;
            const auto found = judge(run, *table, i, held.data() + begin, held.data() + end);
            begin = end;
            if (!found.note) continue;
            if (found.behind)
                reportBehind(run, diagnoses[i], found, *table);
            else
                reportMissing(run, diagnoses[i], found, *table);
            break;  // The nearest place that has something to say speaks for all.
        }
    }
}

/// GL-6: a code stands before the one whose note asks for it as an additional code, and no code before it asks for it.
/// Silent where a code-first note says the same (GL-4) or the two ask for each other.
void checkAdditionalOutOfOrder(RuleRun& run)
{
    const auto* table = notesFor(run);
    const auto& diagnoses = run.view().diagnoses;
    if (!table || diagnoses.size() < 2) return;
    std::vector<std::vector<HeldNote>> asking(diagnoses.size());
    for (std::size_t i = 0; i < diagnoses.size(); ++i)
        asking[i] = table->notesOf(diagnoses[i].code, NoteKind::useAdditional);
    for (std::size_t later = 1; later < diagnoses.size(); ++later) {
        for (std::size_t i = 0; i < later; ++i) {
            const auto& code = diagnoses[i].code;
            const auto names = [&code](const HeldNote& held) { return held.note->names(code); };
            const auto asked = [&](const auto& notes) { return std::any_of(notes.begin(), notes.end(), names); };
            const auto found = std::find_if(asking[later].begin(), asking[later].end(), names);
            if (found == asking[later].end() || diagnoses[later].code == code) continue;
            // Served by a code before it, or already reported for a nearer one.
            const auto end = asking.begin() + static_cast<std::ptrdiff_t>(later);
            if (std::any_of(asking.begin(), end, asked)) continue;
            if (wantsBefore(*table, code, diagnoses[later].code, NoteKind::codeFirst)) continue;
            if (wantsBefore(*table, code, diagnoses[later].code, NoteKind::useAdditional)) continue;
            const auto& note = *found->note;
            auto finding = findingAt(diagnoses[i], diagnoses[later],
                                     note.level == TabularLevel::code ? Severity::warning : Severity::note);
            finding.message = fmt::format("{} is an additional code of {} (note at {}) and stands before it.",
                                          diagnoses[i].dotted(), diagnoses[later].dotted(), placeName(note));
            finding.fix = fmt::format("Place {} after {}.", diagnoses[i].dotted(), diagnoses[later].dotted());
            finding.remedies = {placeAfter(diagnoses[i], diagnoses[later])};
            finding.source = noteSource(run, *table, note, "I.A.13 and I.B.7");
            finding.note = note.place;
            run.report(std::move(finding));
        }
    }
}

}  // namespace cw::edits
