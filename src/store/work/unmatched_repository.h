#pragma once

#include "encounter/unmatched.h"
#include "store/work/large_documents.h"

namespace cw::store {

class SqliteUnmatchedRepository final : public UnmatchedRepository {
public:
    SqliteUnmatchedRepository(const Clock& clock, IdSource& ids, const LargeDocuments& files)
        : m_clock(clock), m_ids(ids), m_files(files)
    {}
    Result<std::vector<UnmatchedItem>> list(ReadTx& tx, bool all) const override;
    Result<int> countWaiting(ReadTx& tx) const override;
    Result<UnmatchedItem> find(ReadTx& tx, std::int64_t id) const override;
    Result<std::string> bytes(ReadTx& tx, std::int64_t id) const override;
    /// Digest, size, state and time of arrival are the repository's, whatever `item` says.
    Result<std::int64_t> add(WriteTx& tx, const UnmatchedItem& item, std::string_view bytes) override;
    Status settle(WriteTx& tx, std::int64_t id, UnmatchedState state, std::string_view by,
                  std::string_view note) override;
    Status changeReason(WriteTx& tx, std::int64_t id, UnmatchedReason reason, std::string_view detail,
                        PatientId candidate) override;

private:
    const Clock& m_clock;
    IdSource& m_ids;
    const LargeDocuments& m_files;
};

}  // namespace cw::store
