#pragma once

#include "base/result.h"
#include "codeset/code_system.h"

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace cw {

/// Up to seven characters without heap; what the code types below are made of.
class CodeText {
public:
    constexpr CodeText() = default;
    explicit CodeText(std::string_view text) noexcept : m_size(static_cast<std::uint8_t>(text.size()))
    {
        text.copy(m_chars.data(), m_chars.size());
    }
    std::string_view view() const noexcept { return {m_chars.data(), m_size}; }
    auto operator<=>(const CodeText&) const = default;

private:
    std::array<char, 7> m_chars{};
    std::uint8_t m_size = 0;
};

/// A well-formed ICD-10-CM code, kept upper case and without the dot ("S72001A").
///
/// Well-formed (ICD-10-CM Guidelines I.A.2): a letter, two letters or digits, then zero to four letters or digits;
/// a dot only after the third. Whether the code exists and is billable on a date is a question for CodeLibrary.
class Icd10CmCode {
public:
    /// Accepts "S72.001A" and "s72001a". Fails with invalidInput (CODESET-001).
    static Result<Icd10CmCode> parse(std::string_view text);

    std::string_view compact() const noexcept { return m_text.view(); }
    std::string dotted() const;
    std::string_view category() const noexcept { return compact().substr(0, 3); }
    /// True for the code itself and every code that starts with it.
    bool isUnder(const Icd10CmCode& ancestor) const noexcept { return compact().starts_with(ancestor.compact()); }
    auto operator<=>(const Icd10CmCode&) const = default;

private:
    explicit Icd10CmCode(std::string_view text) noexcept : m_text(text) {}
    CodeText m_text;
};

/// A well-formed procedure code of a system: CPT and HCPCS five characters (CPT: four digits and a digit or F, M, T, U,
/// A; HCPCS Level II: a letter and four digits), ICD-10-PCS seven of 0-9, A-H, J-N, P-Z.
class ProcedureCode {
public:
    /// Fails with invalidInput (CODESET-002 CPT, CODESET-003 HCPCS, CODESET-004 PCS, CODESET-005 other system).
    static Result<ProcedureCode> parse(CodeSystem system, std::string_view text);
    /// Finds the system by the shape: CPT or HCPCS. Fails with invalidInput (CODESET-006).
    static Result<ProcedureCode> parseLevel1or2(std::string_view text);

    CodeSystem system() const noexcept { return m_system; }
    std::string_view text() const noexcept { return m_text.view(); }
    auto operator<=>(const ProcedureCode&) const = default;

private:
    ProcedureCode(CodeSystem system, std::string_view text) noexcept : m_system(system), m_text(text) {}
    CodeSystem m_system;
    CodeText m_text;
};

/// A two-character CPT or HCPCS modifier, upper case ("25", "RT").
class Modifier {
public:
    /// Fails with invalidInput (CODESET-007).
    static Result<Modifier> parse(std::string_view text);
    std::string_view text() const noexcept { return m_text.view(); }
    auto operator<=>(const Modifier&) const = default;

private:
    explicit Modifier(std::string_view text) noexcept : m_text(text) {}
    CodeText m_text;
};

/// "E1122" as "E11.22" for ICD-10-CM, unchanged for the other systems.
std::string displayCode(CodeSystem system, std::string_view compact);

}  // namespace cw
