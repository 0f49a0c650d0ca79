#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace cw {

/// A row's identity as a type of its own: ids of different things cannot be mixed up. 0 is no row.
template <class Tag>
struct Id {
    std::int64_t value = 0;
    auto operator<=>(const Id&) const = default;
    bool isValid() const noexcept { return value != 0; }
};

using EncounterRowId = Id<struct EncounterRowTag>;
using PatientId = Id<struct PatientTag>;
using DiagnosisId = Id<struct DiagnosisTag>;
using ProcedureId = Id<struct ProcedureTag>;
using EvidenceId = Id<struct EvidenceTag>;
using DocumentId = Id<struct DocumentTag>;
using DocumentVersionId = Id<struct DocumentVersionTag>;
using ReleaseId = Id<struct ReleaseTag>;
using UserId = Id<struct UserTag>;
using ClaimId = Id<struct ClaimTag>;
using BatchId = Id<struct BatchTag>;
using PartnerId = Id<struct PartnerTag>;
using PayerRowId = Id<struct PayerRowTag>;
using ProviderRowId = Id<struct ProviderRowTag>;
using AnswerFileId = Id<struct AnswerFileTag>;
using WaitingAnswerId = Id<struct WaitingAnswerTag>;
using WorkItemId = Id<struct WorkItemTag>;

/// Gives ids that two workstations do not give twice: 52 random bits, so that they survive JSON and JavaScript.
class IdSource {
public:
    virtual ~IdSource() = default;
    virtual std::int64_t next() = 0;
};

/// From the operating system's random source.
class RandomIdSource final : public IdSource {
public:
    std::int64_t next() override;
};

/// 1, 2, 3 …: for tests and previews, where nothing is stored.
class CountingIdSource final : public IdSource {
public:
    explicit CountingIdSource(std::int64_t first = 1) : m_next(first) {}
    std::int64_t next() override { return m_next++; }

private:
    std::int64_t m_next;
};

}  // namespace cw

template <class Tag>
struct std::hash<cw::Id<Tag>> {
    std::size_t operator()(const cw::Id<Tag>& id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
