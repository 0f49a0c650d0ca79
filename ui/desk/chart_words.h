#pragma once

#include "app/coding_desk.h"

#include <QString>

namespace cw::ui {

/// "note", "lab": what a kind of document is called in the proof column.
QString proofWord(DocumentType type);
/// "note", "note +1", "scan, OCR", "archived" (its version was superseded), "none".
QString proofText(const std::vector<Evidence>& evidence, const std::vector<DocumentInfo>& documents);
/// The title of a code, or a sentence that the tables lack it.
QString titleOf(const app::CodeTitles& titles, CodeSystem system, const std::string& code);
bool isKnown(const app::CodeTitles& titles, CodeSystem system, const std::string& code);
/// "67 y, F" on a day; parts that are missing are left out.
QString ageAndSex(const Person& patient, Date on);
/// "03-18" in the year of service, else "2024-12-11".
QString shortDate(Date date, Date service);
/// "11 Office".
QString placeText(const std::string& code);

}  // namespace cw::ui
