#include "import/party_json.h"
#include "store/work/directory_repository.h"
#include "store/work/directory_rows.h"
#include "store/work/work_database.h"

namespace cw::store {

namespace {

const std::vector<std::string_view> columns = {"kind", "npi", "content", "is_active"};

std::string contentOf(const Provider& provider)
{
    JsonWriter writer(JsonWriter::Layout::compact);
    writeProvider(writer, provider);
    return writer.take();
}

Result<Provider> providerOf(std::string_view content)
{
    JsonFault fault;
    auto document = parseJson(content, "provider");
    if (!document) fault.set("", "is no JSON");
    const JsonNode none;
    JsonObject json(document ? &*document : &none, "", fault);
    auto provider = readProvider(json);
    if (!fault.isSet()) return provider;
    return Error{ErrorKind::corrupt, "STORE-357", "a provider of the list cannot be read: " + fault.pointer()};
}

}  // namespace

Result<std::vector<ProviderRecord>> SqliteDirectoryRepository::providers(ReadTx& tx) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT id, version, kind, content, is_active FROM provider_record "
                                               "ORDER BY is_active DESC, kind, id"));
    std::vector<ProviderRecord> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return found;
        ProviderRecord record;
        record.id = ProviderRowId{select.integer(0)};
        record.version = select.integer(1);
        CW_TRY(record.kind, parseProviderKind(select.view(2)));
        CW_TRY(record.provider, providerOf(select.view(3)));
        record.isActive = select.integer(4) != 0;
        found.push_back(std::move(record));
    }
}

Result<ProviderRowId> SqliteDirectoryRepository::save(WriteTx& tx, const ProviderRecord& record, const Actor& actor)
{
    auto& database = databaseOf(tx);
    const bool isNew = !record.id.isValid();
    const ProviderRowId id{isNew ? m_ids.next() : record.id.value};
    CW_TRY(auto same, database.prepare("SELECT id FROM provider_record WHERE kind = ? AND npi = ? AND npi <> ''"));
    CW_CHECK(refuseTwice(same.bind(toString(record.kind)).bind(record.provider.npi), id.value, "NPI"));
    CW_TRY(auto save, database.prepare(saveSql("provider_record", columns, isNew)));
    save.bind(toString(record.kind)).bind(record.provider.npi).bind(contentOf(record.provider));
    save.bind(record.isActive ? 1 : 0);
    CW_CHECK(finishSave(database, save, id.value, record.version, isNew, m_clock.now(), actor));
    return id;
}

}  // namespace cw::store
