#pragma once

#include "base/date.h"
#include "base/money.h"
#include "case_file.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace cw::test {

// Values of case files; all throw CaseError.

template <class T>
T mustRead(const CaseKey& key, Result<T> result, std::string_view text)
{
    if (!result) refuse(key, "\"" + std::string(text) + "\" cannot be read");
    return std::move(*result);
}

Date dateOf(const CaseKey& key, std::string_view text);
Money moneyOf(const CaseKey& key, std::string_view text);
Quantity quantityOf(const CaseKey& key, std::string_view text);
int numberOf(const CaseKey& key, std::string_view text);
bool yesNo(const CaseKey& key, std::string_view text);
/// Upper case, without the dot of a diagnosis.
std::string compactCode(std::string_view text);
/// The date of birth of somebody who is "63", "3d", "5m" old on the day, or was born on "1961-04-02".
Date birthOf(const CaseKey& key, std::string_view age, Date on);

}  // namespace cw::test
