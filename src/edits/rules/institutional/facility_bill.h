#pragma once

#include "encounter/encounter.h"

#include <string_view>

namespace cw::edits {

/// Facility and class of a type of bill without its leading zero: "13" of "0131" and "131"; empty when there is none.
inline std::string_view billClass(const Encounter& encounter) noexcept
{
    std::string_view bill = encounter.service.typeOfBill;
    if (bill.size() == 4 && bill.front() == '0') bill.remove_prefix(1);
    return bill.size() == 3 ? bill.substr(0, 2) : std::string_view();
}

/// The day of the admission, else the first day of service.
inline Date admissionDay(const Encounter& encounter) noexcept
{
    return encounter.service.admittedAt ? encounter.service.admittedAt->date : encounter.service.from;
}

/// The day of the discharge, else the last day of service, else the first.
inline Date dischargeDay(const Encounter& encounter) noexcept
{
    if (encounter.service.dischargedAt) return encounter.service.dischargedAt->date;
    return encounter.service.to.value_or(encounter.service.from);
}

}  // namespace cw::edits
