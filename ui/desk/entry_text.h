#pragma once

#include "base/date.h"
#include "base/money.h"
#include "codeset/codes.h"
#include "encounter/encounter.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace cw::ui {

/// What people type into the cells of a procedure line, as values. Errors say what is expected.

/// "25 RT", "25,RT" or "25RT"; empty for none. Fails with invalidInput (UI-020, or CODESET-007).
Result<std::vector<Modifier>> parseModifiers(const QString& text);
/// "186", "$1,186.00"; empty for no charge. Fails with invalidInput (BASE-004).
Result<std::optional<Money>> parseCharge(const QString& text);
/// "2025-03-18", "03-18" in the year of service, or two of them. Fails with invalidInput (UI-021).
Result<std::pair<Date, Date>> parseDates(const QString& text, Date service);
/// "00003-0293-05 2 ML": code with or without hyphens, quantity, unit; empty for none. Fails with invalidInput (UI-022).
Result<std::optional<DrugCode>> parseDrugCode(const QString& text);
QString drugCodeText(const std::optional<DrugCode>& drug);

}  // namespace cw::ui
