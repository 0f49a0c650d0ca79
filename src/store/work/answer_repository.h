#pragma once

#include "base/clock.h"
#include "claim/answer_repository.h"

namespace cw::store {

/// Answers as rows: answer_files, answer_waiting, remittance_add and remittance_load hold its functions.
class SqliteAnswerRepository final : public AnswerRepository {
public:
    SqliteAnswerRepository(const Clock& clock, IdSource& ids) : m_clock(clock), m_ids(ids) {}
    Result<std::optional<AnswerFileRecord>> byDigest(ReadTx& tx, std::string_view digest) const override;
    /// Fails with conflict when a file of this digest is there.
    Result<AnswerFileId> addFile(WriteTx& tx, const AnswerFileRecord& file, std::string_view bytes) override;
    Status finishFile(WriteTx& tx, const AnswerFileRecord& file) override;
    Result<std::vector<AnswerFileRecord>> files(ReadTx& tx) const override;
    Result<std::string> fileBytes(ReadTx& tx, AnswerFileId file) const override;

    Status addWaiting(WriteTx& tx, const WaitingAnswer& waiting) override;
    Result<std::vector<WaitingAnswer>> waiting(ReadTx& tx) const override;
    Result<WaitingAnswer> waitingAnswer(ReadTx& tx, WaitingAnswerId id) const override;
    Status settle(WriteTx& tx, WaitingAnswerId id, std::string_view how, const Actor& actor) override;

    Result<std::int64_t> addRemittance(WriteTx& tx, AnswerFileId file, const answers::Remittance& content,
                                       const std::vector<ClaimId>& claims) override;
    Status assignPayment(WriteTx& tx, std::int64_t remittance, std::string_view claimNumber, int firstSegment,
                         ClaimId claim) override;
    Result<std::vector<RemittanceRecord>> remittances(ReadTx& tx) const override;
    Result<std::vector<ClaimPayment>> payments(ReadTx& tx, ClaimId claim) const override;
    Result<bool> hasRemittance(ReadTx& tx, std::string_view payerId, std::string_view traceNumber,
                               Money amount) const override;

private:
    const Clock& m_clock;
    IdSource& m_ids;
};

}  // namespace cw::store
