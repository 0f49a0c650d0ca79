#pragma once

#include "claim/x12/segment_writer.h"
#include "encounter/claim_parts.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cw::loops {

/// Parts that an encounter lists by qualifier go out in the one order of the loop, whatever order they came in. Each loop
/// has a table of the kinds it takes; a kind that is not in it is refused by its qualifier, as is one too many.

/// A REF of a loop (837 facts, section 7: each qualifier once, but for the few that repeat).
struct ReferenceKind {
    std::string_view qualifier;
    std::string_view own = {};  ///< What a field of the encounter says; goes before those that are listed.
    int repeats = 1;
};
/// `elsewhere`: blank-separated qualifiers that other loops send. Refusals CLAIM-601, -602.
void writeReferences(x12::SegmentWriter& out, std::span<const ReferenceKind> kinds,
                     const std::vector<QualifiedReference>& listed, std::string_view elsewhere = {});

enum class DateForm { day, span, either };
/// A DTP of a loop.
struct DateKind {
    std::string_view qualifier;
    std::optional<Date> own = {};
    DateForm form = DateForm::day;
    int repeats = 1;
};
/// Refusals CLAIM-603 to -606.
void writeDates(x12::SegmentWriter& out, std::span<const DateKind> kinds, const std::vector<QualifiedDate>& listed);

/// A CRC of a loop.
struct CertificationKind {
    std::string_view category;
    int repeats = 1;
};
/// Refusals CLAIM-607 to -609.
void writeCertifications(x12::SegmentWriter& out, std::span<const CertificationKind> kinds,
                         const std::vector<Certification>& listed);

/// NTE of a loop: those of one kind share the number of repeats ("ADD DCP" once). `own` is the encounter's note, sent as ADD.
struct NoteKind {
    std::string_view codes;
    int repeats = 1;
};
/// Refusals CLAIM-610, -611.
void writeNotes(x12::SegmentWriter& out, std::span<const NoteKind> kinds, std::string_view own,
                const std::vector<QualifiedNote>& listed);

/// PWK, up to ten; all but those on file with us (AA) have a control number (837 facts, section 7). Refusals CLAIM-612, -613.
void writePaperwork(x12::SegmentWriter& out, const std::vector<Paperwork>& paperwork);

/// K3, up to ten. Refusal CLAIM-614.
void writeFileInformation(x12::SegmentWriter& out, const std::vector<std::string>& information);

/// Whether `word` is one of the blank-separated `words`.
bool isOneOf(std::string_view word, std::string_view words) noexcept;

}  // namespace cw::loops
