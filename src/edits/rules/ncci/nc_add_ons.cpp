#include "edits/rules/line_facts.h"
#include "edits/rules/ncci/nc_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>

namespace cw::edits {

namespace {

constexpr std::size_t namedPrimaries = 5;

bool isInForce(const AddOnCode& row, Date day)
{
    return DateInterval{row.first, row.last}.contains(day);
}

/// The type of an add-on code on a day, the mildest when its rows differ; ' ' when it is none then.
char typeOf(std::span<const AddOnCode> rows, Date day)
{
    char type = ' ';
    for (const auto& row : rows) {
        if (!isInForce(row, day)) continue;
        if (type == ' ' || row.type == '3' || (row.type == '2' && type == '1')) type = row.type;
    }
    return type;
}

bool isPrimary(std::span<const AddOnCode> rows, std::string_view code, Date day)
{
    return std::any_of(rows.begin(), rows.end(),
                       [&](const AddOnCode& row) { return row.primary == code && isInForce(row, day); });
}

/// One of the listed primaries on the same day, here or in another encounter of the same practice.
bool hasListedPrimary(const RuleRun& run, const LineView& addOn, std::span<const AddOnCode> rows)
{
    for (const auto& line : run.view().lines)
        if (line.index != addOn.index && isSameDay(line, addOn) && isPrimary(rows, line.code, addOn.from)) return true;
    for (const auto& past : run.facts().history)
        if (past.isActive && past.from == addOn.from && isSamePractice(run, past) &&
            isPrimary(rows, past.code, addOn.from))
            return true;
    return false;
}

/// Any other service of the day that is no add-on code itself.
bool hasAnyPrimary(const RuleRun& run, const LineView& addOn, const AddOnTable& table)
{
    for (const auto& line : run.view().lines)
        if (line.index != addOn.index && isSameDay(line, addOn) && !line.code.empty() &&
            typeOf(table.rowsOf(line.code), addOn.from) == ' ')
            return true;
    for (const auto& past : run.facts().history)
        if (past.isActive && !past.code.empty() && past.from == addOn.from && isSamePractice(run, past) &&
            typeOf(table.rowsOf(past.code), addOn.from) == ' ')
            return true;
    return false;
}

std::string somePrimaries(std::span<const AddOnCode> rows, Date day)
{
    std::set<std::string> codes;
    for (const auto& row : rows)
        if (isInForce(row, day)) codes.insert(row.primary);
    const bool isCut = codes.size() > namedPrimaries;
    std::vector<std::string> named(
        codes.begin(), std::next(codes.begin(), static_cast<std::ptrdiff_t>(std::min(codes.size(), namedPrimaries))));
    if (isCut) named.push_back(fmt::format("{} more", codes.size() - namedPrimaries));
    return listed(named);
}

void checkType(RuleRun& run, char type)
{
    for (const auto& line : run.view().lines) {
        if (line.code.empty()) continue;
        const auto table = run.tables().addOns(line.from);
        if (!table) {
            run.notChecked("ncci-aoc", line.from);
            continue;
        }
        const auto rows = table->rowsOf(line.code);
        if (rows.empty() || typeOf(rows, line.from) != type) continue;
        if (type == '2' ? hasAnyPrimary(run, line, *table.table) : hasListedPrimary(run, line, rows)) continue;
        auto finding = findingAt(line, Field::procedureCode, type == '1' ? Severity::error : Severity::warning);
        finding.source = fmt::format("NCCI add-on codes {}, type {}", table.release, type);
        if (type == '2') {
            finding.message =
                fmt::format("{} is an add-on code, and no other service stands on {}.", nameOf(line), line.from.iso());
            finding.fix = "Add the primary procedure that the contractor accepts, or replace the add-on code.";
        } else {
            finding.message = fmt::format("{} is an add-on code, and none of its primary procedures{} stands on {}.",
                                          nameOf(line), type == '3' ? " that are listed" : "", line.from.iso());
            finding.fix = fmt::format("Add its primary procedure ({}), or replace the add-on code.",
                                      somePrimaries(rows, line.from));
        }
        run.report(std::move(finding));
    }
}

}  // namespace

/// NC-9: type 1, every primary is listed.
void checkAddOnListed(RuleRun& run)
{
    checkType(run, '1');
}

/// NC-10: type 2, the contractor knows the primaries; without any other service there is none.
void checkAddOnContractor(RuleRun& run)
{
    checkType(run, '2');
}

/// NC-11: type 3, some primaries are listed, the contractor may know more.
void checkAddOnSome(RuleRun& run)
{
    checkType(run, '3');
}

}  // namespace cw::edits
