#include "encounter/payer_answer.h"

#include <nlohmann/json.hpp>

namespace cw {

namespace {

using Json = nlohmann::ordered_json;

Error wrongForm(const std::string& what)
{
    return {ErrorKind::invalidInput, "ENCOUNTER-050", "payer's answer: " + what};
}

/// Missing and null are the same.
const Json* memberOf(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

Result<std::string> textOf(const Json& object, const char* key)
{
    const auto* found = memberOf(object, key);
    if (found == nullptr) return std::string();
    if (!found->is_string()) return wrongForm(std::string(key) + " must be a string");
    return found->get<std::string>();
}

Result<Money> moneyOf(const Json& object, const char* key)
{
    CW_TRY(const auto text, textOf(object, key));
    if (text.empty()) return Money{};
    const auto amount = Money::parse(text);
    if (!amount) return wrongForm(std::string(key) + " must be a decimal string");
    return *amount;
}

Result<std::optional<Quantity>> quantityOf(const Json& object, const char* key)
{
    CW_TRY(const auto text, textOf(object, key));
    if (text.empty()) return std::optional<Quantity>();
    const auto amount = Quantity::parse(text);
    if (!amount) return wrongForm(std::string(key) + " must be a decimal string");
    return std::optional(*amount);
}

/// Calls `take` with each object of an array member; `take` may fail.
template <class Take>
Status eachOf(const Json& object, const char* key, Take take)
{
    const auto* list = memberOf(object, key);
    if (list == nullptr) return {};
    if (!list->is_array()) return wrongForm(std::string(key) + " must be an array");
    for (const auto& one : *list) {
        if (!one.is_object()) return wrongForm(std::string(key) + " must hold objects");
        CW_CHECK(take(one));
    }
    return {};
}

Status readAdjustments(const Json& object, std::vector<Adjustment>& into)
{
    return eachOf(object, "adjustments", [&into](const Json& one) -> Status {
        Adjustment adjustment;
        CW_TRY(adjustment.group, textOf(one, "group"));
        CW_TRY(adjustment.reason, textOf(one, "reason"));
        CW_TRY(adjustment.amount, moneyOf(one, "amount"));
        CW_TRY(adjustment.quantity, quantityOf(one, "quantity"));
        into.push_back(std::move(adjustment));
        return {};
    });
}

Status readLineAnswers(const Json& object, std::vector<LineAnswer>& into)
{
    return eachOf(object, "lines", [&into](const Json& one) -> Status {
        LineAnswer line;
        const auto* number = memberOf(one, "line");
        if (number != nullptr) {
            if (!number->is_number_integer()) return wrongForm("line must be a whole number");
            const auto position = number->get<std::int64_t>();
            if (position < 0 || position > 1'000'000) return wrongForm("line is out of range");
            line.line = static_cast<int>(position);
        }
        CW_TRY(line.paid, moneyOf(one, "paid"));
        CW_TRY(line.units, quantityOf(one, "units"));
        CW_CHECK(readAdjustments(one, line.adjustments));
        into.push_back(std::move(line));
        return {};
    });
}

Json toJson(const std::vector<Adjustment>& adjustments)
{
    auto all = Json::array();
    for (const auto& adjustment : adjustments) {
        Json one = {
            {"group", adjustment.group}, {"reason", adjustment.reason}, {"amount", adjustment.amount.decimal()}};
        if (adjustment.quantity) one["quantity"] = adjustment.quantity->decimal();
        all.push_back(std::move(one));
    }
    return all;
}

Money patientPart(const std::vector<Adjustment>& adjustments)
{
    Money sum;
    for (const auto& adjustment : adjustments)
        if (adjustment.group == "PR") sum += adjustment.amount;
    return sum;
}

}  // namespace

Result<PayerAnswer> parsePayerAnswer(std::string_view json)
{
    const auto all = Json::parse(json, nullptr, false);
    if (!all.is_object()) return wrongForm("must be a JSON object");
    PayerAnswer answer;
    CW_TRY(const auto day, textOf(all, "date"));
    if (!day.empty()) {
        const auto date = Date::parse(day);
        if (!date) return wrongForm("date must be of the form YYYY-MM-DD");
        answer.date = *date;
    }
    CW_TRY(answer.paid, moneyOf(all, "paid"));
    CW_TRY(answer.claimControlNumber, textOf(all, "claim_control_number"));
    CW_CHECK(readAdjustments(all, answer.adjustments));
    CW_CHECK(readLineAnswers(all, answer.lines));
    return answer;
}

std::string writePayerAnswer(const PayerAnswer& answer)
{
    Json all = Json::object();
    if (answer.date) all["date"] = answer.date->iso();
    all["paid"] = answer.paid.decimal();
    if (!answer.claimControlNumber.empty()) all["claim_control_number"] = answer.claimControlNumber;
    if (!answer.adjustments.empty()) all["adjustments"] = toJson(answer.adjustments);
    auto lines = Json::array();
    for (const auto& line : answer.lines) {
        Json one = {{"line", line.line}, {"paid", line.paid.decimal()}};
        if (line.units) one["units"] = line.units->decimal();
        if (!line.adjustments.empty()) one["adjustments"] = toJson(line.adjustments);
        lines.push_back(std::move(one));
    }
    if (!lines.empty()) all["lines"] = std::move(lines);
    return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Money patientShare(const PayerAnswer& answer)
{
    // Charges are what was paid and all adjustments together, so that what stays open is the patient's part of them.
    auto share = patientPart(answer.adjustments);
    for (const auto& line : answer.lines) share += patientPart(line.adjustments);
    return share;
}

}  // namespace cw
