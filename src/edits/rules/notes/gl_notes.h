#pragma once

#include "edits/rule_run.h"

namespace cw::edits {

// gl_notes_excludes.cpp
void checkExcludes1(RuleRun& run);  // GL-1
void checkExcludes2(RuleRun& run);  // GL-2
// gl_notes_sequence.cpp
void checkManifestationFirst(RuleRun& run);    // GL-3
void checkCodeFirst(RuleRun& run);             // GL-4
void checkAdditionalOutOfOrder(RuleRun& run);  // GL-6
// gl_notes_additional.cpp
void checkUseAdditional(RuleRun& run);  // GL-5
void checkCodeAlso(RuleRun& run);       // GL-7

/// The notes for the encounter's date. None, and "not checked" when there are diagnoses, where no Tabular List is there.
const NoteTable* notesFor(RuleRun& run);
/// "ICD-10-CM Tabular List FY2021 (older than 2024-08-15), I10 Excludes1; ICD-10-CM Official Guidelines FY2026, I.A.12.a".
std::string noteSource(const RuleRun& run, const NoteTable& table, const ParsedNote& note, std::string_view guideline);
/// "block E08-E13", "chapter 4", "E11.2"
std::string placeName(const ParsedNote& note);
/// The codes of a note as text, cut after some: "N18.1-N18.4, N18.9".
std::string codesText(const ParsedNote& note);
/// The one code that a note names, dotted, when it can be billed as it is; else empty.
std::string_view singleCode(const ParsedNote& note, const NoteTable& table);
/// True when the code is what a note asks for: one that it names, or one of a category that it names where the note gives
/// examples or the code is newer than the list (Z79.85 beside "oral antidiabetic drugs (Z79.84)").
bool answers(const ParsedNote& note, const NoteTable& table, std::string_view compact);
/// Bits of the first letters of all diagnoses, for ParsedNote::letters.
std::uint32_t lettersOf(const RuleRun& run);

/// Why a code counts as a manifestation that another code must precede (MCE edit 6).
enum class Manifestation { no, byList, byTitle };
Manifestation manifestation(RuleRun& run, const DiagnosisView& diagnosis);

}  // namespace cw::edits
