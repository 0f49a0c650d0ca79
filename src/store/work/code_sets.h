#pragma once

#include "base/clock.h"
#include "codeset/code_sets.h"
#include "identity/audit.h"

namespace cw::store {

/// Code sets as rows. A set's version counts changes of its header and order, a member's those of its note.
class SqliteCodeSetRepository final : public CodeSetRepository {
public:
    SqliteCodeSetRepository(const Clock& clock, IdSource& ids, AuditLog& audit)
        : m_clock(clock), m_ids(ids), m_audit(audit)
    {}
    Result<std::vector<CodeSet>> list(ReadTx& tx, UserId reader) const override;
    Result<std::vector<CodeSet>> all(ReadTx& tx) const override;
    Result<CodeSet> load(ReadTx& tx, CodeSetId set) const override;
    Result<CodeSetId> create(WriteTx& tx, const CodeSetHeader& header, std::string_view actor) override;
    Status change(WriteTx& tx, CodeSetId set, const CodeSetHeader& header, std::int64_t seen,
                  std::string_view actor) override;
    Status remove(WriteTx& tx, CodeSetId set, std::int64_t seen, std::string_view actor) override;
    Result<CodeSetMemberId> addMember(WriteTx& tx, CodeSetId set, const CodeKey& key, std::string_view note,
                                      std::string_view actor) override;
    Status changeMember(WriteTx& tx, const CodeSetMember& seen, std::string_view note, std::string_view actor) override;
    Status removeMember(WriteTx& tx, const CodeSetMember& seen, std::string_view actor) override;
    Status reorder(WriteTx& tx, CodeSetId set, const std::vector<CodeSetMemberId>& order, std::int64_t seen,
                   std::string_view actor) override;

private:
    Status tell(WriteTx& tx, std::string_view actor, std::string_view action, std::string detail);

    const Clock& m_clock;
    IdSource& m_ids;
    AuditLog& m_audit;
};

}  // namespace cw::store
