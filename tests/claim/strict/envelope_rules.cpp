#include "tests/claim/strict/rules.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace cw::strict {

namespace {

struct Envelope {
    const std::vector<Seg>& segments;
    Faults& faults;

    void require(bool holds, const Seg& segment, const char* why) const
    {
        if (!holds) faults.push_back(segment.where() + ": " + why);
    }
};

bool isNumber(std::string_view text, std::size_t most)
{
    return text::isDigits(text) && text.size() <= most && text.front() != '0';
}

bool isPadded(std::string_view id)
{
    return id.size() == 15 && id.front() != ' ' && id.find_first_not_of(' ') != std::string_view::npos;
}

void checkSigns(const Envelope& out, const Signs& signs)
{
    const std::array<char, 4> used = {signs.element, signs.repetition, signs.component, signs.terminator};
    for (std::size_t i = 0; i < used.size(); ++i) {
        const char c = used[i];
        out.require(c > ' ' && c < '\x7f' && !text::isDigits(std::string_view(&used[i], 1)) &&
                        !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z'),
                    out.segments[0], "a delimiter is a letter, digit or blank");
        for (std::size_t j = 0; j < i; ++j) out.require(used[j] != c, out.segments[0], "two delimiters are the same");
    }
}

void checkIsa(const Envelope& out)
{
    const auto& isa = out.segments[0];
    static constexpr std::array<std::size_t, 17> widths = {3, 2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1};
    out.require(isa.parts.size() == widths.size(), isa, "ISA has not 16 elements");
    for (std::size_t i = 0; i < widths.size(); ++i)
        out.require(isa.parts.size() <= i || isa.parts[i].size() == widths[i], isa,
                    "an element has not its fixed width");
    for (const std::size_t i : {1U, 3U}) out.require(isa.at(i) == "00", isa, "ISA01 and 03 must be 00");
    for (const std::size_t i : {2U, 4U}) out.require(isa.at(i) == "          ", isa, "ISA02 and 04 must be blank");
    for (const std::size_t i : {5U, 7U})
        out.require(std::string_view("01 14 20 27 28 29 30 33 ZZ").find(isa.at(i)) != std::string_view::npos, isa,
                    "an id qualifier is unknown");
    for (const std::size_t i : {6U, 8U}) out.require(isPadded(isa.at(i)), isa, "an id is not padded to 15 characters");
    out.require(isDay("20" + std::string(isa.at(9))), isa, "ISA09 is no date");
    out.require(isa.at(12) == "00501", isa, "ISA12 is not 00501");
    out.require(text::isDigits(isa.at(13)) && isa.at(13) != "000000000", isa, "ISA13 is not nine digits");
    out.require(isa.at(14) == "0" || isa.at(14) == "1", isa, "ISA14 is not 0 or 1");
    out.require(isa.at(15) == "T" || isa.at(15) == "P", isa, "ISA15 is not T or P");
}

void checkGs(const Envelope& out, bool institutional)
{
    const auto& gs = out.segments[1];
    out.require(gs.tag() == "GS" && gs.parts.size() == 9, gs, "the second segment must be a GS of eight elements");
    out.require(gs.at(1) == "HC", gs, "GS01 is not HC");
    for (const std::size_t i : {2U, 3U})
        out.require(gs.at(i).size() >= 2 && gs.at(i).size() <= 15 && gs.at(i).back() != ' ', gs,
                    "GS02 and 03 take 2 to 15 characters");
    out.require(isDay(gs.at(4)), gs, "GS04 is no date");
    out.require(gs.at(4).size() == 8 && gs.at(4).substr(2) == out.segments[0].at(9), gs, "GS04 and ISA09 differ");
    out.require(gs.at(5).size() == 4 && text::isDigits(gs.at(5)), gs, "GS05 is no time");
    out.require(isNumber(gs.at(6), 9), gs, "GS06 is not 1 to 9 digits without leading zeros");
    out.require(gs.at(7) == "X", gs, "GS07 is not X");
    out.require(gs.at(8) == (institutional ? "005010X223A2" : "005010X222A1"), gs, "GS08 is not the guide's version");
}

/// Sets are checked element by element; the envelope here.
void checkCase(const Envelope& out, const Seg& segment)
{
    for (const auto part : segment.parts)
        out.require(std::none_of(part.begin(), part.end(), [](char c) { return c >= 'a' && c <= 'z'; }), segment,
                    "lower case");
}

void checkEnd(const Envelope& out, std::size_t sets)
{
    const auto& iea = out.segments.back();
    const auto& ge = out.segments[out.segments.size() - 2];
    out.require(iea.tag() == "IEA" && iea.parts.size() == 3, iea, "the last segment must be IEA");
    out.require(iea.at(1) == "1", iea, "IEA01 is not the number of groups");
    out.require(iea.at(2) == out.segments[0].at(13), iea, "IEA02 is not ISA13");
    out.require(ge.tag() == "GE" && ge.parts.size() == 3, ge, "the segment before IEA must be GE");
    out.require(ge.at(1) == std::to_string(sets), ge, "GE01 is not the number of sets");
    out.require(ge.at(2) == out.segments[1].at(6), ge, "GE02 is not GS06");
}

}  // namespace

std::vector<std::vector<Seg>> checkEnvelope(const std::vector<Seg>& segments, const Signs& signs, bool institutional,
                                            Faults& faults)
{
    if (segments.size() < 6)
        return faults.push_back("the file has fewer segments than an envelope"), std::vector<std::vector<Seg>>{};
    const Envelope out{segments, faults};
    checkSigns(out, signs);
    checkIsa(out);
    checkGs(out, institutional);
    checkCase(out, segments[0]);
    checkCase(out, segments[1]);
    std::vector<std::vector<Seg>> sets;
    std::set<std::string> numbers;
    std::set<std::string> batches;
    bool open = false;
    for (std::size_t i = 2; i + 2 < segments.size(); ++i) {
        const auto& segment = segments[i];
        if (segment.tag() == "ST") {
            out.require(!open, segment, "ST within a set");
            sets.emplace_back();
            open = true;
            out.require(segment.at(2).size() >= 4 && numbers.insert(std::string(segment.at(2))).second, segment,
                        "ST02 is not unique");
            out.require(segment.at(3) == segments[1].at(8), segment, "ST03 is not GS08");
        }
        out.require(open, segment, "outside of a set");
        if (!open) continue;
        if (segment.tag() == "BHT")
            out.require(batches.insert(std::string(segment.at(3))).second, segment, "BHT03 stands twice");
        if (segment.tag() != "SE") {
            sets.back().push_back(segment);
            continue;
        }
        open = false;
        out.require(segment.parts.size() == 3 && segment.at(1) == std::to_string(sets.back().size() + 1), segment,
                    "SE01 is not the number of segments");
        out.require(segment.at(2) == sets.back().front().at(2), segment, "SE02 is not ST02");
    }
    out.require(!open, segments.back(), "a set has no SE");
    out.require(!sets.empty(), segments.back(), "there is no set");
    checkEnd(out, sets.size());
    return sets;
}

}  // namespace cw::strict
