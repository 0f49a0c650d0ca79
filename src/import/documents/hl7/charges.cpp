#include "base/text.h"
#include "codeset/codes.h"
#include "import/documents/hl7/codes.h"
#include "import/documents/hl7/people.h"

namespace cw::hl7 {

namespace {

/// The billing system of a charge code: as told, else by its shape.
std::optional<CodeSystem> billingSystem(const Coded& coded)
{
    const auto system = codeSystem(coded.system, SourceCodeKind::procedure);
    if (system == "cpt") return CodeSystem::cpt;
    if (system == "hcpcs") return CodeSystem::hcpcs;
    if (system == "icd10pcs") return CodeSystem::icd10pcs;
    if (!coded.system.empty()) return std::nullopt;
    const auto parsed = ProcedureCode::parseLevel1or2(coded.code);
    return parsed ? std::optional(parsed->system()) : std::nullopt;
}

std::string asEntered(const std::string& code)
{
    auto text = text::upperAscii(code);
    std::erase(text, '.');
    return text;
}

std::optional<Money> readAmount(const Segment& ft1, int number)
{
    // CP holds an MO in its first component: quantity and denomination.
    const auto parsed = Money::parse(ft1.text(number));
    if (!parsed) return std::nullopt;
    return *parsed;
}

std::optional<Money> times(std::optional<Money> unit, Quantity quantity)
{
    const auto thousandths = quantity.inThousandths();
    if (!unit || thousandths <= 0 || thousandths > 1'000'000'000) return std::nullopt;
    if (unit->inCents() > 100'000'000'00 || unit->inCents() < 0) return std::nullopt;
    return Money::cents((unit->inCents() * thousandths + 500) / 1000);
}

/// FT1-25, else FT1-7: the code that is billed. A charge code of the house stays as it was sent, for the edits to judge.
Coded billedCode(const Segment& ft1)
{
    const auto procedure = readCoded(ft1.first(25));
    return procedure.code.empty() ? readCoded(ft1.first(7)) : procedure;
}

ProcedureLine readLine(const Segment& ft1)
{
    ProcedureLine line;
    const auto billed = billedCode(ft1);
    line.system = billingSystem(billed);
    line.code.text = asEntered(billed.code);
    line.note = readCoded(ft1.first(7)).text;
    if (line.note.empty()) line.note = ft1.text(8);
    for (const auto& modifier : ft1.repetitions(26))
        if (auto code = text::upperAscii(modifier.text(1, 1)); !code.empty()) line.modifiers.push_back(std::move(code));
    if (const auto units = Quantity::parse(ft1.text(10)); units && units->inThousandths() > 0) line.units = *units;
    line.charge = readAmount(ft1, 11);
    if (!line.charge) line.charge = times(readAmount(ft1, 12), line.units);
    if (!line.charge) line.charge = times(readAmount(ft1, 22), line.units);
    line.serviceFrom = parseTimestamp(ft1.text(4)).date;
    line.serviceTo = parseTimestamp(ft1.text(4, 2)).date;
    return line;
}

void addCodes(const Segment& ft1, std::optional<Date> day, CodeList& codes)
{
    const auto add = [&](const Field& field, SourceCodeKind kind) {
        auto code = sourceCode(readCoded(field), kind);
        code.date = day;
        codes.add(std::move(code));
    };
    for (const auto& diagnosis : ft1.repetitions(19)) add(diagnosis, SourceCodeKind::diagnosis);
    add(ft1.first(7), SourceCodeKind::procedure);
    add(ft1.first(25), SourceCodeKind::procedure);
    add(ft1.first(29), SourceCodeKind::medication);
}

void addProviders(const Segment& ft1, Incoming& item)
{
    const auto performing = readProvider(ft1.first(20));
    const auto ordering = readProvider(ft1.first(21));
    if (!performing && !ordering) return;
    if (!item.visit) item.visit.emplace();
    auto& providers = item.visit->providers;
    if (!providers.rendering) providers.rendering = performing;
    if (!providers.ordering) providers.ordering = ordering;
}

}  // namespace

std::vector<IncomingCharge> readCharges(const Segments& segments, Incoming& item, CodeList& codes,
                                        std::vector<std::string>& notes)
{
    std::vector<IncomingCharge> charges;
    for (const auto* ft1 : segments) {
        if (ft1->id() != "FT1") continue;
        // HL7 table 0017: CG charge, CD credit, PY payment, AJ adjustment, CO co-payment.
        const auto type = text::upperAscii(ft1->text(6));
        if (!type.empty() && type != "CG") {
            notes.push_back("FT1 of type " +
                            std::string(type == "CD" || type == "PY" || type == "AJ" ? type : "other") +
                            " was passed over: no charge");
            continue;
        }
        IncomingCharge charge{readLine(*ft1), {}};
        for (const auto& diagnosis : ft1->repetitions(19))
            if (auto code = readCoded(diagnosis).code; !code.empty()) charge.diagnoses.push_back(std::move(code));
        addCodes(*ft1, charge.line.serviceFrom, codes);
        addProviders(*ft1, item);
        charges.push_back(std::move(charge));
    }
    return charges;
}

}  // namespace cw::hl7
