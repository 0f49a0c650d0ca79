#include "random_change.h"

#include <array>

namespace cw::test {

namespace {

class Change {
public:
    Change(Encounter& encounter, EditContext& context, std::mt19937& random)
        : m_encounter(encounter), m_context(context), m_random(random)
    {}

    void make()
    {
        switch (m_random() % 5) {
        case 0: return diagnoses();
        case 1: return lines();
        case 2: return visit();
        case 3: return claim();
        default: return parties();
        }
    }

private:
    std::size_t below(std::size_t count) { return m_random() % count; }
    template <std::size_t N>
    std::string one(const std::array<const char*, N>& texts)
    {
        return texts[below(N)];
    }

    void diagnoses()
    {
        auto& rows = m_encounter.diagnoses;
        const auto code =
            one(std::array{"E119", "I10", "N179", "Z794", "S72001A", "O80", "J449", "X", "B9620", "R65.21"});
        if (rows.empty() || below(4) == 0) {
            rows.push_back({.id = {1000 + static_cast<std::int64_t>(below(9000))}, .code = {code}});
            return;
        }
        auto& row = rows[below(rows.size())];
        switch (below(6)) {
        case 0: rows.erase(rows.begin() + (&row - rows.data())); break;
        case 1: row.code.text = code; break;
        case 2: std::swap(row, rows.front()); break;
        case 3: row.presentOnAdmission = one(std::array{"Y", "N", "", "U"}); break;
        case 4: row.role = below(2) == 0 ? DiagnosisRole::admitting : DiagnosisRole::reasonForVisit; break;
        default: row.evidence.clear(); break;
        }
    }

    void lines()
    {
        auto& rows = m_encounter.procedures;
        if (rows.empty()) return;
        auto& row = rows[below(rows.size())];
        switch (below(11)) {
        case 0: row.modifiers = {one(std::array{"59", "50", "25", "26", "RT", "QQ"})}; break;
        case 1: row.units = Quantity::whole(static_cast<std::int64_t>(below(9))); break;
        case 2: row.pointers.clear(); break;
        case 3: row.code.text = one(std::array{"99214", "36415", "20610", "G0378", "99223"}); break;
        case 4: row.placeOfService = one(std::array{"22", "11", "21", "24"}); break;
        case 5: row.charge = Money::cents(static_cast<std::int64_t>(below(3)) * 5000); break;
        case 6: row.revenueCode = one(std::array{"0450", "0120", "", "0001"}); break;
        case 7: row.serviceFrom = m_encounter.service.from.plusDays(static_cast<int>(below(9)) - 4); break;
        case 8:
            rows.push_back(ProcedureLine(row)), rows.back().id = {2000 + static_cast<std::int64_t>(below(9000))};
            break;
        case 9: row.note = below(2) == 0 ? "as ordered" : ""; break;
        default: row.evidence.clear(); break;
        }
    }

    void visit()
    {
        auto& service = m_encounter.service;
        switch (below(9)) {
        case 0: service.dischargeStatus = one(std::array{"20", "30", "01", ""}); break;
        case 1: service.typeOfBill = one(std::array{"0111", "0131", "0117", "13"}); break;
        case 2: service.admissionType = one(std::array{"1", "3", "4", ""}); break;
        case 3: service.to = service.from.plusDays(static_cast<int>(below(12))); break;
        case 4: service.dischargedAt = LocalMinute{service.from.plusDays(static_cast<int>(below(60))), 600}; break;
        case 5: service.admittedAt.reset(); break;
        case 6: service.from = service.from.plusDays(static_cast<int>(below(60)) - 30); break;
        case 7: service.placeOfService = one(std::array{"11", "22", "23"}); break;
        default: m_encounter.setting = static_cast<Setting>(below(3)); break;
        }
    }

    void claim()
    {
        auto& claim = m_encounter.claim;
        switch (below(12)) {
        case 0:
            claim.flags = {
                one(std::array{"dialysis", "screening", "preoperative", "transferred-in", "status-changed"})};
            break;
        case 1: claim.frequencyCode = one(std::array{"7", "1", "8"}); break;
        case 2: claim.originalReferenceNumber = one(std::array{"", "ABC1"}); break;
        case 3:
            claim.institutional =
                one(std::array{"", R"({"conditions": [{"code": "45"}]})", R"({"values": [{"code": "8"}]})"});
            break;
        case 4: claim.note = one(std::array{"", "see the report"}); break;
        case 5: claim.cliaNumber = one(std::array{"", "36D0712345"}); break;
        case 6: claim.hospitalizedFrom = m_encounter.service.from; break;
        case 7: claim.lastMenstrualPeriod.reset(); break;
        case 8: claim.accident.automobile = !claim.accident.automobile; break;
        case 9: claim.priorAuthorization = one(std::array{"", "A1"}); break;
        case 10: m_encounter.encounterId = one(std::array{"", "V-1", "V-5001"}); break;
        default: claim.acceptAssignment = one(std::array{"", "A"}); break;
        }
    }

    void parties()
    {
        auto& providers = m_encounter.providers;
        auto& patient = m_encounter.patient;
        switch (below(13)) {
        case 0: patient.sex = below(2) == 0 ? Sex::male : Sex::female; break;
        case 1: patient.birthDate = m_encounter.service.from.plusDays(-static_cast<int>(below(30000))); break;
        case 2: patient.address = {}; break;
        case 3:
            if (!m_encounter.coverages.empty())
                m_encounter.coverages.front().payer.claimFilingCode = one(std::array{"MB", "CI", "MC"});
            break;
        case 4:
            if (!m_encounter.coverages.empty()) m_encounter.coverages.front().memberId = one(std::array{"", "X1"});
            break;
        case 5: providers.rendering.reset(); break;
        case 6: providers.facility.reset(); break;
        case 7: providers.ordering.reset(); break;
        case 8: providers.attending.reset(); break;
        case 9:
            if (providers.rendering) providers.rendering->taxonomy = one(std::array{"207Q00000X", "103TC0700X", "1"});
            break;
        case 10: m_context.history.clear(); break;
        case 11:
            for (auto& [id, facts] : m_context.evidence) facts.stillMatches = !facts.stillMatches;
            break;
        default:
            for (auto& [id, facts] : m_context.evidence) facts.section = one(std::array{"", "family history"});
            break;
        }
    }

    Encounter& m_encounter;
    EditContext& m_context;
    std::mt19937& m_random;
};

}  // namespace

void changeSomething(Encounter& encounter, EditContext& context, std::mt19937& random)
{
    Change(encounter, context, random).make();
}

}  // namespace cw::test
