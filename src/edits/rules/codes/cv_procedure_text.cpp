#include "edits/rules/codes/cv_procedure_text.h"

#include "base/text.h"
#include "edits/rule_families.h"
#include "edits/rules/line_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cw::edits {

namespace {

struct NamedUnit {
    std::string_view name;
    UnitDose::Kind kind;
    std::int64_t perThousandth;  ///< Of the number before it: 0.5 mg is 500 thousandths of 1 microgram each.
    std::int64_t divisor = 1;
};
using Kind = UnitDose::Kind;
constexpr std::array<NamedUnit, 16> units = {{{"mg", Kind::mass, 1},
                                              {"milligram", Kind::mass, 1},
                                              {"milligrams", Kind::mass, 1},
                                              {"mcg", Kind::mass, 1, 1000},
                                              {"microgram", Kind::mass, 1, 1000},
                                              {"micrograms", Kind::mass, 1, 1000},
                                              {"g", Kind::mass, 1000},
                                              {"gm", Kind::mass, 1000},
                                              {"gram", Kind::mass, 1000},
                                              {"grams", Kind::mass, 1000},
                                              {"ml", Kind::volume, 1},
                                              {"cc", Kind::volume, 1},
                                              {"units", Kind::count, 1},
                                              {"unit", Kind::count, 1},
                                              {"iu", Kind::count, 1},
                                              {"i.u", Kind::count, 1}}};

const NamedUnit* unitNamed(std::string_view word)
{
    const auto* found = std::find_if(units.begin(), units.end(), [&](const auto& unit) { return unit.name == word; });
    return found == units.end() ? nullptr : found;
}

/// "100,000" in thousandths; nothing when the word is no number.
std::optional<std::int64_t> numberOf(std::string_view word)
{
    std::string digits(word);
    digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
    if (digits.starts_with('.')) digits.insert(0, 1, '0');
    const auto number = Quantity::parse(digits);
    if (!number || number->inThousandths() <= 0) return std::nullopt;
    return number->inThousandths();
}

/// The words of a title, without brackets and without the marks behind them.
std::vector<std::string> wordsOf(std::string_view title)
{
    std::vector<std::string> words;
    std::string word;
    const auto end = [&] {
        while (!word.empty() && std::string_view(",;:.)").find(word.back()) != std::string_view::npos) word.pop_back();
        while (word.starts_with('(')) word.erase(0, 1);
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    for (const char c : text::lowerAscii(title))
        if (c == ' ')
            end();
        else
            word += c;
    end();
    return words;
}

std::size_t numberEnd(const std::string& word)
{
    return std::min(word.find_first_not_of("0123456789.,"), word.size());
}

/// The amount that an NDC quantity states; nothing for UN, which counts packages.
std::optional<UnitDose> dispensed(const DrugCode& drug)
{
    const auto quantity = drug.quantity.inThousandths();
    if (drug.unit == "ME") return UnitDose{Kind::mass, quantity};
    if (drug.unit == "GR") return UnitDose{Kind::mass, quantity * 1000};
    if (drug.unit == "ML") return UnitDose{Kind::volume, quantity};
    if (drug.unit == "F2") return UnitDose{Kind::count, quantity};
    return std::nullopt;
}

bool isNamedUnlisted(const RuleRun& run, const LineView& line)
{
    if (isListed(run, "unlisted", line)) return true;
    const auto title = text::lowerAscii(line.title());
    return title.find("unlisted") != std::string::npos || title.find("unclassified") != std::string::npos;
}

}  // namespace

std::optional<UnitDose> unitDose(std::string_view title)
{
    std::optional<UnitDose> dose;
    const auto words = wordsOf(title);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto digits = numberEnd(words[i]);
        const auto joined = words[i].substr(digits);
        const auto* unit =
            digits > 0 ? unitNamed(joined.empty() && i + 1 < words.size() ? words[i + 1] : joined) : nullptr;
        auto number = unit ? numberOf(std::string_view(words[i]).substr(0, digits)) : std::nullopt;
        if (words[i] == "per" && i + 1 < words.size() && unitNamed(words[i + 1])) {  // "per i.u."
            unit = unitNamed(words[i + 1]);
            number = 1000;
        }
        if (!unit || !number) continue;
        if (dose) return std::nullopt;
        dose = UnitDose{unit->kind, *number * unit->perThousandth / unit->divisor};
    }
    return dose && dose->amount > 0 ? dose : std::nullopt;
}

/// CV-12: a code for what has no code of its own, and no words that say what it was.
void checkUnlisted(RuleRun& run)
{
    if (!run.encounter().claim.note.empty()) return;
    for (const auto& line : run.view().lines) {
        const bool isTold = !line.row->note.empty() || !line.row->details.description.empty();
        if (line.code.empty() || isTold || !isNamedUnlisted(run, line)) continue;
        auto finding = findingAt(line, "note", Field::procedureCode, Severity::warning);
        finding.message =
            fmt::format("{} is a code for what has no code of its own, and no note says what it was.", nameOf(line));
        finding.fix = "Say in the note of the line what was done or given.";
        run.report(std::move(finding));
    }
}

/// CV-17: units that do not follow from the amount of the NDC and the title of the code, where both are of one kind.
void checkDrugUnits(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.code.empty() || !line.row->ndc) continue;
        const auto given = dispensed(*line.row->ndc);
        if (!given || given->amount <= 0) continue;
        const auto one = unitDose(line.title());
        if (!one || one->kind != given->kind) continue;
        const auto expected = Quantity::whole((given->amount + one->amount - 1) / one->amount);
        if (line.row->units == expected) continue;
        auto finding = findingAt(line, "units", Field::units, Severity::warning);
        finding.message = fmt::format("{} has {}; {} {} of the NDC make {}.", nameOf(line), unitsOf(line.row->units),
                                      line.row->ndc->quantity.decimal(), line.row->ndc->unit, expected.decimal());
        finding.fix = fmt::format("Report {}, or correct the amount of the NDC.", unitsOf(expected));
        run.report(std::move(finding));
    }
}

std::vector<Rule> procedureTextRules()
{
    return {
        {.id = "CV-12",
         .title = "Unlisted code without a note",
         .severity = Severity::warning,
         .scope = scope::lines,
         .source = "CPT, introduction (unlisted procedures); HCPCS titles; CARC 16, RARC M127",
         .fix = "Say in the note of the line what was done or given.",
         .check = checkUnlisted,
         .inputs = part::lines | part::claim | part::service},
        {.id = "CV-17",
         .title = "Units of a drug follow from its amount",
         .severity = Severity::warning,
         .scope = scope::lines,
         .source = "HCPCS title of the code; Medicare Claims Processing Manual, ch. 17",
         .fix = "Correct the units or the amount of the NDC.",
         .check = checkDrugUnits,
         .inputs = part::lines | part::service},
    };
}

}  // namespace cw::edits
