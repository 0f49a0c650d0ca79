#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "codeset/codes.h"
#include "codeset/release.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// A code as the library knows it on a date.
struct CodeEntry {
    CodeSystem system = CodeSystem::icd10cm;
    std::string code;  ///< Compact.
    std::string shortTitle;
    std::string longTitle;
    bool billable = false;
    bool isModifier = false;
    DateInterval
        valid;  ///< The stretch of installed releases, without gap, that holds the date asked for; else the last.
    bool validOnDate = false;
    ReleaseKind kind = ReleaseKind::official;  ///< starter entries are marked wherever they show.
    std::string releaseName;

    std::string displayCode() const { return cw::displayCode(system, code); }
};

/// What the tables say of a code on a date: the input of the validity edits (CV-1, CV-2, CV-3, CV-9).
struct CodeStanding {
    enum class State {
        valid,
        header,      ///< In force, not billable: a more specific code is needed.
        notInForce,  ///< Some installed release has it, none for this date.
        unknown,     ///< The tables that cover the date lack it.
        notChecked   ///< No installed table covers the date.
    };
    State state = State::notChecked;
    std::optional<CodeEntry> entry;  ///< Set for valid, header, notInForce.
    bool starterOnly = false;        ///< Only our starter table covers the date.
    std::string releaseName;         ///< The release that decided; empty for notChecked.
};

/// A code that differs between two tables of one system.
struct CodeChange {
    std::string code;    ///< Compact.
    std::string before;  ///< Long title before; empty where the older table lacks the code.
    std::string after;   ///< Long title after; empty where the newer one lacks it.
    bool wasBillable = false;
    bool isBillable = false;
};

/// Two tables compared as the official addenda count: by billable codes. A code that becomes a header has ended, a header
/// that becomes a code was added; both titles are set then. Each part in code order, modifiers left out.
struct ReleaseDiff {
    std::string from;  ///< Name; empty when there is no older table.
    std::string to;
    std::vector<CodeChange> added;
    std::vector<CodeChange> ended;
    std::vector<CodeChange> revised;  ///< Billable in both, another long title.
};

/// Read side of the reference library. Safe to use from the thread that opened it only.
class CodeLibrary {
public:
    virtual ~CodeLibrary() = default;

    virtual Result<std::vector<Release>> releases() const = 0;
    /// Entry on the date, or the nearest known when not in force then; nothing when no release has the code.
    virtual Result<std::optional<CodeEntry>> find(CodeSystem system, std::string_view compact,
                                                  std::optional<Date> on) const = 0;
    virtual Result<CodeStanding> standing(CodeSystem system, std::string_view compact, Date on) const = 0;
    virtual Result<std::optional<CodeEntry>> modifier(std::string_view text, std::optional<Date> on) const = 0;
    /// Direct children in the code hierarchy, in code order; an empty parent gives the categories (ICD-10-CM: three
    /// characters; HCPCS and CPT: all codes with the given leading characters are direct children).
    virtual Result<std::vector<CodeEntry>> children(CodeSystem system, std::string_view parent,
                                                    std::optional<Date> on) const = 0;
    /// Ancestors from the category down, without the code itself.
    virtual Result<std::vector<CodeEntry>> ancestors(CodeSystem system, std::string_view compact,
                                                     std::optional<Date> on) const = 0;

    /// What CodeLibraryWriter::install() would answer, and fails as it does; changes nothing.
    virtual Result<ImportSummary> preview(const ParsedRelease& /*release*/) const { return notOffered(); }
    /// The release compared with the one that preview() names in `comparedWith`; without one all codes are added.
    virtual Result<ReleaseDiff> previewDiff(const ParsedRelease& /*release*/) const { return notOffered(); }
    /// Fails with notFound when either is not installed, invalidInput when they are of two systems.
    virtual Result<ReleaseDiff> diff(ReleaseId /*from*/, ReleaseId /*to*/) const { return notOffered(); }

private:
    static Error notOffered() { return {ErrorKind::unsupported, "CODESET-020", "this library does not compare"}; }
};

/// Write side. Each install is one transaction: cancelled, failed or killed, it leaves the library as it was.
class CodeLibraryWriter {
public:
    virtual ~CodeLibraryWriter() = default;
    /// The same source digest again changes nothing. An official or licensed release wins over the starter table on
    /// the dates it covers, and from its first day on over one that began before it. Codes that a dated release ended
    /// before the first day of one without dates stay ended. Fails with conflict when another file already gives this system and release name.
    virtual Result<ImportSummary> install(const ParsedRelease& release, const Progress& progress) = 0;
    virtual Status withdraw(ReleaseId release) = 0;
};

}  // namespace cw
