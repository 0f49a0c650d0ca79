#pragma once

#include "codeset/code_library.h"
#include "codeset/code_sets.h"
#include "search/searcher.h"

#include <QString>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace cw::ui {

/// A row of the code search.
struct FoundRow {
    enum class Kind { code, heading, set };
    Kind kind = Kind::code;
    CodeEntry entry;                         ///< Of a code.
    QString title;                           ///< Title of the code, text of the heading, name of the set.
    QString reason;                          ///< Why it is there, in plain words; empty when the marks say it.
    std::vector<std::pair<int, int>> marks;  ///< Words of the title that match, as [begin, end).
    int episodes = 1;                        ///< How many codes the row stands for.
    bool isChecked = true;                   ///< False: no table covers the day; it may be used, the edits will say so.
    bool isCompanion = false;                ///< The index gives it together with the row above.
    std::vector<CodeKey> codes;              ///< Of a set, as they are added.
};

/// What one question found.
struct FoundCodes {
    std::vector<FoundRow> rows;        ///< Of the chosen system, or of all.
    std::map<CodeSystem, int> counts;  ///< By system, among the hits over all systems.
    int total = 0;
    double milliseconds = 0;
    QString query;
    std::optional<CodeEntry> parent;  ///< Set when these are what lies below a code, or came in its place.
};

/// Long title, or the short one where there is no other.
QString titleOfCode(const CodeEntry& entry);
/// No installed table has the code: only system and code are known.
bool isUnknown(const CodeEntry& entry);
/// "not in force on 2025-03-18, last day 2024-09-30, now Z68.55": for codes that cannot be used on the day. Empty for
/// others.
QString obstacleOf(const CodeEntry& entry, const std::optional<Date>& on, const std::vector<CodeEntry>& successors);
/// Why a hit is there: "abbreviation: congestive heart failure", "spelling read as diabetes". Empty where the marked words
/// of the title say it.
QString whyFound(const search::Hit& hit);
/// Ranges in UTF-8 as stretches of the same text in the window.
std::vector<std::pair<int, int>> marksOf(const std::string& text, const std::vector<search::TextRange>& ranges);

FoundRow headingRow(const QString& text);
/// A row as the tables know the code, with the obstacle as its reason when there is one.
FoundRow codeRow(const CodeEntry& entry, const std::optional<Date>& on, const std::vector<CodeEntry>& successors = {});
/// The same with why it was found; `marks` are those of the title.
FoundRow hitRow(const search::Hit& hit, const std::optional<Date>& on, const std::vector<CodeEntry>& successors,
                std::vector<std::pair<int, int>> marks);

}  // namespace cw::ui
