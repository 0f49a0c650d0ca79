#include "base/text.h"
#include "claim/loops/parties.h"
#include "claim/paper/form.h"
#include "claim/paper/words.h"

#include <fmt/format.h>

#include <array>

namespace cw::paper {

namespace {

constexpr std::array<std::string_view, 4> modifierBoxes = {"24D MOD 1", "24D MOD 2", "24D MOD 3", "24D MOD 4"};

const Provider* renderingOf(const Form& form, const ProcedureLine& line)
{
    for (const auto& one : line.details.providers)
        if (one.role == "rendering") return &one.provider;
    if (const auto& rendering = form.encounter.providers.rendering) return &*rendering;
    return form.billing.isOrganization() ? nullptr : &form.billing;
}

/// "AB": letters of box 21, most important first.
std::string letters(Sheet& sheet, const Encounter& encounter, const ProcedureLine& line, std::size_t index)
{
    std::string out;
    const auto count = line.pointers.size();
    if (count == 0 || count > 4 || !line.brokenPointers.empty())
        sheet.refuse("CLAIM-507", "24E", lineName(index) + " must point at one to four diagnoses of the claim");
    for (const auto id : line.pointers) {
        const int position = encounter.claimPosition(id);
        if (position < 1 || position > 12)
            sheet.refuse("CLAIM-508", "24E", lineName(index) + " points at a diagnosis that is not in box 21");
        else
            out += static_cast<char>('A' + position - 1);
    }
    return out;
}

void printCode(Sheet& sheet, const ProcedureLine& line, std::size_t index, int row)
{
    sheet.required("24D", line.code.text, row);
    if (line.modifiers.size() > modifierBoxes.size())
        return sheet.refuse("CLAIM-509", "24D",
                            fmt::format("{} has {} modifiers, 4 fit", lineName(index), line.modifiers.size()));
    for (std::size_t i = 0; i < line.modifiers.size(); ++i) sheet.code(modifierBoxes.at(i), line.modifiers[i], row);
}

/// The upper, shaded half: drug (N4) and words (ZZ), parted by three blanks.
void printShaded(Sheet& sheet, const ProcedureLine& line, int row)
{
    auto text = drugText(sheet, "24", line);
    std::string words = line.details.description;
    const auto add = [&words](const std::string& more) {
        if (!more.empty()) words += (words.empty() ? "" : " ") + more;
    };
    add(line.note);
    for (const auto& note : line.details.notes) add(note.text);
    if (!words.empty()) text += (text.empty() ? "ZZ" : "   ZZ") + words;
    sheet.words("24 SHADED", text, drop::nothing, row);
}

void printRendering(Sheet& sheet, const Form& form, const ProcedureLine& line, int row)
{
    const auto* provider = renderingOf(form, line);
    if (provider == nullptr) return;
    sheet.code("24J", provider->npi, row);
    if (const auto* number = numberAtPayer(*provider)) {
        sheet.codeIfFits("24I", number->qualifier, "24J SHADED", number->value, row);
    } else {
        sheet.codeIfFits("24I", "ZZ", "24J SHADED", provider->taxonomy, row);
    }
}

/// "0.25" goes without its zero, as three characters fit.
std::string unitsText(Quantity units)
{
    auto text = quantityText(units);
    if (text.size() > 3 && text.starts_with("0.")) text.erase(0, 1);
    return text;
}

/// The line's providers but for the rendering one, which stands in 24J, and the purchased one, of box 32.
void tellOfProviders(Sheet& sheet, const Encounter& encounter, const ProcedureLine& line, std::size_t index)
{
    const auto printed = referralOf(encounter);
    for (const auto& [role, provider] : line.details.providers) {
        if (role == "rendering" || role == "purchased") continue;
        const bool isIn17 = printed.provider != nullptr && role == printed.role &&
                            (&provider == printed.provider || loops::isSameProvider(provider, *printed.provider));
        if (!isIn17)
            sheet.leftOut(
                "24", fmt::format("{}: {}", lineName(index),
                                  role == "facility" ? "the place of the line" : fmt::format("the {} provider", role)));
    }
}

void tellOfTheRest(Sheet& sheet, const ProcedureLine& line, std::size_t index)
{
    const auto& details = line.details;
    const auto tell = [&](bool isThere, std::string_view what) {
        if (isThere) sheet.leftOut("24", fmt::format("{}: {}", lineName(index), what));
    };
    tell(!details.references.empty(), "a further number");
    tell(!details.dates.empty(), "a further date");
    tell(!details.paperwork.empty(), "paperwork");
    tell(!details.certifications.empty(), "a certification");
    tell(!text::trim(details.prescriptionNumber).empty(), "the prescription number");
}

void printLine(Sheet& sheet, const Form& form, const ProcedureLine& line, std::size_t index, int row)
{
    printShaded(sheet, line, row);
    const auto from = line.serviceFrom;
    const auto to = line.serviceTo ? line.serviceTo : from;
    sheet.required("24A FROM", from ? sixSplit(*from) : std::string(), row);
    if (to) sheet.code("24A TO", sixSplit(*to), row);
    sheet.required("24B", form.encounter.placeOf(line), row);
    if (line.details.isEmergency) sheet.code("24C", "Y", row);
    printCode(sheet, line, index, row);
    sheet.code("24E", letters(sheet, form.encounter, line, index), row);
    if (line.charge)
        sheet.money("24F", *line.charge, row);
    else
        sheet.required("24F", "", row);
    if (line.units <= Quantity{}) sheet.refuse("CLAIM-511", "24G", lineName(index) + " has no units");
    sheet.code("24G", unitsText(line.units), row);
    if (line.details.isEpsdt || line.details.isFamilyPlanning) sheet.code("24H", "Y", row);
    printRendering(sheet, form, line, row);
    tellOfProviders(sheet, form.encounter, line, index);
    tellOfTheRest(sheet, line, index);
}

}  // namespace

Money printLines(Sheet& sheet, const Form& form, std::size_t first, std::size_t last)
{
    const auto& lines = form.encounter.procedures;
    if (lines.empty()) sheet.refuse("CLAIM-518", "24", "there is no service line");
    Money total;
    for (auto i = first; i < last; ++i) {
        printLine(sheet, form, lines[i], i, static_cast<int>(i - first));
        total += lines[i].charge.value_or(Money{});
    }
    return total;
}

}  // namespace cw::paper
