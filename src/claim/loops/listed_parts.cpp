#include "claim/loops/listed_parts.h"

#include "base/text.h"
#include "claim/loops/segments.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::loops {

using x12::Need;
using x12::SegmentWriter;

namespace {

/// Qualifiers are short codes of the guides; anything longer may be patient data that slipped in, and is not shown.
std::string shown(std::string_view qualifier)
{
    return qualifier.size() <= 3 ? "\"" + std::string(qualifier) + "\"" : "of this qualifier";
}

bool isSet(std::string_view value)
{
    return !text::trim(value).empty();
}

}  // namespace

bool isOneOf(std::string_view word, std::string_view words) noexcept
{
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        if (words.substr(0, end) == word) return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

void writeReferences(SegmentWriter& out, std::span<const ReferenceKind> kinds,
                     const std::vector<QualifiedReference>& listed, std::string_view elsewhere)
{
    std::size_t known = 0;
    for (const auto& kind : kinds) {
        writeReference(out, kind.qualifier, kind.own);
        int count = isSet(kind.own) ? 1 : 0;
        for (const auto& reference : listed) {
            if (reference.qualifier != kind.qualifier) continue;
            ++known;
            if (!isSet(reference.value)) continue;
            writeReference(out, kind.qualifier, reference.value);
            if (++count > kind.repeats)
                out.refuse("CLAIM-601", "REF01", fmt::format("too many references {}", shown(kind.qualifier)));
        }
    }
    if (known == listed.size()) return;
    for (const auto& reference : listed) {
        const bool isKnown = isOneOf(reference.qualifier, elsewhere) ||
                             std::any_of(kinds.begin(), kinds.end(), [&reference](const ReferenceKind& kind) {
                                 return kind.qualifier == reference.qualifier;
                             });
        if (!isKnown)
            out.refuse("CLAIM-602", "REF01",
                       fmt::format("a reference {} cannot stand here", shown(reference.qualifier)));
    }
}

namespace {

void writeListedDate(SegmentWriter& out, const DateKind& kind, const QualifiedDate& date)
{
    if (!date.first) return out.refuse("CLAIM-603", "DTP03", fmt::format("the date {} is missing", kind.qualifier));
    const Date last = date.last.value_or(*date.first);
    if (last < *date.first || (kind.form == DateForm::span && !date.last) ||
        (kind.form == DateForm::day && last != *date.first))
        return out.refuse("CLAIM-604", "DTP03",
                          fmt::format("the date {} must be {}", kind.qualifier,
                                      kind.form == DateForm::day ? "a single day" : "a span with first and last day"));
    // A span of one day is still a span where the guide takes nothing else (DTP02 RD8).
    if (kind.form == DateForm::span)
        out.begin("DTP").code(kind.qualifier).code("RD8").days(*date.first, last).end();
    else
        writeDays(out, kind.qualifier, *date.first, last);
}

}  // namespace

void writeDates(SegmentWriter& out, std::span<const DateKind> kinds, const std::vector<QualifiedDate>& listed)
{
    std::size_t known = 0;
    for (const auto& kind : kinds) {
        writeDay(out, kind.qualifier, kind.own);
        int count = kind.own ? 1 : 0;
        for (const auto& date : listed) {
            if (date.qualifier != kind.qualifier) continue;
            ++known;
            writeListedDate(out, kind, date);
            if (++count > kind.repeats)
                out.refuse("CLAIM-605", "DTP01", fmt::format("too many dates {}", shown(kind.qualifier)));
        }
    }
    if (known == listed.size()) return;
    for (const auto& date : listed)
        if (std::none_of(kinds.begin(), kinds.end(),
                         [&date](const DateKind& k) { return k.qualifier == date.qualifier; }))
            out.refuse("CLAIM-606", "DTP01", fmt::format("a date {} cannot stand here", shown(date.qualifier)));
}

void writeCertifications(SegmentWriter& out, std::span<const CertificationKind> kinds,
                         const std::vector<Certification>& listed)
{
    std::size_t known = 0;
    for (const auto& kind : kinds) {
        int count = 0;
        for (const auto& certification : listed) {
            if (certification.category != kind.category) continue;
            ++known;
            if (++count > kind.repeats)
                out.refuse("CLAIM-607", "CRC01", fmt::format("too many conditions {}", shown(kind.category)));
            if (certification.codes.empty() || certification.codes.size() > 5)
                out.refuse("CLAIM-608", "CRC03",
                           fmt::format("{} condition codes, must be 1 to 5", certification.codes.size()));
            out.begin("CRC").code(kind.category).code(certification.applies ? "Y" : "N");
            for (const auto& code : certification.codes) out.word(code, 2, 3, Need::required);
            out.end();
        }
    }
    if (known != listed.size()) out.refuse("CLAIM-609", "CRC01", "a condition of this category cannot stand here");
}

void writeNotes(SegmentWriter& out, std::span<const NoteKind> kinds, std::string_view own,
                const std::vector<QualifiedNote>& listed)
{
    std::size_t known = 0;
    for (const auto& kind : kinds) {
        const bool takesOwn = isSet(own) && isOneOf("ADD", kind.codes);
        if (takesOwn) writeNote(out, "ADD", own);
        int count = takesOwn ? 1 : 0;
        for (const auto& note : listed) {
            if (!isOneOf(note.code, kind.codes)) continue;
            ++known;
            if (!isSet(note.text)) continue;
            writeNote(out, note.code, note.text);
            if (++count > kind.repeats)
                out.refuse("CLAIM-610", "NTE01", fmt::format("more than {} notes of one kind", kind.repeats));
        }
    }
    if (known != listed.size()) out.refuse("CLAIM-611", "NTE01", "a note of this code cannot stand here");
}

void writePaperwork(SegmentWriter& out, const std::vector<Paperwork>& paperwork)
{
    if (paperwork.size() > 10)
        out.refuse("CLAIM-612", "PWK", fmt::format("{} attachments, at most 10 can be sent", paperwork.size()));
    for (const auto& one : paperwork) {
        out.begin("PWK").word(one.type, 2, 2, Need::required).choice(one.transmission, "AA BM EL EM FT FX");
        const bool isNumbered = isSet(one.controlNumber);
        if (!isNumbered && one.transmission != "AA")
            out.refuse("CLAIM-613", "PWK06", "an attachment that is sent needs a control number");
        out.skip(2).code(isNumbered ? "AC" : "").id(one.controlNumber, 2, 50).end();
    }
}

void writeFileInformation(SegmentWriter& out, const std::vector<std::string>& information)
{
    if (information.size() > 10)
        out.refuse("CLAIM-614", "K3", fmt::format("{} texts, at most 10 can be sent", information.size()));
    for (const auto& text : information)
        if (isSet(text)) out.begin("K3").text(text, 80, Need::required).end();
}

}  // namespace cw::loops
