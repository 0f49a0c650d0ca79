#include "tests/claim/strict/rules.h"

#include "base/text.h"

namespace cw::strict {

namespace {

void checkName(const Loop& loop, const Seg& name, Faults& faults)
{
    const auto where = name.where() + "*" + std::string(name.at(1)) + ": ";
    if (name.at(8).empty() != name.at(9).empty()) faults.push_back(where + "NM108 and NM109 stand only together");
    const bool onlyAddress = loop.name == "2010AB" || loop.name == "2310E" || loop.name == "2310F" ||
                             loop.name == "2420G" || loop.name == "2420H" || loop.name == "2420B";
    if (name.at(2) == "1" && name.at(4).empty() && !onlyAddress)
        faults.push_back(where + "a person without a first name");
    if (name.at(2) == "2" && !(name.at(4).empty() && name.at(5).empty() && name.at(7).empty()))
        faults.push_back(where + "an organisation with a first name");
}

void checkPhones(const Seg& per, Faults& faults)
{
    for (std::size_t i = 3; i <= 7; i += 2) {
        const auto kind = per.at(i);
        const auto number = per.at(i + 1);
        if (kind.empty() != number.empty())
            faults.push_back(per.where() + ": a number and its qualifier stand only together");
        if ((kind == "TE" || kind == "FX") && (number.size() != 10 || !text::isDigits(number)))
            faults.push_back(per.where() + ": a phone number is not ten digits");
        if (kind == "EX" && (i == 3 || per.at(i - 2) != "TE" || !text::isDigits(number)))
            faults.push_back(per.where() + ": an extension without its phone");
    }
}

bool isPostBox(std::string_view line)
{
    std::string squeezed;
    for (const char c : line)
        if (c != '.' && c != ' ') squeezed += c;
    return squeezed.starts_with("POBOX") || squeezed.starts_with("LOCKBOX") || squeezed.starts_with("PBOX");
}

void checkPlace(const Loop& loop, const Context& context, Faults& faults)
{
    const auto* n4 = loop.find("N4");
    const auto* n3 = loop.find("N3");
    const auto name = "loop " + std::string(loop.name) + " from " + loop.segments.front()->where() + ": ";
    // Sections 5 and 13: ZIP+4 of the billing provider and of the facility.
    const bool facility = loop.name == "2420C" || loop.name == (context.institutional ? "2310E" : "2310C");
    if (n4 != nullptr && (facility || loop.name == "2010AA") && n4->at(3).size() != 9)
        faults.push_back(name + "the ZIP code is not nine digits");
    if (n3 != nullptr && loop.name == "2010AA" && (isPostBox(n3->at(1)) || isPostBox(n3->at(2))))
        faults.push_back(name + "a post box");
    if ((n3 == nullptr) != (n4 == nullptr)) faults.push_back(name + "N3 and N4 stand only together");
}

void checkLoop(const Loop& loop, const Context& context, Faults& faults)
{
    for (const auto* segment : loop.segments) {
        if (segment->tag() == "NM1") checkName(loop, *segment, faults);
        if (segment->tag() == "PER") checkPhones(*segment, faults);
        if (segment->tag() == "PWK" && segment->at(2) != "AA" && segment->at(6).empty())
            faults.push_back(segment->where() + ": PWK06 is missing");
        if (segment->tag() == "PWK" && segment->at(5).empty() != segment->at(6).empty())
            faults.push_back(segment->where() + ": PWK05 and PWK06 stand only together");
    }
    if (!loop.segments.empty() && loop.segments.front()->tag() == "NM1") checkPlace(loop, context, faults);
    for (const auto& child : loop.loops) checkLoop(child, context, faults);
}

}  // namespace

void checkParties(const Loop& set, const Context& context, Faults& faults)
{
    checkLoop(set, context, faults);
}

}  // namespace cw::strict
