#include "store/work/edit_repository.h"
#include "store/work/work_database.h"

#include <charconv>

namespace cw::store {

namespace {

constexpr std::string_view prefix = "SITE-";

Result<std::int64_t> numberOf(std::string_view id)
{
    std::int64_t number = 0;
    const auto digits = id.starts_with(prefix) ? id.substr(prefix.size()) : std::string_view();
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || read.ec != std::errc{} || read.ptr != digits.data() + digits.size() || number < 1 ||
        std::string(prefix) + std::to_string(number) != id)
        return Error{ErrorKind::invalidInput, "STORE-313", "rules of the site are named SITE-1, SITE-2 and so on"};
    return number;
}

Result<SiteRule> ruleOf(std::int64_t number, std::string_view content)
{
    auto rules = parseSiteRules(content);
    if (!rules || rules->size() != 1)
        return Error{ErrorKind::corrupt, "STORE-310",
                     "the stored rule " + std::string(prefix) + std::to_string(number) + " cannot be read"};
    return std::move(rules->front());
}

Result<std::vector<SiteRule>> rulesOf(Statement& select)
{
    std::vector<SiteRule> rules;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return rules;
        CW_TRY(auto rule, ruleOf(select.integer(0), select.view(1)));
        rules.push_back(std::move(rule));
    }
}

Result<std::int64_t> single(Database& database, std::string_view sql, std::int64_t value)
{
    CW_TRY(auto select, database.prepare(sql));
    CW_TRY(const bool found, select.bind(value).step());
    return found ? select.integer(0) : 0;
}

}  // namespace

Result<std::vector<SiteRule>> SqliteEditRepository::siteRules(ReadTx& tx) const
{
    CW_TRY(auto select, databaseOf(tx).prepare(
                            "SELECT number, content FROM site_rule AS r WHERE version = "
                            "(SELECT max(n.version) FROM site_rule AS n WHERE n.number = r.number) ORDER BY number"));
    return rulesOf(select);
}

Result<std::vector<SiteRule>> SqliteEditRepository::siteRuleVersions(ReadTx& tx, std::string_view id) const
{
    const auto number = numberOf(id);
    if (!number) return std::vector<SiteRule>{};
    CW_TRY(auto select,
           databaseOf(tx).prepare("SELECT number, content FROM site_rule WHERE number = ? ORDER BY version DESC"));
    select.bind(*number);
    return rulesOf(select);
}

Result<SiteRule> SqliteEditRepository::saveSiteRule(WriteTx& tx, const SiteRule& rule, std::string_view actor)
{
    auto& database = databaseOf(tx);
    SiteRule saved = rule;
    std::int64_t number = 0;
    std::int64_t newest = 0;
    if (rule.id.empty()) {
        CW_TRY(number, single(database, "SELECT coalesce(max(number), 0) + ? FROM site_rule", 1));
        saved.id = std::string(prefix) + std::to_string(number);
    } else {
        CW_TRY(number, numberOf(rule.id));
        CW_TRY(newest, single(database, "SELECT coalesce(max(version), 0) FROM site_rule WHERE number = ?", number));
        if (newest > 0 && newest != rule.version)
            return Error{ErrorKind::conflict, "STORE-311",
                         "somebody else changed " + rule.id + " meanwhile; load it again"};
    }
    saved.version = static_cast<int>(newest) + 1;
    CW_TRY(const auto revision, nextRevision(tx));
    CW_TRY(auto insert, database.prepare("INSERT INTO site_rule (number, version, revision, content, saved_at, "
                                         "saved_by) VALUES (?, ?, ?, ?, ?, ?)"));
    insert.bind(number).bind(saved.version).bind(revision).bind(writeSiteRules({saved}));
    CW_CHECK(insert.bind(m_clock.now().milliseconds).bind(actor).run());
    CW_CHECK(tell(tx, actor, "edits.site", {},
                  saved.id + " version " + std::to_string(saved.version) + (saved.isActive ? " on" : " off")));
    return saved;
}

}  // namespace cw::store
