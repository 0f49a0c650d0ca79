#pragma once

#include "base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace cw {

/// An amount in US dollars as whole cents. Never a float.
class Money {
public:
    constexpr Money() = default;
    static constexpr Money cents(std::int64_t value) noexcept { return Money(value); }
    /// "125", "125.5", "125.00", "-3.20"; at most two decimals and nine digits before them. Fails with invalidInput
    /// (BASE-004).
    static Result<Money> parse(std::string_view decimal);

    constexpr std::int64_t inCents() const noexcept { return m_cents; }
    std::string decimal() const;  ///< "1904.50"
    std::string grouped() const;  ///< "1,904.50", for people
    std::string x12() const;      ///< X12 type R: "1904.5", "412", ".5" (no trailing zeros, no leading zero)

    constexpr Money operator+(Money other) const noexcept { return Money(m_cents + other.m_cents); }
    constexpr Money operator-(Money other) const noexcept { return Money(m_cents - other.m_cents); }
    constexpr Money& operator+=(Money other) noexcept { return m_cents += other.m_cents, *this; }
    auto operator<=>(const Money&) const = default;

private:
    constexpr explicit Money(std::int64_t value) noexcept : m_cents(value) {}
    std::int64_t m_cents = 0;
};

/// A count of service units or drug amount with at most three decimals, kept as thousandths (837P SV104, CTP04).
class Quantity {
public:
    constexpr Quantity() = default;
    static constexpr Quantity whole(std::int64_t units) noexcept { return Quantity(units * 1000); }
    static constexpr Quantity thousandths(std::int64_t value) noexcept { return Quantity(value); }
    /// "1", "0.5", "12.125". Fails with invalidInput (BASE-005).
    static Result<Quantity> parse(std::string_view decimal);

    constexpr std::int64_t inThousandths() const noexcept { return m_thousandths; }
    std::string decimal() const;  ///< "1", "0.5"
    std::string x12() const;      ///< "1", ".5"
    auto operator<=>(const Quantity&) const = default;

private:
    constexpr explicit Quantity(std::int64_t value) noexcept : m_thousandths(value) {}
    std::int64_t m_thousandths = 0;
};

}  // namespace cw
