#include "ui/billing/queue_load.h"

#include "app/billing/directory_desk.h"
#include "encounter/timely_filing.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace cw::ui {

namespace {

using PayersById = std::map<std::string, PayerRecord>;

Result<PayersById> payersById(app::Workspace& workspace)
{
    CW_TRY(auto records, app::DirectoryDesk(workspace).payers());
    PayersById all;
    for (auto& record : records) all.emplace(record.payerId, std::move(record));
    return all;
}

/// Last day to file: what our list says of the payer, else the law.
std::optional<Date> fileBy(const PayersById& payers, const std::string& payerId, const std::string& filingCode,
                           Date service)
{
    const auto found = payers.find(payerId);
    if (found != payers.end() && found->second.initialDays) return service.plusDays(*found->second.initialDays);
    return filingDeadline(service, filingCode);
}

std::optional<int> daysTo(const std::optional<Date>& due, Date today)
{
    return due ? std::optional(today.daysUntil(*due)) : std::nullopt;
}

QueueRow rowOf(const ReadyRow& ready, const PayersById& payers, Date today)
{
    const auto& summary = ready.summary;
    QueueRow row;
    row.encounterId = summary.encounterId;
    row.patientName = summary.patientName;
    row.mrn = summary.mrn;
    row.payerName = summary.payerName;
    row.payerId = summary.payerId;
    row.service = summary.serviceFrom;
    row.charges = summary.charges;
    row.daysLeft = daysTo(fileBy(payers, summary.payerId, summary.claimFilingCode, summary.serviceFrom), today);
    row.billed = ready.billed;
    row.isFailing = ready.isFailing;
    row.detail = ready.firstError;
    return row;
}

QueueRow rowOf(ClaimRecord claim, Date today)
{
    QueueRow row;
    row.encounterId = claim.encounterId;
    row.claimNumber = claim.claimNumber;
    row.patientName = claim.patientName;
    row.payerName = claim.payerName;
    row.payerId = claim.payerId;
    row.service = claim.serviceFrom;
    row.charges = claim.charges;
    row.paid = claim.paid;
    row.patientShare = claim.patientShare;
    row.daysLeft = daysTo(claim.dueOn, today);
    row.billed = claim.billed;
    row.detail = claim.lastResponse;
    row.claim = std::move(claim);
    return row;
}

bool isOfEncounters(ClaimQueue queue)
{
    return queue == ClaimQueue::ready || queue == ClaimQueue::failing;
}

PayerRow together(const std::vector<PayerRow>& rows)
{
    PayerRow all;
    all.name = "All payers";
    for (const auto& row : rows) {
        all.claims += row.claims;
        all.failing += row.failing;
        all.charges += row.charges;
        all.paid += row.paid;
        if (row.daysLeft) all.daysLeft = all.daysLeft ? std::min(*all.daysLeft, *row.daysLeft) : *row.daysLeft;
    }
    return all;
}

}  // namespace

Result<std::vector<PayerRow>> loadPayers(app::Workspace& workspace, ClaimQueue queue)
{
    CW_TRY(const auto totals, app::BillingDesk(workspace).byPayer(queue));
    CW_TRY(const auto payers, payersById(workspace));
    const Date today = workspace.clock().today();
    std::vector<PayerRow> rows;
    for (const auto& total : totals) {
        auto due = total.earliestDue;
        if (isOfEncounters(queue) && total.earliestService)
            due = fileBy(payers, total.payerId, total.claimFilingCode, *total.earliestService);
        rows.push_back({total.payerName, total.payerId, total.claims, total.failing, total.charges, total.paid,
                        daysTo(due, today)});
    }
    if (rows.size() > 1) rows.insert(rows.begin(), together(rows));
    return rows;
}

Result<std::vector<QueueRow>> loadRows(app::Workspace& workspace, const QueueQuestion& question)
{
    QueueFilter filter;
    filter.queue = question.queue;
    filter.payerId = question.payerId;
    filter.text = question.text;
    filter.limit = question.limit;
    const Date today = workspace.clock().today();
    std::vector<QueueRow> rows;
    app::BillingDesk desk(workspace);
    if (isOfEncounters(question.queue)) {
        CW_TRY(const auto payers, payersById(workspace));
        CW_TRY(const auto ready, desk.ready(filter));
        for (const auto& one : ready) rows.push_back(rowOf(one, payers, today));
        return rows;
    }
    CW_TRY(auto claims, desk.claims(filter));
    for (auto& claim : claims) rows.push_back(rowOf(std::move(claim), today));
    return rows;
}

Result<std::vector<std::string>> readyIds(app::Workspace& workspace, const std::optional<std::string>& payerId)
{
    QueueFilter filter;
    filter.queue = ClaimQueue::ready;
    filter.payerId = payerId;
    filter.limit = std::numeric_limits<int>::max();
    CW_TRY(const auto rows, app::BillingDesk(workspace).ready(filter));
    std::vector<std::string> ids;
    for (const auto& row : rows)
        if (!row.isFailing) ids.push_back(row.summary.encounterId);
    return ids;
}

QString daysTitle(ClaimQueue queue)
{
    return queue == ClaimQueue::denied ? QStringLiteral("Days to appeal") : QStringLiteral("Days to file");
}

QString countText(std::int64_t count)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(static_cast<qlonglong>(count));
}

QString claimsText(std::int64_t count)
{
    return count == 1 ? QStringLiteral("1 claim") : countText(count) + QStringLiteral(" claims");
}

QString rankText(CoverageRank rank)
{
    switch (rank) {
    case CoverageRank::primary: return QStringLiteral("primary");
    case CoverageRank::secondary: return QStringLiteral("secondary");
    case CoverageRank::tertiary: return QStringLiteral("tertiary");
    }
    return {};
}

QString displayName(ClaimStatus status)
{
    switch (status) {
    case ClaimStatus::exported: return QStringLiteral("Sent");
    case ClaimStatus::accepted: return QStringLiteral("Accepted");
    case ClaimStatus::rejected: return QStringLiteral("Rejected");
    case ClaimStatus::paid: return QStringLiteral("Paid");
    case ClaimStatus::denied: return QStringLiteral("Denied");
    case ClaimStatus::voided: return QStringLiteral("Voided");
    case ClaimStatus::replaced: return QStringLiteral("Replaced");
    }
    return {};
}

}  // namespace cw::ui
