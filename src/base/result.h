#pragma once

#include "base/error.h"

#include <cassert>
#include <optional>
#include <utility>
#include <variant>

namespace cw {

/// A value, or the Error that kept it from being there. Reading the wrong side is a bug of the caller and
/// throws std::bad_variant_access.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool hasValue() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return hasValue(); }

    T& value() & { return std::get<0>(m_state); }
    const T& value() const& { return std::get<0>(m_state); }
    /// By value: a reference into a Result that is about to go would dangle in a range-for.
    T value() && { return std::get<0>(std::move(m_state)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const& { return std::get<1>(m_state); }
    Error error() && { return std::get<1>(std::move(m_state)); }

private:
    std::variant<T, Error> m_state;
};

/// Success, or an Error.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool hasValue() const noexcept { return !m_error.has_value(); }
    explicit operator bool() const noexcept { return hasValue(); }
    const Error& error() const& { return assert(m_error), *m_error; }
    Error error() && { return assert(m_error), std::move(*m_error); }

private:
    std::optional<Error> m_error;
};

using Status = Result<void>;

}  // namespace cw

#define CW_JOIN2(a, b) a##b
#define CW_JOIN(a, b) CW_JOIN2(a, b)

/// `CW_TRY(auto code, parse(text));` binds the value, or returns the Error from the enclosing function.
#define CW_TRY(declaration, expression)                                                                                \
    auto CW_JOIN(cwResult, __LINE__) = (expression);                                                                   \
    if (!CW_JOIN(cwResult, __LINE__)) return std::move(CW_JOIN(cwResult, __LINE__)).error();                           \
    declaration = std::move(*CW_JOIN(cwResult, __LINE__))

/// `CW_CHECK(tx.commit());` goes on, or returns the Error from the enclosing function.
#define CW_CHECK(expression)                                                                                           \
    do {                                                                                                               \
        if (auto cwStatus = (expression); !cwStatus) return std::move(cwStatus).error();                               \
    } while (false)
