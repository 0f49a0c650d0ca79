#pragma once

#include "app/billing_desk.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cw::ui {

/// A visit that passes every edit, of an invented patient: 99213-25 for 125.00 and 20610-RT for 80.00.
struct Visit {
    std::string id;
    std::string lastName = "Quenneville", firstName = "Odile";
    std::string payerId = "15202", payerName = "Buckeye Mutual", filingCode = "CI";
    std::string memberId = "W123456";
    std::string secondPayer = {};  ///< Name of a secondary coverage; empty: none.
};

/// Imports the visits, submits and approves them, as somebody with all roles.
Status makeReady(app::Workspace& office, const std::vector<Visit>& visits);

struct SentFile {
    Batch batch;
    std::string bytes;
};
Result<std::vector<SentFile>> sendClaims(app::Workspace& office, const std::vector<std::string>& ids,
                                         const std::filesystem::path& folder);

/// Answers as the partner of `sent` writes them.
struct Said {
    std::string number;  ///< Claim number.
    std::string
        verdict;  ///< 277CA STC ("A7:164:IL*20251103*U*205"), or the way of payment: "paid", "denied", "deductible".
    std::string control = "PCN1";
    std::string lastName = "QUENNEVILLE", firstName = "ODILE";
};
std::string statusReport(const SentFile& sent, const std::vector<Said>& claims);
std::string remittance(const SentFile& sent, const std::vector<Said>& claims, const std::string& trace = "EFT1");
/// Our interchange was taken, as a 999 says it.
std::string acknowledgement(const SentFile& sent);

}  // namespace cw::ui
