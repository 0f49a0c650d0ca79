#pragma once

#include "app/billing_desk.h"
#include "edits/finding.h"

#include <map>

namespace cw::app {

/// The practice's lists as an export needs them: read once.
struct BillingLists {
    std::vector<TradingPartner> partners;
    std::map<std::string, PayerRecord, std::less<>> payers;                     ///< By payer id; active ones.
    std::map<std::string, std::vector<ProviderRecord>, std::less<>> providers;  ///< By NPI; active ones.
    PartnerId defaultPartner;

    /// The partner of the coverage that is billed: the payer's, else the default one, else made of the encounter itself.
    TradingPartner partnerOf(const Encounter& encounter, CoverageRank billed) const;
    const PayerRecord* payerOf(const Encounter& encounter, CoverageRank billed) const;
    /// Last day to file: by the payer's record, else by law (timely_filing.h). `corrected`: a replacement or void.
    std::optional<Date> fileBy(Date serviceFrom, std::string_view payerId, std::string_view claimFilingCode,
                               bool corrected) const;
    /// Fills what the encounter leaves empty from the provider of the same NPI; one sentence for each value, without it.
    std::vector<std::string> fillIn(Encounter& encounter) const;
};
Result<BillingLists> billingLists(Workspace& workspace, ReadTx& tx);

/// An encounter that can go out.
struct Billable {
    StoredEncounter stored;
    CoverageRank billed = CoverageRank::primary;
    ClaimForm form = ClaimForm::professional837;
    EditReport report;
};

/// Encounters to be billed, and those that cannot be.
struct Selection {
    std::vector<Billable> fit;
    std::vector<Refusal> refused;     ///< In the order of the request.
    std::vector<std::string> filled;  ///< BillingLists::fillIn().
};
/// What is clean and, where it must be, approved; each id once.
Result<Selection> select(Workspace& workspace, ReadTx& tx, const ExportRequest& request, const BillingLists& lists,
                         bool mustBeApproved, const Progress& progress);

/// Why an encounter cannot become a claim of the form now; empty when it can.
std::string refusalReason(const Encounter& encounter, const EditReport& report, ClaimForm form, CoverageRank billed);

/// Claims that go into one file: the same form and partner, at most so many as the partner takes.
struct FileGroup {
    ClaimForm form = ClaimForm::professional837;
    TradingPartner partner;
    std::string payerName, payerId;  ///< Of the only payer; else the partner's name and an empty id.
    std::vector<Claim> claims;
    std::vector<std::size_t> places;  ///< Of each claim: its index in the selection.
};
/// `versions`: of each encounter's next claim; empty for a preview (all 1).
std::vector<FileGroup> groupForFiles(const std::vector<Billable>& fit, const BillingLists& lists,
                                     const std::vector<int>& versions);

/// Writes a group in its form.
Result<ClaimFile> writeGroup(const FileGroup& group, const ControlNumbers& numbers, bool test,
                             paper::Background background, const paper::Offsets& offsets, const Clock& clock,
                             const Progress& progress);

}  // namespace cw::app
