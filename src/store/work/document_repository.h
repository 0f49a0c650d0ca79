#pragma once

#include "base/clock.h"
#include "chart/document.h"

namespace cw::store {

class SqliteDocumentRepository final : public DocumentRepository {
public:
    SqliteDocumentRepository(const Clock& clock, IdSource& ids) : m_clock(clock), m_ids(ids) {}
    Result<std::vector<DocumentInfo>> ofEncounter(ReadTx& tx, EncounterRowId encounter, UserId reader) const override;
    Result<DocumentInfo> info(ReadTx& tx, DocumentVersionId version) const override;
    Result<std::string> bytes(ReadTx& tx, DocumentVersionId version) const override;
    Result<DocumentId> add(WriteTx& tx, PatientId patient, EncounterRowId encounter,
                           const NewDocument& document) override;
    Status markRead(WriteTx& tx, DocumentVersionId version, UserId reader) override;

private:
    const Clock& m_clock;
    IdSource& m_ids;
};

}  // namespace cw::store
