#include "base/text.h"
#include "encounter/workflow.h"
#include "import/encounter_json.h"
#include "store/work/edit_repository.h"
#include "store/work/work_database.h"

#include <algorithm>
#include <map>

namespace cw::store {

namespace {

constexpr std::int64_t mostServices = 500;

/// The patient's other visits since a day. Merges move the visits themselves, so one patient id has them all.
constexpr std::string_view otherVisits =
    "FROM encounter AS own JOIN encounter AS e ON e.patient = own.patient AND e.id <> own.id AND e.service_from >= ?2 ";

struct Visit {
    PastService common;  ///< What all of its services share.
    std::vector<std::string> diagnoses;
    bool hasServices = false;
};
using Visits = std::map<std::int64_t, Visit>;
using LineTexts = std::map<std::int64_t, std::vector<std::string>>;

/// Coded, or further on its way to payment.
bool isActive(EncounterStatus status)
{
    return !isCodingOpen(status);
}

Result<Visit> visitOf(const Statement& row)
{
    Visit visit;
    auto& common = visit.common;
    common.encounterId = row.text(1);
    CW_TRY(common.setting, parseSetting(row.view(2)));
    common.payerId = row.text(3);
    CW_TRY(const auto status, parseEncounterStatus(row.view(4)));
    common.isActive = isActive(status);
    Encounter header;
    if (!readEncounterHeader(row.view(5), header))
        return Error{ErrorKind::corrupt, "STORE-330", "encounter " + common.encounterId + " cannot be read"};
    common.from = header.service.from;
    common.to = header.service.dischargedAt ? header.service.dischargedAt->date
                                            : header.service.to.value_or(header.service.from);
    common.frequencyCode = header.claim.frequencyCode.empty() ? "1" : header.claim.frequencyCode;
    if (header.providers.billing) common.billingNpi = header.providers.billing->npi;
    // A facility's claim names the attending provider in the place of the rendering one.
    const auto& treating = header.providers.rendering ? header.providers.rendering : header.providers.attending;
    if (treating) common.renderingNpi = treating->npi, common.taxonomy = treating->taxonomy;
    return visit;
}

Result<Visits> visitsOf(Database& database, EncounterRowId encounter, const std::string& from)
{
    CW_TRY(auto select, database.prepare("SELECT e.id, e.encounter_id, e.setting, e.payer_id, e.status, h.header " +
                                         std::string(otherVisits) +
                                         "JOIN encounter_header h ON h.encounter = e.id WHERE own.id = ?1"));
    select.bind(encounter.value).bind(from);
    Visits visits;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) break;
        CW_TRY(auto visit, visitOf(select));
        visits.emplace(select.integer(0), std::move(visit));
    }
    if (visits.empty()) return visits;
    CW_TRY(auto codes, database.prepare("SELECT d.encounter, d.code " + std::string(otherVisits) +
                                        "JOIN diagnosis d ON d.encounter = e.id AND d.voided_at IS NULL AND "
                                        "d.role = 'diagnosis' WHERE own.id = ?1 ORDER BY d.encounter, d.sequence"));
    codes.bind(encounter.value).bind(from);
    while (true) {
        CW_TRY(const bool row, codes.step());
        if (!row) return visits;
        if (const auto found = visits.find(codes.integer(0)); found != visits.end())
            found->second.diagnoses.push_back(codes.text(1));
    }
}

/// Modifiers or pointed codes of all lines, in their order.
Result<LineTexts> lineTexts(Database& database, EncounterRowId encounter, const std::string& from,
                            std::string_view parts)
{
    CW_TRY(auto select,
           database.prepare("SELECT p.id, " + std::string(parts == "modifiers" ? "x.modifier " : "d.code ") +
                            std::string(otherVisits) +
                            "JOIN procedure_line p ON p.encounter = e.id AND p.voided_at IS NULL " +
                            (parts == "modifiers" ? "JOIN line_modifier x ON x.line = p.id "
                                                  : "JOIN line_pointer x ON x.line = p.id "
                                                    "JOIN diagnosis d ON d.id = x.diagnosis AND d.voided_at IS NULL ") +
                            "WHERE own.id = ?1 ORDER BY p.id, x.position"));
    select.bind(encounter.value).bind(from);
    LineTexts texts;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return texts;
        texts[select.integer(0)].push_back(select.text(1));
    }
}

Status addServices(Database& database, EncounterRowId encounter, const std::string& from, Visits& visits,
                   std::vector<PastService>& services)
{
    CW_TRY(auto modifiers, lineTexts(database, encounter, from, "modifiers"));
    CW_TRY(auto pointed, lineTexts(database, encounter, from, "codes"));
    CW_TRY(auto select,
           database.prepare(
               "SELECT e.id, p.id, p.code, p.charge_cents, p.service_from, p.service_to " + std::string(otherVisits) +
               "JOIN procedure_line p ON p.encounter = e.id AND p.voided_at IS NULL AND p.system IN ('cpt', 'hcpcs') "
               "WHERE own.id = ?1 ORDER BY coalesce(p.service_from, e.service_from) DESC, e.id, p.sequence, p.id "
               "LIMIT ?3"));
    select.bind(encounter.value).bind(from).bind(mostServices);
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return {};
        const auto visit = visits.find(select.integer(0));
        if (visit == visits.end()) continue;
        visit->second.hasServices = true;
        auto service = visit->second.common;
        service.code = text::upperAscii(select.view(2));
        if (!select.isNull(3)) service.charge = Money::cents(select.integer(3));
        if (!select.isNull(4)) {
            CW_TRY(service.from, Date::parse(select.view(4)));
            service.to = service.from;
        }
        if (!select.isNull(5)) {
            CW_TRY(service.to, Date::parse(select.view(5)));
        }
        service.modifiers = std::move(modifiers[select.integer(1)]);
        service.diagnoses = std::move(pointed[select.integer(1)]);
        services.push_back(std::move(service));
    }
}

}  // namespace

Result<std::vector<PastService>> SqliteEditRepository::history(ReadTx& tx, EncounterRowId encounter, Date from) const
{
    auto& database = databaseOf(tx);
    const auto since = from.iso();
    std::vector<PastService> services;
    CW_TRY(auto visits, visitsOf(database, encounter, since));
    if (visits.empty()) return services;
    CW_CHECK(addServices(database, encounter, since, visits, services));
    for (auto& [id, visit] : visits) {
        if (visit.hasServices) continue;
        visit.common.diagnoses = std::move(visit.diagnoses);
        services.push_back(std::move(visit.common));
    }
    std::stable_sort(services.begin(), services.end(), [](const PastService& a, const PastService& b) {
        return a.from != b.from ? a.from > b.from : a.encounterId < b.encounterId;
    });
    if (services.size() > mostServices) services.resize(mostServices);
    return services;
}

}  // namespace cw::store
