#include "edits/rules/notes/gl_notes.h"

#include "base/text.h"
#include "edits/rule_families.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace cw::edits {

namespace {

/// The year in the name of a release: 2021 of "FY2021" and "January 2021".
std::optional<int> yearIn(std::string_view release)
{
    for (std::size_t at = release.find("20"); at != std::string_view::npos; at = release.find("20", at + 1)) {
        const auto digits = release.substr(at, 4);
        if (digits.size() == 4 && text::isDigits(digits)) return (digits[2] - '0') * 10 + (digits[3] - '0') + 2000;
    }
    return std::nullopt;
}

/// The one that began on 1 October: 92 days before the new year.
int fiscalYear(Date date)
{
    return date.plusDays(92).year();
}

std::string_view noteName(const ParsedNote& note)
{
    return displayName(note.kind);
}

}  // namespace

const NoteTable* notesFor(RuleRun& run)
{
    if (run.view().diagnoses.empty()) return nullptr;
    const auto notes = run.tables().notes(run.view().date);
    if (!notes) run.notChecked("tabular", run.view().date);
    return notes.table;
}

std::string noteSource(const RuleRun& run, const NoteTable& table, const ParsedNote& note, std::string_view guideline)
{
    const Date date = run.view().date;
    const auto year = yearIn(table.release());
    std::string age;
    if (year && *year < fiscalYear(date)) age = fmt::format(" (older than {})", date.iso());
    if (year && *year > fiscalYear(date)) age = fmt::format(" (newer than {})", date.iso());
    return fmt::format("ICD-10-CM Tabular List {}{}, {} {}; ICD-10-CM Official Guidelines FY2026, {}", table.release(),
                       age, placeName(note), noteName(note), guideline);
}

std::string placeName(const ParsedNote& note)
{
    switch (note.level) {
    case TabularLevel::chapter: return "chapter " + note.place;
    case TabularLevel::block: return "block " + note.place;
    case TabularLevel::code: break;
    }
    return note.place;
}

std::string codesText(const ParsedNote& note)
{
    constexpr std::size_t shown = 6;
    std::string text;
    const auto& all = note.codes.all();
    for (std::size_t i = 0; i < all.size() && i < shown; ++i) {
        if (i > 0) text += ", ";
        text += all[i].text();
    }
    return all.size() > shown ? text + " ..." : text;
}

std::string_view singleCode(const ParsedNote& note, const NoteTable& table)
{
    if (note.codes.all().size() != 1 || note.isOpen) return {};
    const auto& pattern = note.codes.all().front();
    const auto code = pattern.single();
    const bool isComplete =
        !code.empty() && table.listed(code) == code && !table.isHeader(code) && !table.seventhCharacters(code);
    return isComplete ? std::string_view(pattern.text()) : std::string_view();
}

bool answers(const ParsedNote& note, const NoteTable& table, std::string_view compact)
{
    if (note.names(compact)) return true;
    if ((note.letters & ParsedNote::letterOf(compact)) == 0) return false;
    if (!note.isOpen && !table.listed(compact).empty()) return false;
    const auto& all = note.codes.all();
    return std::any_of(all.begin(), all.end(),
                       [compact](const CodePattern& one) { return one.text().starts_with(compact.substr(0, 3)); });
}

std::uint32_t lettersOf(const RuleRun& run)
{
    std::uint32_t letters = 0;
    for (const auto& diagnosis : run.view().diagnoses) letters |= ParsedNote::letterOf(diagnosis.code);
    return letters;
}

std::vector<Rule> noteRules()
{
    constexpr Parts inputs = part::diagnoses | part::service;
    return {
        Rule{.id = "GL-1",
             .title = "Codes that exclude each other",
             .severity = Severity::warning,
             .source = "ICD-10-CM Tabular List, Excludes1; ICD-10-CM Official Guidelines FY2026, I.A.12.a",
             .fix = "Keep the code that the record supports, or attest that the two conditions are unrelated.",
             .check = checkExcludes1,
             .inputs = inputs},
        Rule{.id = "GL-2",
             .title = "Excludes2: two conditions",
             .severity = Severity::note,
             .source = "ICD-10-CM Tabular List, Excludes2; ICD-10-CM Official Guidelines FY2026, I.A.12.b",
             .fix = "Keep both when the record shows both conditions.",
             .check = checkExcludes2,
             .inputs = inputs},
        Rule{.id = "GL-3",
             .title = "Manifestation listed first",
             .severity = Severity::error,
             .source = "Medicare Code Editor, edit 6; ICD-10-CM Official Guidelines FY2026, I.A.13",
             .fix = "Place the code of the underlying condition first.",
             .check = checkManifestationFirst,
             .inputs = inputs},
        Rule{.id = "GL-4",
             .title = "Code first",
             .severity = Severity::error,
             .source = "ICD-10-CM Tabular List, Code first; ICD-10-CM Official Guidelines FY2026, I.A.13 and I.B.7",
             .fix = "Place the code that the note names before this one.",
             .check = checkCodeFirst,
             .inputs = inputs},
        Rule{.id = "GL-5",
             .title = "Additional code missing",
             .severity = Severity::warning,
             .source =
                 "ICD-10-CM Tabular List, Use additional code; ICD-10-CM Official Guidelines FY2026, I.A.13 and I.B.7",
             .fix = "Add the code that the note names, when the record supports it.",
             .check = checkUseAdditional,
             .inputs = inputs},
        Rule{.id = "GL-6",
             .title = "Additional code out of order",
             .severity = Severity::warning,
             .source =
                 "ICD-10-CM Tabular List, Use additional code; ICD-10-CM Official Guidelines FY2026, I.A.13 and I.B.7",
             .fix = "Place the additional code behind the code that asks for it.",
             .check = checkAdditionalOutOfOrder,
             .inputs = inputs},
        Rule{.id = "GL-7",
             .title = "Code also",
             .severity = Severity::note,
             .source = "ICD-10-CM Tabular List, Code also; ICD-10-CM Official Guidelines FY2026, I.A.17",
             .fix = "Add the code that the note names, when the record supports it.",
             .check = checkCodeAlso,
             .inputs = inputs},
    };
}

}  // namespace cw::edits
