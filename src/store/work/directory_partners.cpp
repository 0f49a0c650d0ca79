#include "store/work/columns.h"
#include "store/work/directory_repository.h"
#include "store/work/directory_rows.h"
#include "store/work/settings.h"
#include "store/work/work_database.h"

#include <charconv>

namespace cw::store {

namespace {

constexpr std::string_view defaultPartnerKey = "claims.default_partner";

const std::vector<std::string_view> columns = {"name",
                                               "submitter_name",
                                               "submitter_id",
                                               "contact_name",
                                               "phone",
                                               "email",
                                               "sender_qualifier",
                                               "sender_id",
                                               "application_sender",
                                               "receiver_name",
                                               "receiver_id",
                                               "receiver_qualifier",
                                               "interchange_receiver",
                                               "application_receiver",
                                               "delimiters",
                                               "line_feeds",
                                               "characters",
                                               "wants_ta1",
                                               "test_only",
                                               "claims_per_file",
                                               "claims_per_set",
                                               "out_folder",
                                               "in_folder",
                                               "is_active"};

std::string delimitersOf(const x12::Delimiters& delimiters)
{
    return {delimiters.element, delimiters.repetition, delimiters.component, delimiters.segment};
}

Result<TradingPartner> partnerOf(const Statement& row)
{
    TradingPartner partner;
    partner.id = PartnerId{row.integer(0)};
    partner.version = row.integer(1);
    int column = 2;
    for (auto* text : {&partner.name, &partner.submitterName, &partner.submitterId, &partner.contactName,
                       &partner.phone, &partner.email, &partner.senderQualifier, &partner.senderId,
                       &partner.applicationSender, &partner.receiverName, &partner.receiverId,
                       &partner.receiverQualifier, &partner.interchangeReceiver, &partner.applicationReceiver})
        *text = row.text(column++);
    const auto signs = row.text(column++);
    if (signs.size() != 4) return Error{ErrorKind::corrupt, "STORE-354", "a trading partner cannot be read"};
    partner.delimiters = {signs[0], signs[1], signs[2], signs[3]};
    partner.lineFeeds = row.integer(column++) != 0;
    partner.characters = row.view(column++) == "basic" ? CharacterSet::basic : CharacterSet::extended;
    partner.wantsTa1 = row.integer(column++) != 0;
    partner.testOnly = row.integer(column++) != 0;
    partner.claimsPerFile = smallOf(row, column++);
    partner.claimsPerSet = smallOf(row, column++);
    partner.outFolder = row.text(column++);
    partner.inFolder = row.text(column++);
    partner.isActive = row.integer(column) != 0;
    return partner;
}

void bindPartner(Statement& save, const TradingPartner& partner)
{
    for (const auto* text : {&partner.name, &partner.submitterName, &partner.submitterId, &partner.contactName,
                             &partner.phone, &partner.email, &partner.senderQualifier, &partner.senderId,
                             &partner.applicationSender, &partner.receiverName, &partner.receiverId,
                             &partner.receiverQualifier, &partner.interchangeReceiver, &partner.applicationReceiver})
        save.bind(*text);
    save.bind(delimitersOf(partner.delimiters)).bind(partner.lineFeeds ? 1 : 0);
    save.bind(partner.characters == CharacterSet::basic ? "basic" : "extended").bind(partner.wantsTa1 ? 1 : 0);
    save.bind(partner.testOnly ? 1 : 0).bind(partner.claimsPerFile).bind(partner.claimsPerSet);
    save.bind(partner.outFolder).bind(partner.inFolder).bind(partner.isActive ? 1 : 0);
}

}  // namespace

Result<std::vector<TradingPartner>> SqliteDirectoryRepository::partners(ReadTx& tx) const
{
    std::string names;
    for (const auto column : columns) names += ", " + std::string(column);
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT id, version" + names +
                                               " FROM trading_partner ORDER BY is_active DESC, name, id"));
    std::vector<TradingPartner> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return found;
        CW_TRY(auto partner, partnerOf(select));
        found.push_back(std::move(partner));
    }
}

Result<PartnerId> SqliteDirectoryRepository::save(WriteTx& tx, const TradingPartner& partner, const Actor& actor)
{
    auto& database = databaseOf(tx);
    const bool isNew = !partner.id.isValid();
    const PartnerId id{isNew ? m_ids.next() : partner.id.value};
    CW_TRY(auto save, database.prepare(saveSql("trading_partner", columns, isNew)));
    bindPartner(save, partner);
    CW_CHECK(finishSave(database, save, id.value, partner.version, isNew, m_clock.now(), actor));
    return id;
}

Result<PartnerId> SqliteDirectoryRepository::defaultPartner(ReadTx& tx) const
{
    CW_TRY(const auto text, readSetting(tx, defaultPartnerKey));
    PartnerId id;
    std::from_chars(text.data(), text.data() + text.size(), id.value);
    return id;
}

Status SqliteDirectoryRepository::setDefaultPartner(WriteTx& tx, PartnerId partner)
{
    return writeSetting(tx, defaultPartnerKey, partner.isValid() ? std::to_string(partner.value) : std::string());
}

}  // namespace cw::store
